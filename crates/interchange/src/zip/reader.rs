//! Reading an archive that anybody may have made.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::read::DeflateDecoder;
use thiserror::Error;

use super::directory::{self, Entry, Refusal};
use super::layout::{
    DEFLATED, END, END_LENGTH, END64, END64_LENGTH, IN_EXTRA, IN_EXTRA_16, LOCAL, LOCAL_LENGTH, LOCATOR64,
    LOCATOR64_LENGTH, Take,
};

/// Read at once.
const BUFFER: usize = 64 << 10;

/// The end record is followed by a comment of at most 65,535 bytes.
const END_SEARCH: u64 = END_LENGTH as u64 + 65_535;

/// What an archive may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most entries.
    pub entries: u64,
    /// The largest directory in bytes; it is held in memory.
    pub directory_bytes: u64,
    /// The largest entry in bytes, packed or not.
    pub entry_bytes: u64,
    /// The most that all entries together may claim.
    pub total_bytes: u64,
    /// The most that an entry may grow by being unpacked; deflate itself reaches about 1,032. Entries under 1 MiB are
    /// not judged.
    pub ratio: u64,
}

impl Default for Limits {
    /// Room for ten years of work, films included.
    fn default() -> Self {
        Self { entries: 200_000, directory_bytes: 64 << 20, entry_bytes: 32 << 30, total_bytes: 512 << 30, ratio: 200 }
    }
}

/// Why an archive is not read at all.
#[derive(Debug, Error)]
pub enum ZipError {
    /// There is no end record, or the directory it points to is none.
    #[error("not a ZIP, or cut off: it has no readable directory")]
    NotAZip,
    /// The archive is spread over several files.
    #[error("one part of a ZIP that is spread over several files")]
    Spread,
    /// More entries than [`Limits::entries`].
    #[error("the ZIP lists {count} entries")]
    TooManyEntries {
        /// As the archive claims.
        count: u64,
    },
    /// A directory larger than [`Limits::directory_bytes`].
    #[error("the ZIP's directory has {bytes} bytes")]
    DirectoryTooLarge {
        /// As the archive claims.
        bytes: u64,
    },
    /// The entries together are larger than [`Limits::total_bytes`].
    #[error("the ZIP would unpack to {bytes} bytes")]
    TooLarge {
        /// As the archive claims.
        bytes: u64,
    },
    /// The archive could not be read.
    #[error("the ZIP could not be read")]
    Io(#[from] io::Error),
}

/// Why an entry was not copied to its end.
#[derive(Debug, Error)]
pub enum CopyError<E> {
    /// It is refused by its directory entry.
    #[error("refused")]
    Refused(Refusal),
    /// Its own header says something else than the directory, or its bytes are not what their sum and size promise.
    #[error("damaged")]
    Damaged,
    /// The archive could not be read.
    #[error("the ZIP could not be read")]
    Io(#[from] io::Error),
    /// The receiver of the bytes said no.
    #[error("not taken")]
    Taker(E),
}

/// An opened archive: its directory, and where to read.
#[derive(Debug)]
pub struct Archive<R> {
    pub(super) input: R,
    pub(super) entries: Vec<Entry>,
}

impl<R: Read + Seek> Archive<R> {
    /// Reads the directory.
    ///
    /// # Errors
    /// See [`ZipError`]. Single entries that are not acceptable are no error: they carry [`Entry::refused`].
    pub fn open(mut input: R, limits: &Limits) -> Result<Self, ZipError> {
        let end = find_end(&mut input)?;
        if end.count > limits.entries {
            return Err(ZipError::TooManyEntries { count: end.count });
        }
        if end.length > limits.directory_bytes {
            return Err(ZipError::DirectoryTooLarge { bytes: end.length });
        }
        input.seek(SeekFrom::Start(end.start))?;
        let mut bytes = Vec::new();
        (&mut input).take(end.length).read_to_end(&mut bytes)?;
        let entries = directory::entries(&bytes, end.count, end.start, limits).ok_or(ZipError::NotAZip)?;
        let total = entries.iter().map(|entry| entry.size).fold(0_u64, u64::saturating_add);
        if total > limits.total_bytes {
            return Err(ZipError::TooLarge { bytes: total });
        }
        Ok(Self { input, entries })
    }

    /// All entries in the order of the directory, repeated names and refused ones included.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Hands the bytes of the entry at `index` to `take`, piece by piece, at most as many as the entry claims. Only
    /// when this returns Ok are they known to be whole.
    ///
    /// # Errors
    /// See [`CopyError`]; pieces may have been handed over by then.
    pub fn copy<E>(&mut self, index: usize, mut take: impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), CopyError<E>> {
        let Some(entry) = self.entries.get(index) else { return Err(CopyError::Damaged) };
        if let Some(refusal) = entry.refused {
            return Err(CopyError::Refused(refusal));
        }
        let start = data_start(&mut self.input, entry)?.ok_or(CopyError::Damaged)?;
        self.input.seek(SeekFrom::Start(start))?;
        let packed = (&mut self.input).take(entry.packed);
        if entry.method == DEFLATED {
            whole(DeflateDecoder::new(packed), entry, &mut take)
        } else {
            whole(packed, entry, &mut take)
        }
    }
}

/// Reads to the end and compares with what the entry promises.
fn whole<E>(
    mut content: impl Read,
    entry: &Entry,
    take: &mut impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), CopyError<E>> {
    let mut buffer = vec![0; BUFFER];
    let mut crc = crc32fast::Hasher::new();
    let mut left = entry.size;
    loop {
        let count = match content.read(&mut buffer) {
            Ok(count) => count,
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            // What cannot be inflated, and what ends too early.
            Err(fault)
                if matches!(
                    fault.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof
                ) =>
            {
                return Err(CopyError::Damaged);
            }
            Err(fault) => return Err(CopyError::Io(fault)),
        };
        let piece = buffer.get(..count).unwrap_or_default();
        left = left.checked_sub(piece.len() as u64).ok_or(CopyError::Damaged)?;
        if piece.is_empty() {
            return if left == 0 && crc.finalize() == entry.crc { Ok(()) } else { Err(CopyError::Damaged) };
        }
        crc.update(piece);
        take(piece).map_err(CopyError::Taker)?;
    }
}

/// Where an entry's bytes start, if its local header has the same name and packing as the directory.
pub(super) fn data_start(input: &mut (impl Read + Seek), entry: &Entry) -> io::Result<Option<u64>> {
    input.seek(SeekFrom::Start(entry.header))?;
    let mut fixed = [0; LOCAL_LENGTH as usize];
    if !filled(input, &mut fixed)? {
        return Ok(None);
    }
    let mut take = Take(&fixed);
    let signature = take.u32();
    take.bytes(4);
    let method = take.u16();
    take.bytes(16);
    let (Some(name_length), Some(extra_length)) = (take.u16(), take.u16()) else { return Ok(None) };
    let mut name = vec![0; usize::from(name_length)];
    let same =
        filled(input, &mut name)? && signature == Some(LOCAL) && method == Some(entry.method) && name == entry.raw_name;
    Ok(same.then(|| entry.header.saturating_add(LOCAL_LENGTH + u64::from(name_length) + u64::from(extra_length))))
}

/// Fills the buffer; false if the input ends before.
pub(super) fn filled(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    match input.read_exact(buffer) {
        Err(fault) if fault.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        read => read.map(|()| true),
    }
}

/// Where the directory is.
struct End {
    count: u64,
    start: u64,
    length: u64,
}

/// Looks backwards for the end record whose comment reaches exactly to the end of the file.
fn find_end(input: &mut (impl Read + Seek)) -> Result<End, ZipError> {
    let file = input.seek(SeekFrom::End(0))?;
    let from = file.saturating_sub(END_SEARCH);
    input.seek(SeekFrom::Start(from))?;
    let mut tail = Vec::new();
    input.take(END_SEARCH).read_to_end(&mut tail)?;
    let last = tail.len().checked_sub(END_LENGTH).ok_or(ZipError::NotAZip)?;
    for at in (0..=last).rev() {
        let record = tail.get(at..).unwrap_or_default();
        if let Some((end, comment)) = end_record(record)
            && comment == record.len() - END_LENGTH
        {
            return checked(input, end?, from + at as u64);
        }
    }
    Err(ZipError::NotAZip)
}

/// An end record (4.3.16) and the length of its comment.
fn end_record(record: &[u8]) -> Option<(Result<End, ZipError>, usize)> {
    let mut take = Take(record);
    if take.u32()? != END {
        return None;
    }
    let (disk, start_disk, here, count) = (take.u16()?, take.u16()?, take.u16()?, take.u16()?);
    let (length, start, comment) = (take.u32()?, take.u32()?, take.u16()?);
    let wide = count == IN_EXTRA_16 || length == IN_EXTRA || start == IN_EXTRA;
    let spread = !wide && (disk != 0 || start_disk != 0 || here != count);
    let end = End { count: count.into(), start: start.into(), length: length.into() };
    Some((if spread { Err(ZipError::Spread) } else { Ok(end) }, comment.into()))
}

/// The end record's numbers, or those of the ZIP64 record where there is one; the directory must lie before the
/// record that tells of it.
fn checked(input: &mut (impl Read + Seek), end: End, record: u64) -> Result<End, ZipError> {
    let (end, before) = match wide_end(input, record)? {
        Some((wide, at)) => (wide, at),
        None => (end, record),
    };
    match end.start.checked_add(end.length) {
        Some(after) if after <= before => Ok(end),
        _ => Err(ZipError::NotAZip),
    }
}

/// The ZIP64 end record (4.3.14) and its place, if a locator (4.3.15) stands before the end record.
fn wide_end(input: &mut (impl Read + Seek), record: u64) -> Result<Option<(End, u64)>, ZipError> {
    let Some(at) = record.checked_sub(LOCATOR64_LENGTH) else { return Ok(None) };
    let mut locator = [0; LOCATOR64_LENGTH as usize];
    input.seek(SeekFrom::Start(at))?;
    if !filled(input, &mut locator)? {
        return Ok(None);
    }
    let mut take = Take(&locator);
    let (Some(LOCATOR64), Some(_), Some(place)) = (take.u32(), take.u32(), take.u64()) else { return Ok(None) };
    let mut bytes = [0; END64_LENGTH];
    input.seek(SeekFrom::Start(place))?;
    if place >= at || !filled(input, &mut bytes)? {
        return Err(ZipError::NotAZip);
    }
    let mut take = Take(&bytes);
    let signature = take.u32();
    take.bytes(12);
    let disks = (take.u32(), take.u32());
    let (Some(_), Some(count), Some(length), Some(start)) = (take.u64(), take.u64(), take.u64(), take.u64()) else {
        return Err(ZipError::NotAZip);
    };
    match (signature, disks) {
        (Some(END64), (Some(0), Some(0))) => Ok(Some((End { count, start, length }, place))),
        (Some(END64), _) => Err(ZipError::Spread),
        _ => Err(ZipError::NotAZip),
    }
}
