//! The files that the portfolio names: are they here, and are they whole?

use std::collections::{BTreeMap, BTreeSet};

use interchange::archive::{CAIRN, FILES};
use interchange::chunks::{Identity, identity_of};
use replica::{EntityView, Hash, State, Value};

use serde::Deserialize;

use super::digest::Digests;
use super::report::Bad;
use super::source::{Source, whole};

/// Room for a name for each of the most entries that an archive may have.
const FILES_LIMIT: usize = 64 * 1024 * 1024;

/// What was found.
#[derive(Default)]
pub struct Files {
    /// How many artifacts the state holds: files, links and things done.
    pub artifacts: usize,
    /// How many bytes of files are here and whole: those of artifacts, with their sources and previews, of frameworks and of what was
    /// handed in; each file counts once.
    pub bytes: u64,
}

/// A file as the state describes it.
struct Wanted {
    name: String,
    size: u64,
    identity: Hash,
    chunks: Vec<Hash>,
}

/// Looks for every file that the state names; what is missing or damaged is added to `bad`.
pub fn check(source: &mut dyn Source, state: &State, digests: &Digests, bad: &mut Vec<Bad>) -> Files {
    let chunks = chunks(digests, bad);
    let index = index(source, digests, bad);
    let mut files = Files::default();
    let mut seen = BTreeSet::new();
    for entity in state.entities() {
        let kind = entity.id().split_once(':').map_or("", |(kind, _)| kind);
        if kind == "artifact" && ["file", "link", "event"].iter().any(|field| entity.get(field).is_some()) {
            files.artifacts += 1;
        }
        for wanted in naming_files(kind).iter().filter_map(|field| wanted(&entity, field)) {
            match wanted {
                Err(says) => bad.push(Bad::new(entity.id(), says)),
                Ok(file) if !seen.insert(file.identity) => {}
                Ok(file) => match find(&file, &chunks, &index, digests) {
                    Ok(()) => files.bytes += file.size,
                    Err(says) => bad.push(Bad::new(format!("{} ({})", entity.id(), file.name), says)),
                },
            }
        }
    }
    files
}

/// The fields in which an entity of a kind names files.
fn naming_files(kind: &str) -> &'static [&'static str] {
    match kind {
        "artifact" => &["file", "source", "thumb", "words"],
        "framework" => &["file"],
        "frozen" => &["manifest"],
        _ => &[],
    }
}

/// The chunks on a backend that are what their names say, with their lengths.
fn chunks(digests: &Digests, bad: &mut Vec<Bad>) -> BTreeMap<Hash, u64> {
    let folder = format!("{CAIRN}blob/");
    let mut chunks = BTreeMap::new();
    for (name, found) in digests.below(&folder) {
        let hash = name.rsplit('/').next().and_then(|last| last.parse::<Hash>().ok());
        match hash {
            Some(hash) if found.sha256 == hash.to_string() => {
                chunks.insert(hash, found.size);
            }
            Some(_) => bad.push(Bad::new(name, "its bytes are not those that its name says")),
            None => bad.push(Bad::new(name, "its name is not the hash of a chunk")),
        }
    }
    chunks
}

/// The list of files in an export; what the device that made it did not have is listed apart, and of no use here.
#[derive(Default, Deserialize)]
struct Index {
    files: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    hash: String,
    path: String,
}

/// The names of the files in an export, by identity.
fn index(source: &mut dyn Source, digests: &Digests, bad: &mut Vec<Bad>) -> BTreeMap<Hash, String> {
    if digests.get(FILES).is_none() {
        return BTreeMap::new();
    }
    let read = whole(source, FILES, FILES_LIMIT)
        .and_then(|bytes| serde_json::from_slice::<Index>(&bytes).map_err(|problem| problem.to_string()));
    let index = read.unwrap_or_else(|says| {
        bad.push(Bad::new(FILES, says));
        Index::default()
    });
    index.files.into_iter().filter_map(|listed| Some((listed.hash.parse().ok()?, listed.path))).collect()
}

/// The file that an entity names in a field; `None` when it names none.
fn wanted(entity: &EntityView<'_>, field: &str) -> Option<Result<Wanted, &'static str>> {
    let Some(Value::Map(file)) = entity.get(field) else { return None };
    let hash = |value: &Value| value.as_text().and_then(|text| text.parse::<Hash>().ok());
    let read = || {
        let Value::List(chunks) = file.get("chunks")? else { return None };
        let Value::Int(size) = file.get("size")? else { return None };
        Some(Wanted {
            name: file.get("name").and_then(Value::as_text).unwrap_or_default().to_owned(),
            size: u64::try_from(*size).ok()?,
            identity: hash(file.get("hash")?)?,
            chunks: chunks.iter().map(hash).collect::<Option<_>>()?,
        })
    };
    Some(match read() {
        Some(file) if !file.chunks.is_empty() && identity_of(&file.chunks) == file.identity => Ok(file),
        Some(_) => Err("the hashes that describe its file do not fit together"),
        None => Err("the description of its file cannot be read"),
    })
}

/// By every chunk, so that a wrong list of chunks is noticed too.
fn is_same(found: &Identity, file: &Wanted) -> bool {
    let chunks: Vec<String> = file.chunks.iter().map(ToString::to_string).collect();
    found.size == file.size && found.chunks == chunks
}

fn find(
    file: &Wanted,
    chunks: &BTreeMap<Hash, u64>,
    index: &BTreeMap<Hash, String>,
    digests: &Digests,
) -> Result<(), String> {
    if let Some(found) = index.get(&file.identity).and_then(|name| digests.get(name)) {
        return if is_same(found, file) {
            Ok(())
        } else {
            Err("the bytes in the export are not those of the file".into())
        };
    }
    let missing = file.chunks.iter().filter(|chunk| !chunks.contains_key(*chunk)).count();
    if missing > 0 {
        return Err(format!("{missing} of its {} chunks are not here: not backed up yet, or lost", file.chunks.len()));
    }
    let size: u64 = file.chunks.iter().filter_map(|chunk| chunks.get(chunk)).sum();
    if size == file.size { Ok(()) } else { Err(format!("its chunks have {size} bytes instead of {}", file.size)) }
}
