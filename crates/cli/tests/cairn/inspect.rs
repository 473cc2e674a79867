//! `cairn portfolio inspect`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use interchange::hash::hex;
use replica::{DeviceId, Edit, RootFile, RootId};
use serde_json::Value;

use crate::support::{CAIRN, Portfolio, ROOT, Scratch, zip};

fn inspect(path: &Path, more: &[&str]) -> Output {
    Command::new(CAIRN).args(["portfolio", "inspect"]).arg(path).args(more).output().expect("cairn runs")
}

fn report(path: &Path) -> Value {
    let done = inspect(path, &["--json"]);
    assert!(done.status.success(), "{done:?}");
    serde_json::from_slice(&done.stdout).expect("JSON")
}

/// The names of what is bad, and everything that is said about it.
fn bad(report: &Value) -> (Vec<String>, String) {
    let bad = report["bad"].as_array().expect("a list");
    let text = |of: &Value, key: &str| of[key].as_str().expect("text").to_owned();
    (bad.iter().map(|bad| text(bad, "name")).collect(), bad.iter().map(|bad| text(bad, "says") + "\n").collect())
}

#[test]
fn a_folder_and_an_export_say_the_same() {
    let scratch = Scratch::new();
    let portfolio = Portfolio::new();
    let folder = portfolio.in_folder(&scratch);
    for path in [folder.clone(), folder.join("cairn1"), portfolio.in_zip(&scratch)] {
        let report = report(&path);
        let expected = serde_json::json!({
            "root": ROOT.to_string(), "devices": 2, "segments": 3, "ops": 7, "pieces": 1, "artifacts": 2,
            "submissions": 1, "withdrawn": 1, "bytes": 29,
            "state": hex(&replica::fingerprint(&portfolio.state)), "bad": [],
        });
        assert_eq!(report, expected, "{}", path.display());
    }
}

#[test]
fn people_get_sentences() {
    let scratch = Scratch::new();
    let portfolio = Portfolio::new();
    let done = inspect(&portfolio.in_folder(&scratch), &[]);
    let said = String::from_utf8(done.stdout).expect("text");
    assert!(said.contains("2 devices, 3 segments, 7 ops"), "{said}");
    assert!(said.contains("1 piece, 2 artifacts, 29 bytes of files"), "{said}");
    assert!(said.contains("1 submission, 1 taken back"), "{said}");
    assert!(said.contains(&hex(&replica::fingerprint(&portfolio.state))), "{said}");
    assert!(said.contains("every hash is right"), "{said}");
}

#[test]
fn a_damaged_segment_is_named_and_the_rest_is_read() {
    let portfolio = Portfolio::new();
    let last = portfolio.segments.last().expect("a segment");
    for (damage, says) in [
        ((|bytes: &mut Vec<u8>| bytes[20] ^= 1) as fn(&mut Vec<u8>), "hash"),
        (|bytes| bytes.truncate(30), "30 bytes instead of"),
        (Vec::clear, "0 bytes instead of"),
    ] {
        let scratch = Scratch::new();
        let folder = portfolio.in_folder(&scratch);
        let mut bytes = portfolio.files[last].clone();
        damage(&mut bytes);
        fs::write(folder.join(last), bytes).expect("damaged");
        let report = report(&folder);
        let (names, said) = bad(&report);
        assert_eq!(names, [last.as_str()]);
        assert!(said.contains(says), "{said}");
        assert_eq!((&report["segments"], &report["devices"]), (&2.into(), &1.into()));
    }
}

#[test]
fn a_missing_segment_is_noticed_by_those_that_follow() {
    let scratch = Scratch::new();
    let portfolio = Portfolio::new();
    let folder = portfolio.in_folder(&scratch);
    fs::remove_file(folder.join(&portfolio.segments[0])).expect("removed");
    let (names, said) = bad(&report(&folder));
    assert!(names.contains(&portfolio.segments[1]), "{names:?}");
    assert!(said.contains("from 1 to 1 are missing"), "{said}");
}

#[test]
fn a_segment_in_anothers_folder_is_left_out() {
    let scratch = Scratch::new();
    let portfolio = Portfolio::new();
    let folder = portfolio.in_folder(&scratch);
    let last = portfolio.segments.last().expect("a segment");
    let elsewhere = last.replace("02020202020202020202", "03030303030303030303");
    scratch.file(&format!("storage/{elsewhere}"), &portfolio.files[last]);
    let (names, said) = bad(&report(&folder));
    assert_eq!(names, [elsewhere]);
    assert!(said.contains("written by the device 02020202020202020202"), "{said}");
}

#[test]
fn media_is_missed_and_its_damage_seen() {
    let portfolio = Portfolio::new();
    let scratch = Scratch::new();
    let folder = portfolio.in_folder(&scratch);
    fs::write(folder.join(portfolio.chunk()), b"other bytes").expect("damaged");
    let damaged = report(&folder);
    let (names, said) = bad(&damaged);
    assert_eq!(names, ["artifact:a (bridge.png)", &portfolio.chunk()]);
    assert!(said.contains("1 of its 1 chunks are not here"), "{said}");
    assert_eq!((&damaged["artifacts"], &damaged["bytes"]), (&2.into(), &9.into()));
    fs::remove_file(folder.join(portfolio.chunk())).expect("removed");
    assert_eq!(bad(&report(&folder)).0, ["artifact:a (bridge.png)"]);
}

#[test]
fn a_submission_whose_manifest_is_another_is_named() {
    let mut portfolio = Portfolio::new();
    let forged =
        Edit::Set { entity: "submission:a".into(), field: "hash".into(), value: replica::Value::Text("0".repeat(64)) };
    portfolio.write(DeviceId([3; 10]), 3, 0, None, vec![forged]);
    let scratch = Scratch::new();
    let (names, said) = bad(&report(&portfolio.in_folder(&scratch)));
    assert_eq!(names, ["submission:a"]);
    assert!(said.contains("not the one that its hash names"), "{said}");
}

#[test]
fn an_unpacked_export_that_was_changed_is_noticed() {
    let scratch = Scratch::new();
    let portfolio = Portfolio::new();
    for (name, bytes) in &portfolio.files {
        scratch.file(name, bytes);
    }
    let manifest =
        portfolio.files.keys().fold(String::new(), |lines, name| format!("{lines}{}  {name}\n", "0".repeat(64)));
    scratch.file("manifest-sha256.txt", format!("{manifest}{}  evidence/gone.txt\n", "0".repeat(64)).as_bytes());
    scratch.file("evidence/new.txt", b"new");
    let (names, said) = bad(&report(scratch.path()));
    for name in portfolio.files.keys().map(String::as_str).chain(["evidence/gone.txt", "evidence/new.txt"]) {
        assert!(names.iter().any(|bad| bad == name), "{name} in {names:?}");
    }
    for says in ["not those that the manifest lists", "it is not here", "does not list it"] {
        assert!(said.contains(says), "{said}");
    }
}

#[test]
fn a_hostile_entry_is_named_and_the_rest_is_read() {
    let scratch = Scratch::new();
    let mut files = Portfolio::new().files;
    files.insert("../evil.txt".into(), b"evil".to_vec());
    files.insert("evidence/zeros.bin".into(), vec![0; 8 << 20]);
    let path = scratch.path().join("hostile.zip");
    zip(&path, &files).expect("a ZIP");
    let report = report(&path);
    let (names, said) = bad(&report);
    assert!(names.contains(&"../evil.txt".to_owned()) && said.contains("leads out of the folder"), "{said}");
    assert!(names.contains(&"evidence/zeros.bin".to_owned()) && said.contains("grow too much"), "{said}");
    assert_eq!(report["segments"], 3);
    assert!(!scratch.path().join("../evil.txt").exists());
}

#[test]
fn joined_portfolios_are_one_under_the_least_id() {
    let scratch = Scratch::new();
    let portfolio = Portfolio::new();
    let folder = portfolio.in_folder(&scratch);
    let root = |id| RootFile::new(id, "2026-03-02T09:30:00Z".into()).to_json().expect("a root file");
    let (less, foreign) = (RootId([0x4c; 16]), RootId([0x6b; 16]));
    scratch.file(&format!("storage/cairn1/{}", RootFile::name(less)), &root(less));
    let report = report(&folder);
    assert_eq!((&report["root"], &report["segments"]), (&less.to_string().into(), &3.into()));
    assert_eq!(report["state"], hex(&replica::fingerprint(&portfolio.state)));
    assert_eq!(report["bad"], serde_json::json!([]));

    fs::remove_file(folder.join(format!("cairn1/{}", RootFile::name(ROOT)))).expect("removed");
    scratch.file(&format!("storage/cairn1/{}", RootFile::name(foreign)), &root(foreign));
    let parted = inspect(&folder, &["--json"]);
    let parted: Value = serde_json::from_slice(&parted.stdout).expect("JSON");
    assert_eq!(parted["segments"], 0, "no segment belongs to an id that lies here");
    assert!(bad(&parted).1.contains(&ROOT.to_string()), "{parted}");
}

#[test]
fn a_cut_root_file_counts_by_its_name_and_is_named() {
    let scratch = Scratch::new();
    let folder = Portfolio::new().in_folder(&scratch);
    let name = format!("cairn1/{}", RootFile::name(ROOT));
    fs::write(folder.join(&name), b"{\"for").expect("cut");
    let report = report(&folder);
    assert_eq!((&report["root"], &report["segments"]), (&ROOT.to_string().into(), &3.into()));
    assert_eq!(bad(&report).0, [name]);
}

#[test]
fn what_is_no_portfolio_is_an_error_and_nothing_panics() {
    let scratch = Scratch::new();
    let text = scratch.file("notes.txt", b"not a ZIP");
    let empty =
        scratch.file("empty/cairn1/log/readme", b"hello").parent().and_then(Path::parent).expect("a folder").to_owned();
    for (path, says) in [
        (text, "not a ZIP"),
        (scratch.path().join("none"), "could not be read"),
        (scratch.path().to_owned(), "no folder cairn1"),
        (empty, "no readable segment"),
    ] {
        let done = inspect(&path, &["--json"]);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(1), "{}: {said}", path.display());
        assert!(said.contains(says) && done.stdout.is_empty(), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn links_in_a_folder_are_not_followed() {
    let scratch = Scratch::new();
    let folder = Portfolio::new().in_folder(&scratch);
    std::os::unix::fs::symlink("/etc/hostname", folder.join("cairn1/blob/link")).expect("a link");
    let (names, said) = bad(&report(&folder));
    assert_eq!(names, ["cairn1/blob/link"]);
    assert!(said.contains("not read"), "{said}");
}
