//! Reading the ZIP back. Nothing in it is believed: names, sizes, hashes and lists are checked, and what is wrong with single entries does not keep the others.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Seek};

use replica::segment::{SEGMENT_LIMIT, SegmentName};
use replica::{DeviceId, RootError, RootFile, RootId};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::bad::{Bad, Why};
use super::files::Files;
use super::{CAIRN, FILES, LOG, MANIFEST, manifest};
use crate::chunks::{Identifier, Identity};
use crate::hash::hex;
use crate::zip::{Archive, CopyError, Limits, ZipError};

/// The largest root file in bytes.
const ROOT_BYTES: u64 = 64 << 10;
/// The largest list in bytes: 200,000 long lines.
const LIST_BYTES: u64 = 64 << 20;

/// Why nothing of a ZIP can be brought in.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The archive itself.
    #[error(transparent)]
    Zip(#[from] ZipError),
    /// There is no `cairn1/root-….json`: not a ZIP that Cairn made. What is wrong with its entries is told all the same.
    #[error("the ZIP holds no portfolio: there is no {CAIRN}root-….json")]
    NoRoot {
        /// Entries that would not be read anyway.
        bad: Vec<Bad>,
    },
    /// Root files in more than one folder.
    #[error("the ZIP holds {portfolios} portfolios; one is expected")]
    SeveralPortfolios {
        /// How many.
        portfolios: usize,
    },
    /// A root file of a format that this version does not read.
    #[error(transparent)]
    Root(#[from] RootError),
    /// The archive could not be read any further, or the receiver could not take more.
    #[error("reading the ZIP ended early")]
    Io(#[from] io::Error),
}

/// Something to bring in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A segment of the log.
    Segment {
        /// Who wrote it.
        device: DeviceId,
        /// Its name, which tells its length and hash.
        name: SegmentName,
    },
    /// A stored file.
    File {
        /// Its identity, 64 hexadecimal digits.
        hash: String,
        /// In bytes, as `files.json` says.
        size: u64,
        /// Its entry, without a folder around everything.
        path: String,
    },
}

/// An opened ZIP. [`Import::items`] says what there is to bring in; each is read on its own.
#[derive(Debug)]
pub struct Import<R> {
    archive: Archive<R>,
    /// By id, the least first.
    roots: Vec<RootFile>,
    /// By index into [`Import::items`]: the entry.
    entry_of: Vec<usize>,
    items: Vec<Item>,
    /// What the manifest says, by entry.
    listed: BTreeMap<usize, String>,
    /// Entries that were read and checked, or are known to be bad.
    settled: BTreeSet<usize>,
    /// What comes before every name, if somebody packed the folder again.
    around: String,
    bad: Vec<Bad>,
}

impl<R: Read + Seek> Import<R> {
    /// Opens the ZIP and reads its root file and lists.
    ///
    /// # Errors
    /// See [`ImportError`]; everything that concerns single entries goes to [`Import::bad`].
    pub fn open(input: R, limits: &Limits) -> Result<Self, ImportError> {
        let archive = Archive::open(input, limits)?;
        let (root_entries, around) = find_roots(&archive)?;
        let mut import = Self {
            archive,
            roots: Vec::new(),
            entry_of: Vec::new(),
            items: Vec::new(),
            listed: BTreeMap::new(),
            settled: BTreeSet::new(),
            around,
            bad: Vec::new(),
        };
        import.note_refused();
        import.read_roots(root_entries)?;
        import.read_manifest()?;
        import.find_segments();
        import.read_files()?;
        Ok(import)
    }

    /// Whose portfolio this is: at least one id, the least first. A portfolio that was joined with another has several; segments under any of them
    /// belong to it.
    #[must_use]
    pub fn roots(&self) -> &[RootFile] {
        &self.roots
    }

    /// What there is to bring in: the log first, then the files.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What is wrong so far.
    #[must_use]
    pub fn bad(&self) -> &[Bad] {
        &self.bad
    }

    /// The segment at this index of [`Import::items`], gzip as stored; `None` if its bytes are not what its name says (see [`Import::bad`]).
    ///
    /// # Errors
    /// Only when the archive cannot be read any further.
    pub fn segment(&mut self, at: usize) -> Result<Option<Vec<u8>>, ImportError> {
        let (Some(Item::Segment { name, .. }), Some(entry)) = (self.items.get(at), self.entry_of.get(at)) else {
            return Ok(None);
        };
        let (name, entry) = (*name, *entry);
        let read = read_whole(&mut self.archive, entry, SEGMENT_LIMIT as u64)?;
        let checked = read.and_then(|bytes| match name.verify(&bytes) {
            Ok(()) => Ok(bytes),
            Err(_) => Err(Why::OtherFile),
        });
        match checked {
            Ok(bytes) => {
                self.compare(entry, &hex(&Sha256::digest(&bytes)));
                Ok(Some(bytes))
            }
            Err(why) => {
                self.settle(entry, Some(why));
                Ok(None)
            }
        }
    }

    /// Hands the file at this index of [`Import::items`] to `take`, piece by piece. Only the identity that is returned says that the pieces are the file;
    /// with `None` (see [`Import::bad`]) they are to be thrown away.
    ///
    /// # Errors
    /// When the archive cannot be read any further, or `take` fails.
    pub fn file(
        &mut self,
        at: usize,
        take: &mut dyn FnMut(&[u8]) -> io::Result<()>,
    ) -> Result<Option<Identity>, ImportError> {
        let (Some(Item::File { hash, .. }), Some(entry)) = (self.items.get(at), self.entry_of.get(at)) else {
            return Ok(None);
        };
        let (expected, entry) = (hash.clone(), *entry);
        let mut identifier = Identifier::default();
        let copied = self.archive.copy(entry, |piece| {
            identifier.update(piece);
            take(piece)
        });
        if let Some(why) = settled(copied)? {
            self.settle(entry, Some(why));
            return Ok(None);
        }
        let identity = identifier.finish();
        if identity.hash != expected {
            self.settle(entry, Some(Why::OtherFile));
            return Ok(None);
        }
        self.compare(entry, &identity.sha256);
        Ok(Some(identity))
    }

    /// Compares every entry that was not read yet with the manifest. `take` hears of the pieces, for progress; an error from it ends the reading.
    ///
    /// # Errors
    /// When the archive cannot be read any further, or `take` fails.
    pub fn check_rest(&mut self, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> Result<(), ImportError> {
        for entry in 0..self.archive.entries().len() {
            if self.settled.contains(&entry) {
                continue;
            }
            let mut whole = Sha256::new();
            let copied = self.archive.copy(entry, |piece| {
                whole.update(piece);
                take(piece)
            });
            match settled(copied)? {
                None => self.compare(entry, &hex(&whole.finalize())),
                why => self.settle(entry, why),
            }
        }
        Ok(())
    }

    fn note_refused(&mut self) {
        self.bad = refused(&self.archive);
        let entries = self.archive.entries().iter().enumerate();
        let settled = entries.filter(|(_, entry)| entry.refused.is_some() || entry.is_folder());
        self.settled = settled.map(|(index, _)| index).collect();
    }

    /// A root file counts by its name. Where its bytes are damaged the day on which the portfolio was begun is not known.
    fn read_roots(&mut self, entries: BTreeMap<RootId, usize>) -> Result<(), ImportError> {
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
            self.bad.push(Bad { name: path.to_owned(), why: Why::Missing });
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

    fn read_manifest(&mut self) -> Result<(), ImportError> {
        let Some(text) = self.read_list(MANIFEST)? else { return Ok(()) };
        let Some(lines) = manifest::parse(&text) else {
            self.bad.push(Bad { name: MANIFEST.to_owned(), why: Why::Unreadable });
            return Ok(());
        };
        self.settled.extend(self.find(MANIFEST));
        let entries = self.by_path();
        for line in lines {
            match entries.get(&line.path) {
                Some(entry) => {
                    self.listed.insert(*entry, line.hash);
                }
                None => self.bad.push(Bad { name: line.path, why: Why::Missing }),
            }
        }
        Ok(())
    }

    fn by_path(&self) -> BTreeMap<String, usize> {
        let entries = self.archive.entries().iter().enumerate();
        let named = entries.filter(|(_, entry)| entry.refused != Some(crate::zip::Refusal::RepeatedName));
        named.filter_map(|(index, entry)| Some((entry.name.strip_prefix(&self.around)?.to_owned(), index))).collect()
    }

    fn find_segments(&mut self) {
        for (index, entry) in self.archive.entries().iter().enumerate() {
            let path = entry.name.strip_prefix(&self.around).and_then(|path| path.strip_prefix(LOG));
            let Some((device, name)) = path.and_then(|path| path.split_once('/')) else { continue };
            if let (None, Ok(device), Ok(name)) = (entry.refused, device.parse(), name.parse()) {
                self.items.push(Item::Segment { device, name });
                self.entry_of.push(index);
            }
        }
    }

    fn read_files(&mut self) -> Result<(), ImportError> {
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

    /// An entry was read whole: does the manifest agree?
    fn compare(&mut self, entry: usize, hash: &str) {
        let why = match self.listed.get(&entry) {
            Some(listed) if listed == hash => None,
            Some(_) => Some(Why::HashDiffers),
            None => Some(Why::NotListed),
        };
        self.settle(entry, why);
    }

    fn settle(&mut self, entry: usize, why: Option<Why>) {
        let name = self.archive.entries().get(entry).map(|entry| entry.name.clone());
        if let (true, Some(why), Some(name)) = (self.settled.insert(entry), why, name) {
            self.bad.push(Bad { name, why });
        }
    }
}

/// The entries of the root files by id, and the folder around everything if there is one.
fn find_roots<R: Read + Seek>(archive: &Archive<R>) -> Result<(BTreeMap<RootId, usize>, String), ImportError> {
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
    let why = |entry: &crate::zip::Entry| Some(Bad { name: entry.name.clone(), why: Why::Refused(entry.refused?) });
    archive.entries().iter().filter_map(why).collect()
}

/// An entry that is small enough to be held in memory.
fn read_whole<R: Read + Seek>(
    archive: &mut Archive<R>,
    entry: usize,
    limit: u64,
) -> Result<Result<Vec<u8>, Why>, ImportError> {
    if archive.entries().get(entry).is_none_or(|entry| entry.size > limit) {
        return Ok(Err(Why::TooLarge));
    }
    let mut bytes = Vec::new();
    let copied = archive.copy(entry, |piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    });
    Ok(match settled(copied)? {
        None => Ok(bytes),
        Some(why) => Err(why),
    })
}

/// What is wrong with an entry, apart from what ends all reading.
fn settled(copied: Result<(), CopyError<io::Error>>) -> Result<Option<Why>, ImportError> {
    match copied {
        Ok(()) => Ok(None),
        Err(CopyError::Refused(refusal)) => Ok(Some(Why::Refused(refusal))),
        Err(CopyError::Damaged) => Ok(Some(Why::Damaged)),
        Err(CopyError::Io(fault) | CopyError::Taker(fault)) => Err(fault.into()),
    }
}
