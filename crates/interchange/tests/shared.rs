//! Checks against real and hostile files that are not part of the repository. They run on request only: `CAIRN_SHARED=<folder>` and `--ignored`;
//! the fixtures cover the same ground for everybody.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::PathBuf;

use interchange::case::{self, CaseError, Kind, Reading};

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
