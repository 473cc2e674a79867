//! Where in an archive an entry stands, for who changes it there.

use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

use super::Archive;
use super::layout::{DEFLATED, DESCRIPTOR_MARK, IN_EXTRA, Take};
use super::reader::{data_start, filled};

/// Where an entry's bytes are, and all that tells of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its packed bytes.
    pub data: Range<u64>,
    /// Whether they are deflated; otherwise they are stored.
    pub is_deflated: bool,
    /// Every record that names its sum and size.
    pub records: Vec<Record>,
}

/// Where a record has the sum and the size of an entry, four bytes each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// CRC-32 of what is unpacked.
    pub sum: u64,
    /// The bytes of what is unpacked.
    pub size: u64,
}

impl<R: Read + Seek> Archive<R> {
    /// Where the entry at `index` stands. `None` if it is refused or damaged, or so large that its records are of another kind.
    ///
    /// # Errors
    /// The archive could not be read.
    pub fn place(&mut self, index: usize) -> io::Result<Option<Place>> {
        let Some(entry) = self.entries.get(index).filter(|entry| entry.refused.is_none()) else { return Ok(None) };
        let Some(start) = data_start(&mut self.input, entry)? else { return Ok(None) };
        let (end, narrow) = (start.saturating_add(entry.packed), u64::from(IN_EXTRA));
        let mut records = vec![Record { sum: entry.record + 16, size: entry.record + 24 }];
        if entry.has_descriptor {
            let mut bytes = [0; 16];
            self.input.seek(SeekFrom::Start(end))?;
            let is_whole = filled(&mut self.input, &mut bytes)?;
            let mut take = Take(&bytes);
            let is_marked = take.u32() == Some(DESCRIPTOR_MARK);
            if !is_marked {
                take = Take(&bytes);
            }
            let told = (take.u32(), take.u32().map(u64::from), take.u32().map(u64::from));
            if !is_whole || told != (Some(entry.crc), Some(entry.packed), Some(entry.size)) {
                return Ok(None);
            }
            let sum = if is_marked { end + 4 } else { end };
            records.push(Record { sum, size: sum + 8 });
        } else {
            records.push(Record { sum: entry.header + 14, size: entry.header + 22 });
        }
        let is_narrow = entry.size < narrow && entry.packed < narrow && entry.header < narrow;
        Ok(is_narrow.then_some(Place { data: start..end, is_deflated: entry.method == DEFLATED, records }))
    }
}
