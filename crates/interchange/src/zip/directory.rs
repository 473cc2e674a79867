//! The list of what an archive says it holds, each entry judged before any of it is read.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::layout::{
    CENTRAL, CENTRAL_LENGTH, DEFLATED, DESCRIPTOR, ENCRYPTED, EXTRA64, IN_EXTRA, LOCAL_LENGTH, STORED, Take, UTF8,
};
use super::reader::Limits;
use super::{name, path};

/// Unix file type bits in the upper half of the external attributes.
const TYPE: u32 = 0o170_000;
const REGULAR: u32 = 0o100_000;
const FOLDER: u32 = 0o040_000;

/// A file this small may be packed as tightly as it likes.
const RATIO_FROM: u64 = 1 << 20;

/// What an archive says of one entry. Sizes are claims until the entry was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name as the archive gives it, `/` between folders. What cannot be read of it is U+FFFD.
    pub name: String,
    /// The claimed size in bytes.
    pub size: u64,
    /// Why it is not read, if so.
    pub refused: Option<Refusal>,
    pub(super) packed: u64,
    pub(super) crc: u32,
    pub(super) method: u16,
    pub(super) header: u64,
    pub(super) record: u64,
    pub(super) has_descriptor: bool,
    pub(super) raw_name: Vec<u8>,
}

/// Why an entry is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// The name leads out of the folder, or hides what it is.
    UnsafeName,
    /// Not all of the name can be read: it is said to be UTF-8, and is none.
    UnreadableName,
    /// An entry before it has the same name, letters compared without case as many systems do.
    RepeatedName,
    /// Neither a file nor a folder but a link or a device.
    Special,
    /// It is encrypted.
    Encrypted,
    /// It is packed in another way than stored or deflated.
    Packing,
    /// It claims more than the largest size allowed.
    TooLarge,
    /// It claims to grow by more than the factor allowed.
    Ratio,
    /// It shares bytes with another entry or with the directory.
    Overlap,
}

impl Entry {
    /// Whether this is a folder: it has nothing to read.
    #[must_use]
    pub fn is_folder(&self) -> bool {
        self.name.ends_with('/')
    }
}

/// Reads the central directory's bytes, which stand at `start` in the archive. `None` if they are no directory of
/// `count` entries.
pub(super) fn entries(bytes: &[u8], count: u64, start: u64, limits: &Limits) -> Option<Vec<Entry>> {
    let mut take = Take(bytes);
    let mut entries = Vec::new();
    for _ in 0..count {
        let record = start + (bytes.len() - take.0.len()) as u64;
        entries.push(entry(&mut take, record, limits)?);
    }
    refuse_repeated(&mut entries);
    refuse_overlapping(&mut entries, start);
    Some(entries)
}

fn entry(take: &mut Take<'_>, record: u64, limits: &Limits) -> Option<Entry> {
    let mut fixed = Take(take.bytes(CENTRAL_LENGTH)?);
    if fixed.u32()? != CENTRAL {
        return None;
    }
    let made_by = fixed.u16()?;
    fixed.u16()?;
    let (flags, method) = (fixed.u16()?, fixed.u16()?);
    fixed.u32()?;
    let (crc, packed, size) = (fixed.u32()?, fixed.u32()?, fixed.u32()?);
    let (name_length, extra_length, comment_length) = (fixed.u16()?, fixed.u16()?, fixed.u16()?);
    fixed.u32()?;
    let (attributes, header) = (fixed.u32()?, fixed.u32()?);
    let raw_name = take.bytes(usize::from(name_length))?;
    let [size, packed, header] = widened([size, packed, header], take.bytes(usize::from(extra_length))?)?;
    take.bytes(usize::from(comment_length))?;

    let name = name::read(raw_name, flags & UTF8 != 0);
    let unix_type = if made_by >> 8 == 3 { (attributes >> 16) & TYPE } else { 0 };
    let refused = if !path::is_safe(&name) {
        Some(Refusal::UnsafeName)
    } else if name.contains(char::REPLACEMENT_CHARACTER) {
        Some(Refusal::UnreadableName)
    } else if ![0, REGULAR, FOLDER].contains(&unix_type) {
        Some(Refusal::Special)
    } else if flags & ENCRYPTED != 0 {
        Some(Refusal::Encrypted)
    } else if method != STORED && method != DEFLATED {
        Some(Refusal::Packing)
    } else if size > limits.entry_bytes || packed > limits.entry_bytes {
        Some(Refusal::TooLarge)
    } else if size > RATIO_FROM && size > packed.saturating_mul(limits.ratio) {
        Some(Refusal::Ratio)
    } else {
        None
    };
    let (has_descriptor, raw_name) = (flags & DESCRIPTOR != 0, raw_name.to_vec());
    Some(Entry { name, size, refused, packed, crc, method, header, record, has_descriptor, raw_name })
}

/// Size, packed size and place, taken from the ZIP64 extra field (4.5.3) where the 32-bit field says so.
fn widened(narrow: [u32; 3], extra: &[u8]) -> Option<[u64; 3]> {
    let mut wide = narrow.map(u64::from);
    if !narrow.contains(&IN_EXTRA) {
        return Some(wide);
    }
    let mut fields = Take(extra);
    while let (Some(id), Some(length)) = (fields.u16(), fields.u16()) {
        let mut field = Take(fields.bytes(usize::from(length))?);
        if id == EXTRA64 {
            for (wide, narrow) in wide.iter_mut().zip(narrow) {
                if narrow == IN_EXTRA {
                    *wide = field.u64()?;
                }
            }
            break;
        }
    }
    Some(wide)
}

fn refuse_repeated(entries: &mut [Entry]) {
    let mut names = HashSet::new();
    for entry in entries {
        let first = names.insert(entry.name.to_lowercase());
        if !first && entry.refused.is_none() {
            entry.refused = Some(Refusal::RepeatedName);
        }
    }
}

/// Overlapping entries let a small archive unpack to any size. Of those that share bytes with another or with the
/// directory, which stands at `start`, only the first is read.
fn refuse_overlapping(entries: &mut [Entry], start: u64) {
    let mut order: Vec<usize> = (0..entries.len()).filter(|index| entries[*index].refused.is_none()).collect();
    order.sort_by_key(|index| entries[*index].header);
    let mut free_from = 0;
    for index in order {
        let entry = &mut entries[index];
        let length = LOCAL_LENGTH.saturating_add(entry.raw_name.len() as u64).saturating_add(entry.packed);
        let end = entry.header.saturating_add(length);
        if entry.header < free_from || end > start {
            entry.refused = Some(Refusal::Overlap);
        } else {
            free_from = end;
        }
    }
}
