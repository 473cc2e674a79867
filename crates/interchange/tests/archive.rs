//! A ZIP of a whole portfolio, out and in again.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;

use interchange::archive::{
    Bad, Content, Export, ExportError, Exported, Import, ImportError, Item, Plan, Planned, Why,
};
use interchange::chunks::{CHUNK_BYTES, Identifier};
use interchange::hash::sha256_hex;
use interchange::zip::{Limits, Packing, Refusal, Stamp, Writer};
use proptest::prelude::*;
use proptest::sample::Index;
use replica::segment::SegmentName;
use replica::{RootFile, RootId};

const DEVICE: &str = "00112233445566778899";

fn identity(bytes: &[u8]) -> String {
    let mut identifier = Identifier::default();
    identifier.update(bytes);
    identifier.finish().hash
}

fn root(digit: u8) -> RootFile {
    RootFile::new(RootId([digit; 16]), "2026-01-15T12:00:00Z".into())
}

fn root_file(digit: u8) -> (String, String) {
    let root = root(digit);
    (format!("cairn1/{}", RootFile::name(root.root)), String::from_utf8(root.to_json().unwrap()).unwrap())
}

/// A store of bytes by segment name or file identity, and the plan of a ZIP of them.
struct Store {
    bytes: BTreeMap<String, Vec<u8>>,
    plan: Plan,
}

impl Store {
    fn new() -> Self {
        let (path, json) = root_file(7);
        let entries = vec![
            Planned { path: "README.txt".into(), content: Content::Text("Read me".into()) },
            Planned { path, content: Content::Text(json) },
        ];
        Self { bytes: BTreeMap::new(), plan: Plan { made: (2026, 1, 15, 12, 0, 0), entries } }
    }

    fn segment(mut self, seq: u32, gzip: &[u8]) -> Self {
        let name = SegmentName::of(seq, gzip).to_string();
        let content = Content::Segment { device: DEVICE.into(), name: name.clone(), size: gzip.len() as u64 };
        self.plan.entries.push(Planned { path: format!("cairn1/log/{DEVICE}/{name}"), content });
        self.bytes.insert(name, gzip.to_vec());
        self
    }

    fn file(mut self, path: &str, bytes: &[u8]) -> Self {
        let hash = identity(bytes);
        let content = Content::File { hash: hash.clone(), size: bytes.len() as u64, media_type: "image/png".into() };
        self.plan.entries.push(Planned { path: path.into(), content });
        self.bytes.insert(hash, bytes.to_vec());
        self
    }

    fn export(&self) -> (Vec<u8>, Exported) {
        let mut export = Export::new(self.plan.clone(), Cursor::new(Vec::new()));
        while let Some(needed) = export.needs().unwrap() {
            let name = match &needed.content {
                Content::Segment { name, .. } => name,
                Content::File { hash, .. } => hash,
                Content::Text(_) => unreachable!(),
            };
            match self.bytes.get(name) {
                Some(bytes) => export.give(&mut bytes.as_slice(), &mut |_| ControlFlow::Continue(())).unwrap(),
                None => export.skip(),
            }
        }
        let (out, exported) = export.finish().unwrap();
        (out.into_inner(), exported)
    }
}

/// Everything a ZIP gives: segments by name, files by identity, and what is bad.
fn import(zip: &[u8]) -> (BTreeMap<String, Vec<u8>>, Vec<Bad>) {
    let mut import = Import::open(Cursor::new(zip), &Limits::default()).unwrap();
    let mut got = BTreeMap::new();
    for (at, item) in import.items().to_vec().into_iter().enumerate() {
        match item {
            Item::Segment { device, name } => {
                if let Some(bytes) = import.segment(at).unwrap() {
                    assert_eq!(device.to_string(), DEVICE);
                    got.insert(name.to_string(), bytes);
                }
            }
            Item::File { hash, .. } => {
                let mut bytes = Vec::new();
                let mut take = |piece: &[u8]| {
                    bytes.extend_from_slice(piece);
                    Ok(())
                };
                if let Some(identity) = import.file(at, &mut take).unwrap() {
                    assert_eq!((identity.hash.as_str(), identity.size), (hash.as_str(), bytes.len() as u64));
                    got.insert(hash, bytes);
                }
            }
        }
    }
    import.check_rest(&mut |_| Ok(())).unwrap();
    (got, import.bad().to_vec())
}

fn bad(zip: &[u8]) -> Vec<(String, Why)> {
    import(zip).1.into_iter().map(|bad| (bad.name, bad.why)).collect()
}

/// A ZIP of the same entries after `change`, written by hand: its manifest stays as it was.
fn rewritten(zip: &[u8], mut change: impl FnMut(&mut String, &mut Vec<u8>) -> bool) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut writer = Writer::new(Cursor::new(Vec::new()), Stamp::new(2026, 1, 16, 0, 0, 0));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if change(&mut name, &mut bytes) {
            writer.add(&name, Packing::Store, 0, &mut bytes.as_slice(), &mut |_| Ok(())).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

fn diary() -> Store {
    Store::new()
        .segment(1, b"first gzip")
        .segment(2, b"second gzip")
        .file("evidence/2026-01-15 Beans/photo.png", b"\x89PNG bytes")
}

#[test]
fn what_goes_out_comes_back() {
    let large: Vec<u8> = (0..CHUNK_BYTES + 1000).map(|at| at.to_le_bytes()[1]).collect();
    let store =
        diary().file("evidence/2026-01-15 Beans/film.mp4", &large).file("evidence/2026-01-16 Empty/empty.txt", b"");
    let (zip, exported) = store.export();
    assert_eq!((exported.entries, exported.missing, exported.damaged), (9, vec![], vec![]));
    let (got, bad) = import(&zip);
    assert_eq!(bad, []);
    assert!(got == store.bytes);
    let import = Import::open(Cursor::new(&zip), &Limits::default()).unwrap();
    assert_eq!(import.roots(), [root(7)]);
}

#[test]
fn the_manifest_lists_every_other_entry_with_its_hash() {
    let (zip, _) = diary().export();
    let mut archive = zip::ZipArchive::new(Cursor::new(&zip)).unwrap();
    let mut manifest = String::new();
    archive.by_name("manifest-sha256.txt").unwrap().read_to_string(&mut manifest).unwrap();
    let listed: BTreeMap<&str, &str> =
        manifest.lines().map(|line| line.split_once("  ").unwrap()).map(|(hash, path)| (path, hash)).collect();
    assert_eq!(listed.len() + 1, archive.len());
    for (path, hash) in listed {
        let mut bytes = Vec::new();
        archive.by_name(path).unwrap().read_to_end(&mut bytes).unwrap();
        assert_eq!(sha256_hex(&bytes), hash, "{path}");
    }
}

#[test]
fn what_is_not_on_the_device_is_told_and_what_is_damaged_is_kept() {
    let mut store =
        diary().file("evidence/2026-01-15 Beans/gone.png", b"gone").file("evidence/2026-01-15 Beans/rot.png", b"right");
    store.bytes.remove(&identity(b"gone"));
    store.bytes.insert(identity(b"right"), b"wrong".to_vec());
    let (zip, exported) = store.export();
    assert_eq!(exported.missing, ["evidence/2026-01-15 Beans/gone.png"]);
    assert_eq!(exported.damaged, ["evidence/2026-01-15 Beans/rot.png"]);
    let (got, bad) = import(&zip);
    assert_eq!(got.len(), 3);
    assert_eq!(bad, [Bad { name: "evidence/2026-01-15 Beans/rot.png".into(), why: Why::OtherFile }]);
}

#[test]
fn writing_can_be_cancelled_and_progress_is_told() {
    let store = diary();
    let mut export = Export::new(store.plan.clone(), Cursor::new(Vec::new()));
    export.needs().unwrap();
    let mut heard = 0;
    export
        .give(&mut &b"first gzip"[..], &mut |done| {
            heard = done;
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(heard, ("Read me".len() + root_file(7).1.len() + "first gzip".len()) as u64);
    let ended = export.give(&mut &b"second gzip"[..], &mut |_| ControlFlow::Break(()));
    assert!(matches!(ended, Err(ExportError::Cancelled)));
    let failed =
        Export::new(store.plan, Cursor::new(Vec::new())).give(&mut Failing, &mut |_| ControlFlow::Continue(()));
    assert!(matches!(failed, Err(ExportError::Io(_))));
}

struct Failing;

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the disk is gone"))
    }
}

#[test]
fn a_zip_that_somebody_changed_says_what() {
    let (zip, _) = diary().export();
    let photo = "evidence/2026-01-15 Beans/photo.png";

    let edited = rewritten(&zip, |name, bytes| {
        if name == photo || name == "README.txt" {
            bytes.push(b'!');
        }
        true
    });
    assert_eq!(bad(&edited), [(photo.into(), Why::OtherFile), ("README.txt".into(), Why::HashDiffers)]);

    let without = rewritten(&zip, |name, _| name != photo);
    assert_eq!(bad(&without), [(photo.into(), Why::Missing)]);

    let mut first = true;
    let with_more = rewritten(&zip, |name, bytes| {
        if name == "README.txt" && std::mem::take(&mut first) {
            (*name, *bytes) = ("notes.txt".into(), b"mine".to_vec());
        }
        true
    });
    assert_eq!(bad(&with_more), [("README.txt".into(), Why::Missing), ("notes.txt".into(), Why::NotListed)]);

    let no_lists = rewritten(&zip, |name, _| name != "manifest-sha256.txt" && name != "files.json");
    let lists_alone = |why| [("manifest-sha256.txt".to_owned(), why), ("files.json".to_owned(), why)];
    assert_eq!(bad(&no_lists), lists_alone(Why::Missing), "with no manifest nothing can differ from it");
    assert_eq!(import(&no_lists).0.len(), 2, "the log needs no list");

    let broken_lists = rewritten(&zip, |name, bytes| {
        if name == "manifest-sha256.txt" || name == "files.json" {
            bytes.insert(0, b'#');
        }
        true
    });
    assert_eq!(bad(&broken_lists), lists_alone(Why::Unreadable));
}

#[test]
fn a_changed_segment_is_left_out() {
    let (zip, _) = diary().export();
    let changed = rewritten(&zip, |name, bytes| {
        if name.contains("/00000001-") {
            bytes[0] ^= 1;
        }
        true
    });
    let (got, bad) = import(&changed);
    assert_eq!(got.len(), 2);
    assert!(matches!(bad.as_slice(), [Bad { name, why: Why::OtherFile }] if name.contains("/00000001-")));
}

#[test]
fn a_zip_of_the_unpacked_folder_is_read_too() {
    let (zip, _) = diary().export();
    let around = rewritten(&zip, |name, _| {
        name.insert_str(0, "my portfolio/");
        true
    });
    let (got, bad) = import(&around);
    assert_eq!((got.len(), bad), (3, vec![]));
}

fn zip_of(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = Writer::new(Cursor::new(Vec::new()), Stamp::new(2026, 1, 16, 0, 0, 0));
    for (name, text) in entries {
        writer.add(name, Packing::Store, 0, &mut text.as_bytes(), &mut |_| Ok(())).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn open(zip: &[u8]) -> Result<Import<Cursor<&[u8]>>, ImportError> {
    Import::open(Cursor::new(zip), &Limits::default())
}

#[test]
fn what_holds_no_portfolio_is_refused_with_what_is_wrong_in_it() {
    match open(&zip_of(&[("../evil.txt", ""), ("good.txt", "")])).unwrap_err() {
        ImportError::NoRoot { bad } => {
            assert_eq!(bad, [Bad { name: "../evil.txt".into(), why: Why::Refused(Refusal::UnsafeName) }]);
        }
        other => panic!("{other:?}"),
    }
    assert!(matches!(open(b"no zip at all"), Err(ImportError::Zip(_))));
    let (path, json) = root_file(7);
    let elsewhere = format!("another/{path}");
    let two = zip_of(&[(&path, &json), (&elsewhere, &json)]);
    assert!(matches!(open(&two), Err(ImportError::SeveralPortfolios { portfolios: 2 })));
    let newer = json.replace("cairn1", "cairn2");
    assert!(matches!(open(&zip_of(&[(&path, &newer)])), Err(ImportError::Root(_))));
}

#[test]
fn a_portfolio_may_have_several_ids_and_a_broken_root_file_counts_by_its_name() {
    let ((eight, json), (seven, _)) = (root_file(8), root_file(7));
    let zip = zip_of(&[(&eight, &json), (&seven, "cut of")]);
    let import = open(&zip).unwrap();
    assert_eq!(import.roots(), [RootFile::new(RootId([7; 16]), String::new()), root(8)]);
    assert!(import.bad().contains(&Bad { name: seven, why: Why::Unreadable }));
}

proptest! {
    #[test]
    fn a_zip_with_bytes_exchanged_gives_nothing_wrong(changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..8)) {
        let store = diary();
        let (mut zip, _) = store.export();
        for (at, with) in changes {
            let at = at.index(zip.len());
            zip[at] = with;
        }
        if Import::open(Cursor::new(&zip), &Limits::default()).is_ok() {
            let (got, _) = import(&zip);
            for (name, bytes) in got {
                prop_assert_eq!(store.bytes.get(&name), Some(&bytes));
            }
        }
    }
}
