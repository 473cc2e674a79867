//! A submission packet: what is in it, and that what was handed in can be told from anything else.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::sync::Arc;

use interchange::archive::{Content, Export, Plan};
use interchange::hash::sha256_hex;
use interchange::packet::{Packet, PacketError, plan};
use portfolio::date::parse_instant;
use portfolio::framework::{Framework, FrameworkSource, Frameworks, ItemSource};
use portfolio::model::Submission;
use portfolio::{EntityId, ItemId, Standing};

/// Names and words that somebody means to do harm with stand among them.
const MANIFEST: &str = r##"{"format":"cairn-submission-1","piece":"evidence:one","at":"2026-03-09T12:00:00Z","title":"Kite\nREADME","text":"It *flies*","reflection":"","date":"2026-02-28","tags":["wind"],"made":{"alone":null,"with":"Leo","help":"a saw","ai":true,"ai_how":""},"people":true,"keep_until":"2027-03-09","claims":[{"competency":"5f0c","level":5}],"artifacts":[{"id":"artifact:a","caption":"Up","alt":"A kite","file":{"name":"../../kite.png","type":"image/png","size":4,"hash":"HASH","chunks":["HASH"]}},{"id":"artifact:b","caption":"","alt":"","link":{"url":"https://a.example/kites","title":"Kites"}},{"id":"artifact:c","caption":"","alt":"","event":{"what":"First flight","place":"Beach","day":"2026-02-28","seen":"Leo"}},{"id":"artifact:d","caption":"","alt":"","file":{"name":"kite.PNG","type":"image/png","size":4,"hash":"HASH","chunks":["HASH"]}}],"changed":"A longer tail","before":null}"##;

fn manifest() -> String {
    MANIFEST.replace("HASH", &sha256_hex(b"kite"))
}

fn planned(manifest: &str, hash: &str) -> Result<Plan, PacketError> {
    planned_of(manifest, hash, &Frameworks::default())
}

fn planned_of(manifest: &str, hash: &str, frameworks: &Frameworks) -> Result<Plan, PacketError> {
    plan(&Packet {
        submission: &Submission {
            id: EntityId::parse("submission:a").unwrap(),
            piece: EntityId::parse("evidence:one").unwrap(),
            at: parse_instant("2026-03-09T12:00:00Z").unwrap(),
            hash: hash.to_owned(),
            changed: String::new(),
            before: None,
            withdrawn: None,
            removed: None,
            standing: Standing::Live,
        },
        manifest,
        learner: "Ana\tLópez",
        frameworks,
        made: parse_instant("2026-04-03T04:05:06Z").unwrap(),
    })
}

#[test]
fn a_packet_opens_without_cairn_and_holds_what_was_handed_in() {
    let manifest = manifest();
    let mut export = Export::new(planned(&manifest, &sha256_hex(manifest.as_bytes())).unwrap(), Cursor::new(vec![]));
    while export.needs().unwrap().is_some() {
        export.give(&mut Cursor::new(b"kite"), &mut |_| ControlFlow::Continue(())).unwrap();
    }
    let (bytes, exported) = export.finish().unwrap();
    assert_eq!((exported.missing.len(), exported.damaged.len()), (0, 0));
    let mut zip = zip::ZipArchive::new(bytes).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(
        names,
        [
            "README.txt",
            "manifest.json",
            "text.md",
            "files/01 _.._kite.png",
            "files/04 kite.PNG",
            "files.json",
            "manifest-sha256.txt"
        ]
    );
    let mut read = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    assert_eq!(read("manifest.json"), manifest, "byte for byte");
    assert_eq!(read("text.md"), "It *flies*");
    assert_eq!(read("files/01 _.._kite.png"), "kite");
    insta::assert_snapshot!(read("README.txt"));
}

#[test]
fn what_it_shows_is_named_though_the_learner_put_it_away() {
    let flying = ItemSource::new(ItemId::new("5f0c").unwrap(), "I can fly a kite.".to_owned());
    let away = Framework::build(FrameworkSource { items: vec![flying], ..FrameworkSource::default() }, None);
    let manifest = manifest();
    let frameworks = Frameworks::default().with_own(Arc::default(), Arc::new(away));
    let plan = planned_of(&manifest, &sha256_hex(manifest.as_bytes()), &frameworks).unwrap();
    let readme = plan.entries.iter().find(|planned| planned.path == "README.txt").unwrap();
    assert!(matches!(&readme.content, Content::Text(words) if words.contains("I can fly a kite.: level 2.5")));
}

#[test]
fn what_was_not_handed_in_makes_no_packet() {
    let manifest = manifest();
    let hash = sha256_hex(manifest.as_bytes());
    let changed = manifest.replace("flies", "swims");
    assert!(matches!(planned(&changed, &hash), Err(PacketError::OtherBytes { .. })));
    let newer = manifest.replace("submission-1", "submission-2");
    assert!(matches!(planned(&newer, &sha256_hex(newer.as_bytes())), Err(PacketError::Unreadable(_))));
}

#[test]
fn a_file_that_is_not_here_is_told_and_the_rest_is_there() {
    let manifest = manifest();
    let plan = planned(&manifest, &sha256_hex(manifest.as_bytes())).unwrap();
    let files = plan.entries.iter().filter(|planned| matches!(planned.content, Content::File { .. })).count();
    let (_, exported) = Export::new(plan, Cursor::new(vec![])).finish().unwrap();
    assert_eq!((files, exported.missing.len(), exported.entries), (2, 2, 5));
}
