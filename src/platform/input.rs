//! Reading without waiting, in a worker, as code does that knows no browser.

use std::io::{self, Read, Seek, SeekFrom};

use js_sys::Uint8Array;
use web_sys::{Blob, FileReaderSync};

use super::BrowserError;
use super::opfs::SyncHandle;

/// Bytes of a picked file that are read at once: few calls, little memory.
const WINDOW: u64 = 1 << 20;

/// A file as a reader.
pub(crate) enum Input {
    /// A file of ours.
    Handle { handle: SyncHandle, size: u64, at: u64 },
    /// Whatever the browser hands out as a blob.
    Blob { reader: FileReaderSync, blob: Blob, window: Vec<u8>, window_at: u64, at: u64 },
}

impl Input {
    pub(crate) fn of_handle(handle: SyncHandle) -> Result<Self, BrowserError> {
        let size = handle.size()?;
        Ok(Self::Handle { handle, size, at: 0 })
    }

    pub(crate) fn of_blob(blob: Blob) -> Result<Self, BrowserError> {
        Ok(Self::Blob { reader: FileReaderSync::new()?, blob, window: Vec::new(), window_at: 0, at: 0 })
    }

    fn size(&self) -> u64 {
        match self {
            Self::Handle { size, .. } => *size,
            Self::Blob { blob, .. } => blob.size() as u64,
        }
    }

    fn at(&mut self) -> &mut u64 {
        match self {
            Self::Handle { at, .. } | Self::Blob { at, .. } => at,
        }
    }
}

impl Read for Input {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Handle { handle, at, .. } => {
                let read = handle.read(into, *at).map_err(io::Error::other)?;
                *at += read as u64;
                Ok(read)
            }
            Self::Blob { reader, blob, window, window_at, at } => {
                let is_inside = (*window_at..*window_at + window.len() as u64).contains(at);
                if !is_inside {
                    *window = read_window(reader, blob, *at).map_err(io::Error::other)?;
                    *window_at = *at;
                }
                let mut rest = window.get((*at - *window_at) as usize..).unwrap_or_default();
                let read = rest.read(into)?;
                *at += read as u64;
                Ok(read)
            }
        }
    }
}

impl Seek for Input {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let before_the_start = || io::Error::new(io::ErrorKind::InvalidInput, "a position before the start");
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(offset) => self.size().checked_add_signed(offset),
            SeekFrom::Current(offset) => self.at().checked_add_signed(offset),
        };
        *self.at() = position.ok_or_else(before_the_start)?;
        Ok(*self.at())
    }
}

fn read_window(reader: &FileReaderSync, blob: &Blob, at: u64) -> Result<Vec<u8>, BrowserError> {
    // Sizes are far below 2^53.
    let slice = blob.slice_with_f64_and_f64(at as f64, (at + WINDOW) as f64)?;
    Ok(Uint8Array::new(&reader.read_as_array_buffer(&slice)?.into()).to_vec())
}
