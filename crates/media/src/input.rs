//! Reading anywhere in a file, through a window that holds a small part of it.

use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;

use crate::fault::{Fault, Kept};

/// What is read at once: large enough for the head of most files, small enough to hop through a film.
const WINDOW: u64 = 64 << 10;

/// The most that may be asked for at once.
const MOST: u64 = 16 << 20;

/// A file that is read here and there.
pub(crate) struct Input<R> {
    inner: R,
    size: u64,
    window: Vec<u8>,
    start: u64,
}

impl<R: Read + Seek> Input<R> {
    pub(crate) fn new(mut inner: R) -> Result<Self, Fault> {
        let size = inner.seek(SeekFrom::End(0))?;
        Ok(Self { inner, size, window: Vec::new(), start: 0 })
    }

    /// The file itself, for who reads it in another way.
    pub(crate) fn inner(&mut self) -> &mut R {
        &mut self.inner
    }

    /// Its bytes, counted.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// All of it.
    pub(crate) fn all(&self) -> Range<u64> {
        0..self.size
    }

    /// The bytes of a range.
    ///
    /// # Errors
    /// `CutOff` if the file has not that many, `TooLarge` if they are too many to hold.
    pub(crate) fn bytes(&mut self, range: Range<u64>) -> Result<&[u8], Fault> {
        if range.end > self.size || range.start > range.end {
            return Err(Kept::CutOff.into());
        }
        let wanted = range.end - range.start;
        if wanted > MOST {
            return Err(Kept::TooLarge.into());
        }
        if range.start < self.start || range.end > self.start + self.window.len() as u64 {
            self.move_to(range.start, wanted.max(WINDOW))?;
        }
        let offset = (range.start - self.start) as usize;
        self.window.get(offset..offset + wanted as usize).ok_or(Kept::CutOff.into())
    }

    /// `N` bytes from `at`, for the numbers of a header.
    pub(crate) fn array<const N: usize>(&mut self, at: u64) -> Result<[u8; N], Fault> {
        let end = at.checked_add(N as u64).ok_or(Kept::Damaged)?;
        self.bytes(at..end)?.try_into().map_err(|_| Kept::CutOff.into())
    }

    /// What the window can show from `at` on: at least one byte, unless the file ends there.
    pub(crate) fn some(&mut self, at: u64) -> Result<&[u8], Fault> {
        self.bytes(at..at.saturating_add(WINDOW).min(self.size))
    }

    fn move_to(&mut self, start: u64, wanted: u64) -> Result<(), Fault> {
        self.inner.seek(SeekFrom::Start(start))?;
        self.window.clear();
        self.start = start;
        (&mut self.inner).take(wanted).read_to_end(&mut self.window)?;
        Ok(())
    }
}
