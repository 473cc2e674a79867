//! Writing an archive entry by entry. Memory holds one buffer and the list of entries, however large the files are.

use std::io::{self, Read, Seek, SeekFrom, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::layout::{DEFLATED, IN_EXTRA, LOCAL_LENGTH, Put, STORED};
use super::records::{Stamp, Written, end_records, narrow};

/// Read and written at once.
const BUFFER: usize = 64 << 10;

/// An entry announced at least this large gets room for 64-bit sizes.
const LARGE: u64 = 0xf000_0000;

/// How an entry's bytes are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// As they are: for pictures, sound, film and what is compressed already.
    Store,
    /// Deflated: for text.
    Deflate,
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

    /// Adds one entry from `content` and returns its size. `expected` is the size in bytes as far as it is known;
    /// 64-bit sizes are only possible where it announces them. `seen` is shown every piece that was read, in order;
    /// an error from it ends the writing.
    ///
    /// # Errors
    /// Those of reading, writing and `seen`; and [`io::ErrorKind::InvalidData`] if the content grew over 4 GiB
    /// against what was expected.
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
