//! Where a ZIP is written: a temporary file that the person then saves elsewhere.

use std::io::{self, Cursor, Seek, SeekFrom, Write};

use gloo_file::Blob;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::{ArchiveError, Summary};
use crate::bytes::Bytes;
use crate::locks::{self, Lock, Mode};
use crate::object_url::ObjectUrl;
use crate::opfs::{Folder, SyncHandle};
use crate::{BrowserError, download};

const FOLDER: &str = "exports";
const LOCK: &str = "cairn-exports";

/// A finished ZIP. It goes when this is dropped.
#[derive(Debug)]
pub struct Exported {
    /// What it holds.
    pub summary: Summary,
    zip: Bytes,
    _file: Temporary,
}

impl Exported {
    /// The ZIP itself.
    pub fn zip(&self) -> &Bytes {
        &self.zip
    }

    /// Saves it under `name`, by the browser's download. It must live until the person has it.
    ///
    /// # Errors
    /// Outside a page.
    pub fn save(&self, name: &str) -> Result<(), BrowserError> {
        download::address(name, ObjectUrl::new(self.zip.blob().clone()))
    }
}

/// A temporary file, removed when this is dropped.
#[derive(Debug)]
pub(super) struct Temporary {
    name: String,
    _lock: Option<Lock>,
}

impl Temporary {
    pub(super) async fn new(name: &str) -> Result<Self, BrowserError> {
        // As long as it is held no other tab sweeps the file away.
        Ok(Self { name: name.to_owned(), _lock: locks::hold_where_known(LOCK, Mode::Shared).await? })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The file, written by now, or the payload that came in its place.
    pub(super) async fn finish(self, summary: Summary, payload: JsValue) -> Result<Exported, ArchiveError> {
        let zip = match payload.dyn_into::<web_sys::Blob>() {
            Ok(blob) => Blob::from(blob),
            Err(_) => Blob::from(Folder::make(&[FOLDER]).await?.read(&self.name).await?),
        };
        Ok(Exported { summary, zip: zip.into(), _file: self })
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let name = std::mem::take(&mut self.name);
        spawn_local(async move {
            // What cannot be removed now is swept away at the next start.
            if let Ok(folder) = Folder::make(&[FOLDER]).await {
                drop(folder.remove(&name).await);
            }
        });
    }
}

/// Sweeps away the ZIPs of tabs that ended before they could. Meant for each start.
///
/// # Errors
/// Trouble with the file system.
pub async fn clean() -> Result<(), BrowserError> {
    let Some(_alone) = locks::try_hold(LOCK, Mode::Exclusive).await? else { return Ok(()) };
    // Where there is no file system there is nothing in it to sweep.
    match Folder::make(&[]).await {
        Ok(root) => root.remove_folder(FOLDER).await,
        Err(_) => Ok(()),
    }
}

/// The worker's end of it, as a writer.
pub(super) enum Output {
    /// The temporary file.
    Handle { handle: SyncHandle, at: u64, size: u64 },
    /// Memory, where a worker cannot write files.
    Memory(Cursor<Vec<u8>>),
}

impl Output {
    pub(super) async fn open(name: &str) -> Self {
        let handle = async { Folder::make(&[FOLDER]).await?.write(name).await };
        match handle.await {
            Ok(handle) => Self::Handle { handle, at: 0, size: 0 },
            Err(_) => Self::Memory(Cursor::default()),
        }
    }

    /// What goes to the page: nothing if the file is there.
    pub(super) fn into_payload(self) -> Result<JsValue, BrowserError> {
        match self {
            Self::Handle { handle, .. } => handle.flush().map(|()| JsValue::UNDEFINED),
            Self::Memory(bytes) => Ok(web_sys::Blob::from(Blob::new(bytes.get_ref().as_slice())).into()),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Handle { handle, at, size } => {
                handle.write_slice(bytes, *at).map_err(io::Error::other)?;
                *at += bytes.len() as u64;
                *size = (*size).max(*at);
                Ok(bytes.len())
            }
            Self::Memory(memory) => memory.write(bytes),
        }
    }

    /// Nothing is held back; what is on the disk is asked for once, at the end.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Output {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Self::Memory(memory) => memory.seek(to),
            Self::Handle { at, size, .. } => {
                let before_the_start = || io::Error::new(io::ErrorKind::InvalidInput, "a position before the start");
                let position = match to {
                    SeekFrom::Start(position) => Some(position),
                    SeekFrom::End(offset) => size.checked_add_signed(offset),
                    SeekFrom::Current(offset) => at.checked_add_signed(offset),
                };
                *at = position.ok_or_else(before_the_start)?;
                Ok(*at)
            }
        }
    }
}
