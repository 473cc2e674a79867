//! Checks against real and hostile files that are not part of the repository. They run on request only: `CAIRN_SHARED=<folder>` and `--ignored`;
//! the fixtures cover the same ground for everybody.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::io::Cursor;
use std::path::PathBuf;

use interchange::archive::{Import, ImportError, Why};
use interchange::case::{self, CaseError, Kind, Reading};
use interchange::media_type;
use interchange::names::safe_name;
use interchange::zip::{Archive, Limits, Refusal};

fn file(path: &str) -> Vec<u8> {
    let folder = PathBuf::from(std::env::var_os("CAIRN_SHARED").unwrap());
    std::fs::read(folder.join("data").join(path)).unwrap()
}

fn framework(path: &str) -> Reading {
    case::read(&file(path)).unwrap()
}

fn count(reading: &Reading, kind: Kind) -> usize {
    reading.deviations.iter().find(|found| found.kind == kind).map_or(0, |found| found.count)
}

/// Items, associations by type, roots (in all, without parent, with a parent outside), dangling associations, rubrics' items with level words.
type Measured = (usize, &'static [(&'static str, usize)], (usize, usize, usize), usize, usize);

const FRAMEWORKS: &[(&str, Measured)] = &[
    ("ngss-science-2013", (1037, &[("exactMatchOf", 8), ("isChildOf", 1037)], (11, 0, 0), 8, 0)),
    ("opencase-round-trip-rubrics", (36, &[("isChildOf", 36)], (5, 0, 0), 0, 7)),
    (
        "opensalt-20c5134f",
        (
            16,
            &[("exactMatchOf", 16), ("exemplar", 2), ("isChildOf", 16), ("isRelatedTo", 2), ("precedes", 3)],
            (2, 0, 0),
            21,
            0,
        ),
    ),
    ("opensalt-empty-external", (0, &[], (0, 0, 0), 0, 0)),
    ("opensalt-markdown", (2, &[("isChildOf", 2)], (2, 0, 0), 0, 0)),
    ("opensalt-ordering", (28, &[("isChildOf", 28)], (1, 0, 0), 0, 0)),
    ("opensalt-sequence-number", (2, &[("isChildOf", 2)], (2, 0, 0), 0, 0)),
    ("opensalt-smart-level", (14, &[("isChildOf", 14)], (2, 0, 0), 0, 0)),
    ("opensalt-utf8", (1, &[("isChildOf", 1)], (1, 0, 0), 0, 0)),
];

#[test]
#[ignore = "needs CAIRN_SHARED"]
fn real_frameworks_measure_as_known() {
    for (name, (items, associations, (roots, orphans, outside), dangling, worded)) in FRAMEWORKS {
        let reading = framework(&format!("frameworks/{name}.json"));
        let summary = &reading.summary;
        assert_eq!(summary.items, *items, "{name}");
        assert_eq!(reading.source.items.len(), *items, "{name}: none is lost");
        let counted: Vec<(&str, usize)> =
            summary.associations.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
        assert_eq!(counted, *associations, "{name}");
        let found = (summary.roots, count(&reading, Kind::NoParent), count(&reading, Kind::ParentOutside));
        assert_eq!(found, (*roots, *orphans, *outside), "{name}");
        assert_eq!((summary.dangling, count(&reading, Kind::Dangling)), (*dangling, *dangling), "{name}");
        assert_eq!(reading.source.items.iter().filter(|item| !item.levels.is_empty()).count(), *worded, "{name}");
        assert!(summary.cycles.is_empty() && !summary.title.is_empty(), "{name}");
    }
}

#[test]
#[ignore = "needs CAIRN_SHARED"]
fn hostile_packages_are_told_apart() {
    let cycle = framework("hostile/case-precedes-cycle.json");
    let sizes: Vec<usize> = cycle.summary.cycles.iter().map(Vec::len).collect();
    assert_eq!((cycle.summary.prerequisites, sizes), (6, vec![3, 1]));

    let repeated = framework("hostile/case-duplicate-ids.json");
    let kinds = [Kind::SameIdentifier, Kind::SameIdentifierOtherCase, Kind::RepeatedItem, Kind::RepeatedAssociation];
    assert_eq!(kinds.map(|kind| count(&repeated, kind)), [1, 1, 1, 1]);
    assert_eq!((repeated.summary.items, repeated.source.items.len()), (5, 4));

    let dangling = framework("hostile/case-dangling-links.json");
    assert_eq!((dangling.summary.dangling, dangling.summary.roots), (4, 3));
    assert_eq!(count(&dangling, Kind::UndefinedItemType), 1);

    let deep = file("hostile/json-deep-10000.json");
    assert_eq!(case::read(&deep).unwrap_err(), CaseError::TooDeep);
}

/// The entries of a ZIP that holds no portfolio, and why the bad ones are.
fn not_a_portfolio(path: &str) -> Vec<Why> {
    match Import::open(Cursor::new(file(path)), &Limits::default()) {
        Err(ImportError::NoRoot { bad }) => bad.into_iter().map(|bad| bad.why).collect(),
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
#[ignore = "needs CAIRN_SHARED"]
fn hostile_archives_are_refused_with_reasons() {
    assert_eq!(not_a_portfolio("hostile/zip-traversal.zip"), [Why::Refused(Refusal::UnsafeName); 4]);
    assert_eq!(not_a_portfolio("hostile/zip-duplicate-names.zip"), [Why::Refused(Refusal::RepeatedName)]);
    assert_eq!(not_a_portfolio("hostile/zip-bomb-nested.zip"), [], "inner archives are files like any other");
    let repeated = Archive::open(Cursor::new(file("hostile/zip-duplicate-names.zip")), &Limits::default()).unwrap();
    assert_eq!(repeated.entries().len(), 3, "both of one name, and another");
}

#[test]
#[ignore = "needs CAIRN_SHARED"]
fn hostile_files_are_told_by_their_bytes() {
    let cases = [
        ("svg-script.svg", "image/svg+xml", false),
        ("page-script.html", "text/html", false),
        ("polyglot-gif-js.gif", "image/gif", false),
        ("png-content.jpg", "image/png", true),
        ("html-content.png", "text/html", true),
        ("zip-bomb-nested.zip", "application/zip", false),
        ("csv-formulas.csv", "text/csv", false),
        ("truncated.mp4", "video/mp4", false),
        ("truncated.jpg", "image/jpeg", false),
        ("empty.pdf", "application/octet-stream", true),
        ("holiday-photo\u{202e}gpj.exe", "text/plain", true),
        ("links-and-html.md", "text/markdown", false),
    ];
    for (name, mime, contradicts) in cases {
        let found = media_type::sniff(&file(&format!("hostile/{name}")), name);
        assert_eq!((found.mime, media_type::contradiction(name, found.mime).is_some()), (mime, contradicts), "{name}");
    }
}

#[test]
#[ignore = "needs CAIRN_SHARED"]
fn what_students_hand_in_is_what_its_name_says() {
    use media_type::Kind::{Archive, Audio, Code, Image, Office, Other, Pdf, Text, Video};
    let folders: [(&str, &[media_type::Kind]); 7] = [
        ("images", &[Image]),
        ("audio", &[Audio]),
        ("video", &[Video]),
        ("documents", &[Pdf, Office]),
        ("text", &[Text, Code]),
        ("projects", &[Other, Archive]),
        ("names", &[Image, Pdf, Text]),
    ];
    let evidence = PathBuf::from(std::env::var_os("CAIRN_SHARED").unwrap()).join("data/evidence");
    for (folder, kinds) in folders {
        for entry in std::fs::read_dir(evidence.join(folder)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let bytes = std::fs::read(entry.path()).unwrap();
            let found = media_type::sniff(&bytes[..bytes.len().min(media_type::WANTED_BYTES)], &name);
            assert!(kinds.contains(&found.kind), "{folder}/{name}: {found:?}");
            assert_eq!(media_type::contradiction(&name, found.mime), None, "{folder}/{name}");
            let safe = safe_name(&name);
            assert_eq!(safe, name.trim_start_matches('.'), "shown names stay as they are");
        }
    }
}
