//! Writing an archive entry by entry. Memory holds one buffer and the list of entries, however large the files are.

use std::io::{self, Read, Seek, SeekFrom, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::layout::{
    CENTRAL, DEFLATED, END, END64, END64_LENGTH, EXTRA64, IN_EXTRA, IN_EXTRA_16, LOCAL, LOCAL_LENGTH, LOCATOR64, Put,
    STORED, UTF8,
};

/// Read and written at once.
const BUFFER: usize = 64 << 10;

/// An entry announced at least this large gets room for 64-bit sizes.
const LARGE: u64 = 0xf000_0000;

/// "Version needed": 2.0 for deflate and folders, 4.5 for ZIP64.
const VERSION: u16 = 20;
const VERSION64: u16 = 45;

/// Made by Unix (3), so that unpacking gives the permissions below.
const MADE_BY_UNIX: u16 = 3 << 8;
/// A regular file that its owner may write and everybody may read.
const PERMISSIONS: u32 = 0o100_644 << 16;

/// How an entry's bytes are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// As they are: for pictures, sound, film and what is compressed already.
    Store,
    /// Deflated: for text.
    Deflate,
}

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
struct Written {
    path: String,
    method: u16,
    crc: u32,
    packed: u64,
    size: u64,
    header: u64,
}

/// An archive under construction. Dropping it without [`Writer::finish`] leaves an archive that nothing can open.
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
    at: u64,
    stamp: Stamp,
    written: Vec<Written>,
}

impl<W: Write + Seek> Writer<W> {
    /// Starts an archive at the beginning of `out`.
    pub fn new(out: W, stamp: Stamp) -> Self {
        Self { out, at: 0, stamp, written: Vec::new() }
    }

    /// Adds one entry from `content` and returns its size. `expected` is the size in bytes as far as it is known; 64-bit sizes are only possible where it announces them.
    /// `seen` is shown every piece that was read, in order; an error from it ends the writing.
    ///
    /// # Errors
    /// Those of reading, writing and `seen`; and [`io::ErrorKind::InvalidData`] if the content grew over 4 GiB against what was expected.
    pub fn add(
        &mut self,
        path: &str,
        packing: Packing,
        expected: u64,
        content: &mut dyn Read,
        seen: &mut dyn FnMut(&[u8]) -> io::Result<()>,
    ) -> io::Result<u64> {
        let method = if packing == Packing::Store { STORED } else { DEFLATED };
        let large = expected >= LARGE;
        let header = self.at;
        let mut entry = Written { path: path.to_owned(), method, crc: 0, packed: 0, size: 0, header };
        let start = entry.local_header(self.stamp, large)?;
        self.out.write_all(&start)?;
        self.at += start.len() as u64;

        let mut counted = Counted { out: &mut self.out, count: 0 };
        (entry.size, entry.crc) = match packing {
            Packing::Store => copy(content, &mut counted, seen)?,
            Packing::Deflate => {
                let mut deflate = DeflateEncoder::new(&mut counted, Compression::default());
                let copied = copy(content, &mut deflate, seen)?;
                deflate.finish()?;
                copied
            }
        };
        entry.packed = counted.count;
        self.at += entry.packed;
        if !large && entry.size.max(entry.packed) >= u64::from(IN_EXTRA) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the file is larger than it was said to be"));
        }
        self.write_sizes(&entry, large)?;
        let size = entry.size;
        self.written.push(entry);
        Ok(size)
    }

    /// Goes back to the local header and fills in what is known only now.
    fn write_sizes(&mut self, entry: &Written, large: bool) -> io::Result<()> {
        let mut sums = Vec::with_capacity(12);
        sums.put32(entry.crc);
        if !large {
            sums.put32(narrow(entry.packed));
            sums.put32(narrow(entry.size));
        }
        self.out.seek(SeekFrom::Start(entry.header + 14))?;
        self.out.write_all(&sums)?;
        if large {
            let mut sizes = Vec::with_capacity(16);
            sizes.put64(entry.size);
            sizes.put64(entry.packed);
            self.out.seek(SeekFrom::Start(entry.header + LOCAL_LENGTH + entry.path.len() as u64 + 4))?;
            self.out.write_all(&sizes)?;
        }
        self.out.seek(SeekFrom::Start(self.at))?;
        Ok(())
    }

    /// Writes the directory and gives `out` back, flushed.
    ///
    /// # Errors
    /// Those of writing.
    pub fn finish(mut self) -> io::Result<W> {
        let start = self.at;
        for entry in &self.written {
            let header = entry.central_header(self.stamp)?;
            self.out.write_all(&header)?;
            self.at += header.len() as u64;
        }
        let end = end_records(self.written.len() as u64, start, self.at - start);
        self.out.write_all(&end)?;
        self.out.flush()?;
        Ok(self.out)
    }
}

impl Written {
    fn name_length(&self) -> io::Result<u16> {
        u16::try_from(self.path.len())
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "the name is too long for a ZIP"))
    }

    /// 4.3.7, with zeros where sums and sizes will stand.
    fn local_header(&self, stamp: Stamp, large: bool) -> io::Result<Vec<u8>> {
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
    fn central_header(&self, stamp: Stamp) -> io::Result<Vec<u8>> {
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
fn end_records(entries: u64, start: u64, length: u64) -> Vec<u8> {
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

fn narrow(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(IN_EXTRA)
}

/// Copies all of `content`; returns its size and CRC-32.
fn copy(
    content: &mut dyn Read,
    out: &mut dyn Write,
    seen: &mut dyn FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<(u64, u32)> {
    let mut buffer = vec![0; BUFFER];
    let mut crc = crc32fast::Hasher::new();
    let mut size = 0;
    loop {
        let count = match content.read(&mut buffer) {
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        let piece = buffer.get(..count).unwrap_or_default();
        if piece.is_empty() {
            return Ok((size, crc.finalize()));
        }
        crc.update(piece);
        seen(piece)?;
        out.write_all(piece)?;
        size += piece.len() as u64;
    }
}

/// Counts what goes through.
struct Counted<'w, W> {
    out: &'w mut W,
    count: u64,
}

impl<W: Write> Write for Counted<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.count += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
