//! Reading the ZIP back. Nothing in it is believed: names, sizes, hashes and lists are checked, and what is wrong
//! with single entries does not keep the others.

mod lists;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Seek};

use replica::segment::{SEGMENT_LIMIT, SegmentName};
use replica::{DeviceId, RootError, RootFile};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::CAIRN;
use super::bad::{Bad, Why};
use crate::chunks::{Identifier, Identity};
use crate::hash::hex;
use crate::zip::{Archive, CopyError, Limits, ZipError};

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
    /// What the manifest says, by entry; nothing where there is no manifest to be read.
    listed: Option<BTreeMap<usize, String>>,
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
        let (root_entries, around) = lists::find_roots(&archive)?;
        let mut import = Self {
            archive,
            roots: Vec::new(),
            entry_of: Vec::new(),
            items: Vec::new(),
            listed: None,
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

    /// Whose portfolio this is: at least one id, the least first. A portfolio that was joined with another has
    /// several; segments under any of them belong to it.
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

    /// The segment at this index of [`Import::items`], gzip as stored; `None` if its bytes are not what its name says
    /// (see [`Import::bad`]).
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

    /// Hands the file at this index of [`Import::items`] to `take`, piece by piece. Only the identity that is
    /// returned says that the pieces are the file; with `None` (see [`Import::bad`]) they are to be thrown away.
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

    /// Compares every entry that was not read yet with the manifest. `take` hears of the pieces, for progress; an
    /// error from it ends the reading.
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

    /// Says that what is at this index of [`Import::items`] is not taken, although its bytes are what its name says: only who
    /// knows the log can tell.
    pub fn refuse(&mut self, at: usize, why: Why) {
        let entry = self.entry_of.get(at).and_then(|entry| self.archive.entries().get(*entry));
        if let Some(entry) = entry {
            self.bad.push(Bad { name: entry.name.clone(), why });
        }
    }

    /// An entry was read whole: does the manifest agree?
    fn compare(&mut self, entry: usize, hash: &str) {
        let why = self.listed.as_ref().and_then(|listed| match listed.get(&entry) {
            Some(listed) if listed == hash => None,
            Some(_) => Some(Why::HashDiffers),
            None => Some(Why::NotListed),
        });
        self.settle(entry, why);
    }

    fn settle(&mut self, entry: usize, why: Option<Why>) {
        let name = self.archive.entries().get(entry).map(|entry| entry.name.clone());
        if let (true, Some(why), Some(name)) = (self.settled.insert(entry), why, name) {
            self.bad.push(Bad { name, why });
        }
    }
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
