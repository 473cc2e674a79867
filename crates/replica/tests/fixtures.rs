//! Frozen files that must open for ever, with the state that they mean.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use replica::segment::{self, Header, SegmentName};
use replica::{DeviceId, Hash, Kind, Op, RootFile, RootId, Standing, State, canonical};

const ROOT: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cairn1")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = entries.collect();
    names.sort();
    names
}

/// Every frozen segment by device and number, checked as a device checks what comes from a backend.
fn segments() -> Vec<(Header, Vec<Op>)> {
    let log = fixtures().join("log");
    let mut segments = Vec::new();
    for folder in names(&log) {
        let device: DeviceId = folder.parse().unwrap();
        let mut prev = None;
        for file in names(&log.join(&folder)) {
            let name: SegmentName = file.parse().unwrap();
            let gzip = fs::read(log.join(&folder).join(&file)).unwrap();
            name.verify(&gzip).unwrap();
            let lines = segment::inflate(&gzip).unwrap();
            let (header, ops) = segment::parse(&lines).unwrap();
            header.verify(&[ROOT.parse().unwrap()], device, &name).unwrap();
            assert_eq!(header.prev, prev.replace(Hash::of(&gzip)), "{file}");
            assert_eq!(segment::encode(&header, &ops).unwrap(), lines, "{file} is not written as it was");
            segments.push((header, ops));
        }
    }
    segments
}

fn state() -> State {
    let mut state = State::default();
    segments().into_iter().flat_map(|(_, ops)| ops).for_each(|op| state.fold(op));
    state
}

#[test]
fn the_root_file_opens() {
    let root: RootId = ROOT.parse().unwrap();
    let bytes = fs::read(fixtures().join(RootFile::name(root))).unwrap();
    let file = RootFile::from_json(&bytes).unwrap();
    assert_eq!((file.root, file.created.as_str()), (root, "2026-03-01T09:30:00Z"));
    assert_eq!(file.to_json().unwrap(), bytes);
}

#[test]
fn the_segments_mean_what_they_meant() {
    let frozen = fs::read_to_string(fixtures().join("state.txt")).unwrap();
    assert_eq!(String::from_utf8(canonical(&state())).unwrap(), frozen);
    let fingerprint = fs::read_to_string(fixtures().join("fingerprint.txt")).unwrap();
    assert_eq!(format!("{}\n", Hash(replica::fingerprint(&state()))), fingerprint);
}

/// So that no part of the format can change unseen.
#[test]
fn the_segments_hold_something_of_everything() {
    let segments = segments();
    let ops = || segments.iter().flat_map(|(_, ops)| ops);
    for kind in ["create", "set", "add", "remove", "trash", "restore", "purge", "sing"] {
        assert!(ops().any(|op| op.kind == Kind::from(kind)), "{kind}");
    }
    assert!(segments.iter().any(|(header, _)| header.seq == 2 && header.writers.len() == 2));
    let state = state();
    let standings: Vec<_> = state.entities().map(|view| view.standing()).collect();
    for standing in [Standing::Live, Standing::Trashed, Standing::Recovered] {
        assert!(standings.contains(&standing), "{standing:?}");
    }
    assert!(state.entities().any(|view| view.fields().any(|field| view.heads(field).len() == 2)));
    assert!(state.is_purged("evidence:d"));
}
