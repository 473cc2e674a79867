//! What a ZIP says it holds: root files, manifest, segments by their names, and the list of files.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};

use replica::{RootError, RootFile, RootId};

use super::{Import, ImportError, Item, read_whole};
use crate::archive::bad::{Bad, Why};
use crate::archive::files::Files;
use crate::archive::{CAIRN, FILES, LOG, MANIFEST, manifest};
use crate::zip::{Archive, Entry, Refusal};

/// The largest root file in bytes.
const ROOT_BYTES: u64 = 64 << 10;
/// The largest list in bytes: 200,000 long lines.
const LIST_BYTES: u64 = 64 << 20;

impl<R: Read + Seek> Import<R> {
    pub(super) fn note_refused(&mut self) {
        self.bad = refused(&self.archive);
        let entries = self.archive.entries().iter().enumerate();
        let settled = entries.filter(|(_, entry)| entry.refused.is_some() || entry.is_folder());
        self.settled = settled.map(|(index, _)| index).collect();
    }

    /// A root file counts by its name. Where its bytes are damaged the day on which the portfolio was begun is not known.
    pub(super) fn read_roots(&mut self, entries: BTreeMap<RootId, usize>) -> Result<(), ImportError> {
        for (id, entry) in entries {
            let bytes = read_whole(&mut self.archive, entry, ROOT_BYTES)?;
            let root = match bytes.map(|bytes| RootFile::from_json(&bytes)) {
                Ok(Ok(root)) if root.root == id => root,
                Ok(Err(RootError::Format(format))) => return Err(RootError::Format(format).into()),
                wrong => {
                    self.settle(entry, Some(wrong.err().unwrap_or(Why::Unreadable)));
                    RootFile::new(id, String::new())
                }
            };
            self.roots.push(root);
        }
        Ok(())
    }

    /// The entry of this name inside the folder around everything.
    fn find(&self, path: &str) -> Option<usize> {
        let matches = |name: &str| name.strip_prefix(self.around.as_str()) == Some(path);
        self.archive.entries().iter().position(|entry| entry.refused.is_none() && matches(&entry.name))
    }

    fn read_list(&mut self, path: &str) -> Result<Option<String>, ImportError> {
        let Some(entry) = self.find(path) else {
            // Said already where the manifest lists it too.
            if !self.bad.iter().any(|bad| bad.name == path) {
                self.bad.push(Bad { name: path.to_owned(), why: Why::Missing });
            }
            return Ok(None);
        };
        let read = read_whole(&mut self.archive, entry, LIST_BYTES)?;
        let text = read.and_then(|bytes| String::from_utf8(bytes).map_err(|_| Why::Unreadable));
        match text {
            Ok(text) => Ok(Some(text)),
            Err(why) => {
                self.settle(entry, Some(why));
                Ok(None)
            }
        }
    }

    pub(super) fn read_manifest(&mut self) -> Result<(), ImportError> {
        let Some(text) = self.read_list(MANIFEST)? else { return Ok(()) };
        let Some(lines) = manifest::parse(&text) else {
            self.bad.push(Bad { name: MANIFEST.to_owned(), why: Why::Unreadable });
            return Ok(());
        };
        self.settled.extend(self.find(MANIFEST));
        let entries = self.by_path();
        let mut listed = BTreeMap::new();
        for line in lines {
            match entries.get(&line.path) {
                Some(entry) => drop(listed.insert(*entry, line.hash)),
                None => self.bad.push(Bad { name: line.path, why: Why::Missing }),
            }
        }
        self.listed = Some(listed);
        Ok(())
    }

    fn by_path(&self) -> BTreeMap<String, usize> {
        let entries = self.archive.entries().iter().enumerate();
        let named = entries.filter(|(_, entry)| entry.refused != Some(Refusal::RepeatedName));
        named.filter_map(|(index, entry)| Some((entry.name.strip_prefix(&self.around)?.to_owned(), index))).collect()
    }

    pub(super) fn find_segments(&mut self) {
        for (index, entry) in self.archive.entries().iter().enumerate() {
            let path = entry.name.strip_prefix(&self.around).and_then(|path| path.strip_prefix(LOG));
            let Some((device, name)) = path.and_then(|path| path.split_once('/')) else { continue };
            if let (None, Ok(device), Ok(name)) = (entry.refused, device.parse(), name.parse()) {
                self.items.push(Item::Segment { device, name });
                self.entry_of.push(index);
            }
        }
    }

    pub(super) fn read_files(&mut self) -> Result<(), ImportError> {
        let Some(text) = self.read_list(FILES)? else { return Ok(()) };
        let Ok(files) = serde_json::from_str::<Files>(&text) else {
            self.bad.push(Bad { name: FILES.to_owned(), why: Why::Unreadable });
            return Ok(());
        };
        let entries = self.by_path();
        let told: BTreeSet<String> = self.bad.iter().map(|bad| bad.name.clone()).collect();
        let mut known = BTreeSet::new();
        for file in files.files {
            let entry =
                entries.get(&file.path).copied().filter(|entry| self.archive.entries()[*entry].refused.is_none());
            match entry {
                Some(entry) if known.insert(file.hash.clone()) => {
                    self.items.push(Item::File { hash: file.hash, size: file.size, path: file.path });
                    self.entry_of.push(entry);
                }
                Some(_) => {}
                // Said already where the manifest lists it too.
                None if told.contains(&file.path) => {}
                None => self.bad.push(Bad { name: file.path, why: Why::Missing }),
            }
        }
        Ok(())
    }
}

/// The entries of the root files by id, and the folder around everything if there is one.
pub(super) fn find_roots<R: Read + Seek>(
    archive: &Archive<R>,
) -> Result<(BTreeMap<RootId, usize>, String), ImportError> {
    let mut portfolios: BTreeMap<&str, BTreeMap<RootId, usize>> = BTreeMap::new();
    for (index, entry) in archive.entries().iter().enumerate() {
        if let Some((around, name)) = entry.name.rsplit_once(CAIRN)
            && (around.is_empty() || around.ends_with('/'))
            && entry.refused.is_none()
            && let Some(id) = RootFile::id_in(name)
        {
            portfolios.entry(around).or_default().insert(id, index);
        }
    }
    match portfolios.len() {
        0 => Err(ImportError::NoRoot { bad: refused(archive) }),
        1 => Ok(portfolios.pop_first().map(|(around, roots)| (roots, around.to_owned())).unwrap_or_default()),
        portfolios => Err(ImportError::SeveralPortfolios { portfolios }),
    }
}

fn refused<R: Read + Seek>(archive: &Archive<R>) -> Vec<Bad> {
    let why = |entry: &Entry| Some(Bad { name: entry.name.clone(), why: Why::Refused(entry.refused?) });
    archive.entries().iter().filter_map(why).collect()
}
