//! The headers of an archive that is written, as bytes.

use std::io;

use super::layout::{CENTRAL, END, END64, END64_LENGTH, EXTRA64, IN_EXTRA, IN_EXTRA_16, LOCAL, LOCATOR64, Put, UTF8};

/// "Version needed": 2.0 for deflate and folders, 4.5 for ZIP64.
const VERSION: u16 = 20;
const VERSION64: u16 = 45;

/// Made by Unix (3), so that unpacking gives the permissions below.
const MADE_BY_UNIX: u16 = 3 << 8;
/// A regular file that its owner may write and everybody may read.
const PERMISSIONS: u32 = 0o100_644 << 16;

/// The time all entries carry, as ZIP writes it (4.4.6): without zone, from 1980 to 2107, even seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    time: u16,
    date: u16,
}

impl Stamp {
    /// A day and a time of day. What a ZIP cannot say becomes the nearest that it can.
    #[must_use]
    pub fn new(year: i32, month: u16, day: u16, hour: u16, minute: u16, second: u16) -> Self {
        let years = u16::try_from(year.clamp(1980, 2107) - 1980).unwrap_or_default();
        Self {
            time: (hour.min(23) << 11) | (minute.min(59) << 5) | (second.min(59) / 2),
            date: (years << 9) | (month.clamp(1, 12) << 5) | day.clamp(1, 31),
        }
    }
}

/// An entry that was written.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) path: String,
    pub(super) method: u16,
    pub(super) crc: u32,
    pub(super) packed: u64,
    pub(super) size: u64,
    pub(super) header: u64,
}

impl Written {
    fn name_length(&self) -> io::Result<u16> {
        u16::try_from(self.path.len())
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "the name is too long for a ZIP"))
    }

    /// 4.3.7, with zeros where sums and sizes will stand.
    pub(super) fn local_header(&self, stamp: Stamp, large: bool) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(64 + self.path.len());
        let size = if large { IN_EXTRA } else { 0 };
        bytes.put32(LOCAL);
        bytes.put16(if large { VERSION64 } else { VERSION });
        bytes.put16(UTF8);
        bytes.put16(self.method);
        bytes.put16(stamp.time);
        bytes.put16(stamp.date);
        bytes.put32(0);
        bytes.put32(size);
        bytes.put32(size);
        bytes.put16(self.name_length()?);
        bytes.put16(if large { 20 } else { 0 });
        bytes.extend_from_slice(self.path.as_bytes());
        if large {
            bytes.put16(EXTRA64);
            bytes.put16(16);
            bytes.put64(0);
            bytes.put64(0);
        }
        Ok(bytes)
    }

    /// 4.3.12, with 64-bit numbers in the extra field where 32 bits are too few.
    pub(super) fn central_header(&self, stamp: Stamp) -> io::Result<Vec<u8>> {
        let wide: Vec<u64> =
            [self.size, self.packed, self.header].into_iter().filter(|number| *number >= u64::from(IN_EXTRA)).collect();
        let extra_length = if wide.is_empty() { 0 } else { 4 + 8 * wide.len() };
        let version = if wide.is_empty() { VERSION } else { VERSION64 };
        let mut bytes = Vec::with_capacity(80 + self.path.len());
        bytes.put32(CENTRAL);
        bytes.put16(MADE_BY_UNIX | version);
        bytes.put16(version);
        bytes.put16(UTF8);
        bytes.put16(self.method);
        bytes.put16(stamp.time);
        bytes.put16(stamp.date);
        bytes.put32(self.crc);
        bytes.put32(narrow(self.packed));
        bytes.put32(narrow(self.size));
        bytes.put16(self.name_length()?);
        bytes.put16(u16::try_from(extra_length).unwrap_or_default());
        bytes.put16(0);
        bytes.put16(0);
        bytes.put16(0);
        bytes.put32(PERMISSIONS);
        bytes.put32(narrow(self.header));
        bytes.extend_from_slice(self.path.as_bytes());
        if !wide.is_empty() {
            bytes.put16(EXTRA64);
            bytes.put16(u16::try_from(8 * wide.len()).unwrap_or_default());
            wide.into_iter().for_each(|number| bytes.put64(number));
        }
        Ok(bytes)
    }
}

/// 4.3.16, after 4.3.14 and 4.3.15 where a number needs more room.
pub(super) fn end_records(entries: u64, start: u64, length: u64) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(100);
    let count = u16::try_from(entries).unwrap_or(IN_EXTRA_16);
    if count == IN_EXTRA_16 || start.max(length) >= u64::from(IN_EXTRA) {
        bytes.put32(END64);
        bytes.put64(END64_LENGTH as u64 - 12);
        bytes.put16(MADE_BY_UNIX | VERSION64);
        bytes.put16(VERSION64);
        bytes.put32(0);
        bytes.put32(0);
        bytes.put64(entries);
        bytes.put64(entries);
        bytes.put64(length);
        bytes.put64(start);
        bytes.put32(LOCATOR64);
        bytes.put32(0);
        bytes.put64(start + length);
        bytes.put32(1);
    }
    bytes.put32(END);
    bytes.put16(0);
    bytes.put16(0);
    bytes.put16(count);
    bytes.put16(count);
    bytes.put32(narrow(length));
    bytes.put32(narrow(start));
    bytes.put16(0);
    bytes
}

pub(super) fn narrow(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(IN_EXTRA)
}
