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
}

impl Portfolio {
    /// Two devices; the first writes a piece with a picture and a link in two segments, the second a title.
    pub fn new() -> Self {
        let picture = b"not really a picture".to_vec();
        let root = RootFile::new(ROOT, "2026-03-01T09:30:00Z".into()).to_json().expect("a root file");
        let mut portfolio = Self {
            files: BTreeMap::from([(format!("cairn1/{}", RootFile::name(ROOT)), root)]),
            segments: Vec::new(),
            state: State::default(),
            picture,
        };
        let (tablet, phone) = (DeviceId([1; 10]), DeviceId([2; 10]));
        let evidence = |title: &str| create("evidence:a", [("title", title.into())]);
        let hash = Hash::of(&portfolio.picture);
        let file = Value::Map(BTreeMap::from([
            ("name".into(), "bridge.png".into()),
            ("type".into(), "image/png".into()),
            ("size".into(), Value::Int(20)),
            ("hash".into(), Value::Text(hash.to_string())),
            ("chunks".into(), Value::List(vec![Value::Text(hash.to_string())])),
        ]));
        let link = Value::Map(BTreeMap::from([("url".into(), "https://example.org/".into())]));
        let first = portfolio.write(
            tablet,
            1,
            0,
            None,
            vec![evidence("A bridge"), create("artifact:a", [("of", "evidence:a".into()), ("file", file)])],
        );
        portfolio.write(
            tablet,
            1,
            1,
            Some(first),
            vec![create("artifact:b", [("of", "evidence:a".into()), ("link", link)])],
        );
        portfolio.write(phone, 2, 0, None, vec![evidence("A bridge of paper")]);
        portfolio
    }

    fn write(&mut self, device: DeviceId, writer: u64, seq: u32, prev: Option<Hash>, edits: Vec<Edit>) -> Hash {
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
        let hash = sha256_hex(&self.picture);
        let folder: String = hash.chars().take(2).collect();
        format!("cairn1/blob/{folder}/{hash}")
    }

    /// As a backend holds it.
    pub fn in_folder(&self, scratch: &Scratch) -> PathBuf {
        for (name, bytes) in &self.files {
            scratch.file(&format!("storage/{name}"), bytes);
        }
        scratch.file(&format!("storage/{}", self.chunk()), &self.picture);
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
        let picture = Content::File { hash: sha256_hex(&self.picture), size: 20, media_type: "image/png".into() };
        entries.push(entry("evidence/2026-03-01 A bridge/bridge.png", picture));
        let path = scratch.path().join("export.zip");
        let plan = Plan { made: (2026, 3, 1, 9, 30, 0), entries };
        let mut export = Export::new(plan, File::create(&path).expect("a file"));
        while let Some(wanted) = export.needs().expect("written") {
            let bytes = self.files.get(&wanted.path).unwrap_or(&self.picture);
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

fn create<const N: usize>(entity: &str, fields: [(&str, Value); N]) -> Edit {
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Edit::Create { entity: entity.into(), fields }
}
