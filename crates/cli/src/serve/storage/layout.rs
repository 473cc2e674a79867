//! The names that Cairn writes (docs/format-backend.md): everything else is refused before the disk is touched.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sync::name::check_part;

use super::refusal::Refusal;

/// Everything is in here; another format would be another name.
const FORMAT: &str = "cairn1";
/// Folders of folders of files.
const KINDS: [&str; 6] = ["log", "pack", "snap", "blob", "out", "sig"];
/// Where a client finds out what a server can do; folders and files come and go in it.
const PROBE: &str = "probe";
/// How many parts a path below the probe's folder may have.
const PROBE_DEPTH: usize = 3;

/// A place below an account's folder; the path has no slash at its end and no part that could climb.
#[derive(Debug, PartialEq, Eq)]
pub enum Place {
    /// A folder that stays.
    Folder(String),
    /// A file.
    File(String),
    /// Something the probe made, a file or a folder.
    Probe(String),
}

impl Place {
    /// Reads the path as it stands in the address. Cairn's own names need no escape, so an escape is a name of somebody else's.
    ///
    /// # Errors
    /// [`Refusal::Name`] when Cairn writes no such name.
    pub fn parse(path: &str) -> Result<Self, Refusal> {
        let trimmed = path.strip_suffix('/').unwrap_or(path);
        let parts: Vec<&str> = if trimmed.is_empty() { Vec::new() } else { trimmed.split('/').collect() };
        if !parts.iter().all(|part| check_part(part).is_ok()) {
            return Err(Refusal::Name);
        }
        let is_kind = |kind: &str| KINDS.contains(&kind);
        let place = trimmed.to_owned();
        match parts.as_slice() {
            [] | [FORMAT] => Ok(Self::Folder(place)),
            [FORMAT, PROBE, below @ ..] if below.len() <= PROBE_DEPTH => Ok(Self::Probe(place)),
            [FORMAT, root] if is_root(root) => Ok(Self::File(place)),
            [FORMAT, kind] | [FORMAT, kind, _] if is_kind(kind) => Ok(Self::Folder(place)),
            [FORMAT, kind, _, _] if is_kind(kind) => Ok(Self::File(place)),
            _ => Err(Refusal::Name),
        }
    }

    /// The place on the disk below `home`, none of whose parts may be a link.
    ///
    /// # Errors
    /// [`Refusal::Link`] when one is, and what the disk says otherwise. What is not there yet is no error.
    pub fn within(&self, home: &Path) -> Result<PathBuf, Refusal> {
        let (Self::Folder(place) | Self::File(place) | Self::Probe(place)) = self;
        let mut path = home.to_owned();
        refuse_link(&path)?;
        for part in place.split('/').filter(|part| !part.is_empty()) {
            path.push(part);
            refuse_link(&path)?;
        }
        Ok(path)
    }
}

fn is_root(name: &str) -> bool {
    name.strip_prefix("root-").and_then(|rest| rest.strip_suffix(".json")).is_some_and(|id| !id.is_empty())
}

fn refuse_link(path: &Path) -> Result<(), Refusal> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Err(Refusal::Link),
        Err(problem) if !matches!(problem.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Err(problem.into())
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Component;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_text_leads_out(path in r"(cairn1/)?((log|out|probe)/)?[a-z0-9./\\%\x00-]{0,30}") {
            if let Ok(Place::Folder(place) | Place::File(place) | Place::Probe(place)) = Place::parse(&path) {
                let stays = Path::new(&place).components().all(|part| matches!(part, Component::Normal(_)));
                prop_assert!(stays && (place.is_empty() || place.starts_with(FORMAT)), "{}", place);
            }
        }
    }

    fn parse(path: &str) -> Option<Place> {
        Place::parse(path).ok()
    }

    #[test]
    fn what_cairn_writes_has_a_place() {
        for folder in ["", "cairn1", "cairn1/", "cairn1/log/", "cairn1/log/0a1b/", "cairn1/blob/aa", "cairn1/sig/key"] {
            assert!(matches!(parse(folder), Some(Place::Folder(_))), "{folder}");
        }
        for file in [
            "cairn1/root-00112233445566778899aabbccddeeff.json",
            "cairn1/log/0a1b/00000001-512-00ff.jsonl.gz",
            "cairn1/blob/aa/aa00",
            "cairn1/out/0a1b/x.html",
        ] {
            assert!(matches!(parse(file), Some(Place::File(_))), "{file}");
        }
        for probe in ["cairn1/probe", "cairn1/probe/0a/", "cairn1/probe/0a/nested", "cairn1/probe/0a/nested/file"] {
            assert!(matches!(parse(probe), Some(Place::Probe(_))), "{probe}");
        }
    }

    #[test]
    fn nothing_else_has() {
        let long = format!("cairn1/log/{}", "x".repeat(100));
        for path in [
            "index.html",
            "sw.js",
            "cairn2",
            "cairn1/index.html",
            "cairn1/other",
            "cairn1/other/a/b",
            "cairn1/log/a/b/c",
            "cairn1/root-.json",
            "cairn1/root-1.html",
            "cairn1/probe/1/2/3/4",
            "cairn1/log/..",
            "cairn1/log/../blob",
            "../ben/cairn1",
            "./cairn1",
            "cairn1//log",
            "/cairn1",
            "//",
            "cairn1/log/%2e%2e",
            "cairn1/log/a%2fb",
            "cairn1/log/a\\b",
            "cairn1/log/a\0",
            "cairn1/log/A",
            "cairn1/log/a b",
            "cairn1/log/ä",
            "cairn1/log/.a",
            "cairn1/log/a.",
            "cairn1/log/-a",
            "cairn1/log/a:b",
            &long,
        ] {
            assert_eq!(parse(path), None, "{path}");
        }
    }
}
