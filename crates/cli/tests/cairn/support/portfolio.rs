//! A small portfolio in files, as a backend holds it and as an export does.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use interchange::archive::{Content, Export, LOG, Plan, Planned};
use interchange::hash::sha256_hex;
use interchange::zip::{Packing, Stamp, Writer};
use replica::segment::{Freezer, compress};
use replica::{DeviceId, Edit, Hash, RootFile, RootId, Stamper, State, Value, WriterId};

use super::Scratch;

pub const ROOT: RootId = RootId([0x5a; 16]);

/// Files by name, and what they mean.
pub struct Portfolio {
    pub files: BTreeMap<String, Vec<u8>>,
    /// The names of the segments, in the order in which they were written.
    pub segments: Vec<String>,
    pub state: State,
    /// The one picture.
    pub picture: Vec<u8>,
    /// What stands for the manifest of the one submission.
    pub manifest: Vec<u8>,
}

impl Portfolio {
    /// Two devices; the first writes a piece with a picture and a link in two segments, the second a title, and hands the piece in and takes
    /// that back.
    pub fn new() -> Self {
        let picture = b"not really a picture".to_vec();
        let root = RootFile::new(ROOT, "2026-03-01T09:30:00Z".into()).to_json().expect("a root file");
        let mut portfolio = Self {
            files: BTreeMap::from([(format!("cairn1/{}", RootFile::name(ROOT)), root)]),
            segments: Vec::new(),
            state: State::default(),
            picture,
            manifest: b"manifest!".to_vec(),
        };
        let (tablet, phone) = (DeviceId([1; 10]), DeviceId([2; 10]));
        let evidence = |title: &str| create("evidence:a", [("title", title.into())]);
        let picture = stored("bridge.png", "image/png", &portfolio.picture);
        let manifest = stored("submission.json", "application/json", &portfolio.manifest);
        let hash = Value::Text(sha256_hex(&portfolio.manifest));
        let link = Value::Map(BTreeMap::from([("url".into(), "https://example.org/".into())]));
        let first = portfolio.write(
            tablet,
            1,
            0,
            None,
            vec![evidence("A bridge"), create("artifact:a", [("of", "evidence:a".into()), ("file", picture)])],
        );
        portfolio.write(
            tablet,
            1,
            1,
            Some(first),
            vec![create("artifact:b", [("of", "evidence:a".into()), ("link", link)])],
        );
        let submission = [("piece", "evidence:a".into()), ("at", "2026-03-01T09:00:00Z".into()), ("hash", hash)];
        portfolio.write(
            phone,
            2,
            0,
            None,
            vec![
                evidence("A bridge of paper"),
                create("submission:a", submission),
                create("frozen:a", [("of", "evidence:a".into()), ("manifest", manifest)]),
                create("submission:a", [("withdrawn", "2026-03-01T09:10:00Z".into())]),
            ],
        );
        portfolio
    }

    /// Writes edits into a segment of a device.
    pub fn write(&mut self, device: DeviceId, writer: u64, seq: u32, prev: Option<Hash>, edits: Vec<Edit>) -> Hash {
        let mut stamper = Stamper::new(WriterId(writer));
        let ops = edits
            .into_iter()
            .map(|edit| {
                let op = self.state.stamp(&mut stamper, edit).expect("an op");
                self.state.apply(&op);
                op
            })
            .collect();
        let mut freezer = Freezer::new(ROOT, device, seq, prev, ops);
        let lines = freezer.draft().expect("a draft").expect("lines");
        let segment = freezer.accept(compress(&lines).expect("gzip")).expect("a segment").expect("a small one");
        let name = format!("cairn1/log/{device}/{}", segment.name);
        self.segments.push(name.clone());
        self.files.insert(name, segment.gzip);
        segment.hash
    }

    pub fn chunk(&self) -> String {
        blob(&self.picture)
    }

    /// As a backend holds it.
    pub fn in_folder(&self, scratch: &Scratch) -> PathBuf {
        for (name, bytes) in &self.files {
            scratch.file(&format!("storage/{name}"), bytes);
        }
        for bytes in [&self.picture, &self.manifest] {
            scratch.file(&format!("storage/{}", blob(bytes)), bytes);
        }
        scratch.path().join("storage")
    }

    /// As the app exports it.
    pub fn in_zip(&self, scratch: &Scratch) -> PathBuf {
        let entry = |path: &str, content| Planned { path: path.into(), content };
        let texts = self.files.iter().filter(|(name, _)| !name.starts_with(LOG));
        let mut entries: Vec<Planned> = texts
            .map(|(name, bytes)| entry(name, Content::Text(String::from_utf8_lossy(bytes).into_owned())))
            .collect();
        for name in &self.segments {
            let mut parts = name.rsplit('/').map(str::to_owned);
            let (name_there, device) = (parts.next().expect("a name"), parts.next().expect("a device"));
            entries
                .push(entry(name, Content::Segment { device, name: name_there, size: self.files[name].len() as u64 }));
        }
        let media = BTreeMap::from([
            ("evidence/2026-03-01 A bridge/bridge.png", (&self.picture, "image/png")),
            ("submissions/2026-03-01 A bridge.json", (&self.manifest, "application/json")),
        ]);
        for (path, (bytes, media_type)) in &media {
            let (hash, size) = (sha256_hex(bytes), bytes.len() as u64);
            entries.push(entry(path, Content::File { hash, size, media_type: (*media_type).into() }));
        }
        let path = scratch.path().join("export.zip");
        let plan = Plan { made: (2026, 3, 1, 9, 30, 0), entries };
        let mut export = Export::new(plan, File::create(&path).expect("a file"));
        while let Some(wanted) = export.needs().expect("written") {
            let medium = || media.get(wanted.path.as_str()).map(|(bytes, _)| *bytes);
            let bytes = self.files.get(&wanted.path).or_else(medium).expect("bytes");
            export.give(&mut bytes.as_slice(), &mut |_| ControlFlow::Continue(())).expect("written");
        }
        export.finish().expect("a ZIP");
        path
    }
}

/// Any files in a ZIP.
pub fn zip(path: &Path, files: &BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    let mut writer = Writer::new(File::create(path)?, Stamp::new(2026, 3, 1, 9, 30, 0));
    for (name, bytes) in files {
        writer.add(name, Packing::Deflate, bytes.len() as u64, &mut bytes.as_slice(), &mut |_| Ok(()))?;
    }
    writer.finish().map(|_| ())
}

/// Where a backend keeps a chunk.
fn blob(bytes: &[u8]) -> String {
    let hash = sha256_hex(bytes);
    let folder: String = hash.chars().take(2).collect();
    format!("cairn1/blob/{folder}/{hash}")
}

/// A file of one chunk, as an entity names it.
fn stored(name: &str, media_type: &str, bytes: &[u8]) -> Value {
    let hash = || Value::Text(sha256_hex(bytes));
    Value::Map(BTreeMap::from([
        ("name".into(), name.into()),
        ("type".into(), media_type.into()),
        ("size".into(), Value::Int(bytes.len() as i64)),
        ("hash".into(), hash()),
        ("chunks".into(), Value::List(vec![hash()])),
    ]))
}

fn create<const N: usize>(entity: &str, fields: [(&str, Value); N]) -> Edit {
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Edit::Create { entity: entity.into(), fields }
}
