//! `cairn framework check`.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::support::{CAIRN, Scratch};

fn check(path: &Path, more: &[&str]) -> Output {
    Command::new(CAIRN).args(["framework", "check"]).arg(path).args(more).output().expect("cairn runs")
}

/// Three items in a circle and one below nothing, written the way some tools do: wrapped, with a link out of the file.
const PACKAGE: &str = r#"{"CFPackage": {
    "CFDocument": {"identifier": "d", "title": "Paths"},
    "CFItems": [
        {"identifier": "a", "fullStatement": "I can fold"},
        {"identifier": "b", "fullStatement": "I can crease", "notes": null},
        {"identifier": "c", "fullStatement": "I can build"}
    ],
    "CFAssociations": [
        {"identifier": "1", "associationType": "isChildOf", "originNodeURI": {"identifier": "a"}, "destinationNodeURI": {"identifier": "d"}},
        {"identifier": "2", "associationType": "isChildOf", "originNodeURI": {"identifier": "b"}, "destinationNodeURI": {"identifier": "a"}},
        {"identifier": "3", "associationType": "precedes", "originNodeURI": {"identifier": "a"}, "destinationNodeURI": {"identifier": "b"}},
        {"identifier": "4", "associationType": "precedes", "originNodeURI": {"identifier": "b"}, "destinationNodeURI": {"identifier": "a"}},
        {"identifier": "5", "associationType": "precedes", "originNodeURI": {"identifier": "b"}, "destinationNodeURI": {"identifier": "elsewhere"}}
    ]
}}"#;

#[test]
fn a_package_is_counted_and_its_deviations_are_named() {
    let scratch = Scratch::new();
    let done = check(&scratch.file("paths.json", PACKAGE.as_bytes()), &["--json"]);
    assert!(done.status.success(), "{done:?}");
    let report: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!((&report["title"], &report["items"]), (&json!("Paths"), &json!(3)));
    assert_eq!(report["associations"], json!({"isChildOf": 2, "precedes": 3}));
    assert_eq!((&report["roots"], &report["prerequisites"], &report["dangling"]), (&json!(2), &json!(3), &json!(1)));
    assert_eq!(report["cycles"], json!([["a", "b"]]));
    let deviations = report["deviations"].as_array().expect("a list");
    for kind in ["wrapped", "null", "dangling", "prerequisite-circle"] {
        let met = deviations.iter().find(|met| met["kind"] == kind).unwrap_or_else(|| panic!("{kind} in {report}"));
        assert_eq!(met["count"], 1, "{met}");
        assert!(met["says"].as_str().is_some_and(|says| says.ends_with('.')), "{met}");
    }
}

#[test]
fn people_get_sentences_and_nothing_that_turns_their_terminal() {
    let scratch = Scratch::new();
    let package = PACKAGE.replace("Paths", "Paths\\u202e\\u001b[31m");
    let done = check(&scratch.file("paths.json", package.as_bytes()), &[]);
    let said = String::from_utf8(done.stdout).expect("text");
    assert!(done.status.success() && said.contains("3 (2 at the top)") && said.contains("a before b"), "{said}");
    assert!(!said.contains(['\u{202e}', '\u{1b}']), "{said:?}");
}

#[test]
fn only_what_cannot_be_read_is_an_error() {
    let scratch = Scratch::new();
    for (name, bytes, says) in [
        ("words.json", "words".as_bytes(), "not JSON"),
        ("list.json", b"[1]", "not a CASE package"),
        ("deep.json", "[".repeat(10_000).as_bytes(), "nested deeper"),
        ("empty.json", b"", "not JSON"),
    ] {
        let done = check(&scratch.file(name, bytes), &["--json"]);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(1), "{name}: {said}");
        assert!(said.contains(says) && done.stdout.is_empty(), "{said}");
    }
    let missing = check(&scratch.path().join("none.json"), &[]);
    assert_eq!(missing.status.code(), Some(1));
}
