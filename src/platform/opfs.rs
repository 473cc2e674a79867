//! The browser's private file system (OPFS).
//!
//! It has no transactions: a file counts only once the database has recorded it, and what is not recorded is swept away.

use js_sys::{AsyncIterator, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetDirectoryOptions, FileSystemGetFileOptions,
    FileSystemReadWriteOptions, FileSystemRemoveOptions, FileSystemSyncAccessHandle,
};

use super::bindings::{FileStorage, SyncFile};
use super::{BrowserError, globals, quota};

/// A folder.
#[derive(Clone)]
pub(crate) struct Folder(FileSystemDirectoryHandle);

impl Folder {
    /// The folder at `path`, made if it is missing.
    pub(crate) async fn make(path: &[&str]) -> Result<Self, BrowserError> {
        Self::at(path, true).await
    }

    /// The folder at `path`; a `NotFoundError` if it is missing.
    pub(crate) async fn find(path: &[&str]) -> Result<Self, BrowserError> {
        Self::at(path, false).await
    }

    async fn at(path: &[&str], make: bool) -> Result<Self, BrowserError> {
        let options = FileSystemGetDirectoryOptions::new();
        options.set_create(make);
        let mut folder = root().await?;
        for name in path {
            folder = JsFuture::from(folder.get_directory_handle_with_options(name, &options)).await?.unchecked_into();
        }
        Ok(Self(folder))
    }

    /// The file `name` for reading, as it is now.
    pub(crate) async fn read(&self, name: &str) -> Result<web_sys::File, BrowserError> {
        let handle: FileSystemFileHandle = JsFuture::from(self.0.get_file_handle(name)).await?.unchecked_into();
        Ok(JsFuture::from(handle.get_file()).await?.unchecked_into())
    }

    /// The file `name` for writing by this worker alone, made if it is missing.
    pub(crate) async fn write(&self, name: &str) -> Result<SyncHandle, BrowserError> {
        let options = FileSystemGetFileOptions::new();
        options.set_create(true);
        let file = JsFuture::from(self.0.get_file_handle_with_options(name, &options)).await?;
        SyncHandle::open(file, "readwrite").await
    }

    /// The file `name` for reading without waiting, in a worker. Where the browser knows no handles that only read, nobody else
    /// may have it open.
    pub(crate) async fn read_at_once(&self, name: &str) -> Result<SyncHandle, BrowserError> {
        let file = JsFuture::from(self.0.get_file_handle(name)).await?;
        SyncHandle::open(file, "read-only").await
    }

    /// Removes the file `name`; one that is not there is no error.
    pub(crate) async fn remove(&self, name: &str) -> Result<(), BrowserError> {
        gone(JsFuture::from(self.0.remove_entry(name)).await)
    }

    /// Removes the folder `name` in this one with all that is in it; one that is not there is no error.
    pub(crate) async fn remove_folder(&self, name: &str) -> Result<(), BrowserError> {
        let options = FileSystemRemoveOptions::new();
        options.set_recursive(true);
        gone(JsFuture::from(self.0.remove_entry_with_options(name, &options)).await)
    }

    /// The names of all that is in it.
    pub(crate) async fn names(&self) -> Result<Vec<String>, BrowserError> {
        let keys: AsyncIterator = self.0.keys();
        let mut names = Vec::new();
        loop {
            let step = JsFuture::from(keys.next()?).await?;
            if Reflect::get(&step, &JsValue::from_str("done"))?.is_truthy() {
                return Ok(names);
            }
            names.extend(Reflect::get(&step, &JsValue::from_str("value"))?.as_string());
        }
    }
}

/// A file open in a worker, until this is dropped.
pub(crate) struct SyncHandle(FileSystemSyncAccessHandle);

impl SyncHandle {
    async fn open(file: JsValue, mode: &str) -> Result<Self, BrowserError> {
        let options = globals::options(&[("mode", mode.into())]);
        // It must outlive the promise: when Chromium collects the handle before it is answered, the promise never settles.
        let file: SyncFile = file.unchecked_into();
        let opened = JsFuture::from(file.create_sync_access_handle(&options)?).await?;
        Ok(Self(opened.unchecked_into()))
    }

    /// Its size in bytes.
    pub(crate) fn size(&self) -> Result<u64, BrowserError> {
        Ok(self.0.get_size()? as u64)
    }

    /// Reads from the offset `at` on, and returns how many bytes were read: fewer than wanted only at the end.
    pub(crate) fn read(&self, into: &mut [u8], at: u64) -> Result<usize, BrowserError> {
        Ok(self.0.read_with_u8_array_and_options(into, &offset(at))? as usize)
    }

    /// Writes all of `bytes`, which lie in wasm's memory, at the offset `at`.
    pub(crate) fn write_slice(&self, bytes: &[u8], at: u64) -> Result<(), BrowserError> {
        let written = self.0.write_with_u8_array_and_options(bytes, &offset(at))?;
        all_written(written, bytes.len() as u64)
    }

    /// Writes all of `bytes` at the offset `at`.
    pub(crate) fn write(&self, bytes: &Uint8Array, at: u64) -> Result<(), BrowserError> {
        let written = self.0.write_with_js_u8_array_and_options(bytes, &offset(at))?;
        all_written(written, u64::from(bytes.length()))
    }

    /// Cuts the file off behind `size` bytes.
    pub(crate) fn truncate(&self, size: u64) -> Result<(), BrowserError> {
        // Files are far smaller than 2^53 bytes.
        Ok(self.0.truncate_with_f64(size as f64)?)
    }

    /// Returns when all that was written is on the disk.
    pub(crate) fn flush(&self) -> Result<(), BrowserError> {
        Ok(self.0.flush()?)
    }
}

impl Drop for SyncHandle {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// A browser writes less than it was given where the disk is full.
fn all_written(written: f64, wanted: u64) -> Result<(), BrowserError> {
    if written == wanted as f64 {
        return Ok(());
    }
    Err(BrowserError::new("QuotaExceededError", format!("{written} of {wanted} bytes were written")))
}

fn offset(at: u64) -> FileSystemReadWriteOptions {
    let options = FileSystemReadWriteOptions::new();
    // Files are far smaller than 2^53 bytes.
    options.set_at(at as f64);
    options
}

async fn root() -> Result<FileSystemDirectoryHandle, BrowserError> {
    let storage: FileStorage = JsValue::from(quota::manager()?).unchecked_into();
    let missing = || BrowserError::new("NotSupportedError", "this browser has no file system");
    if globals::property_of::<js_sys::Function>(&storage, "getDirectory").is_err() {
        return Err(missing());
    }
    Ok(JsFuture::from(storage.get_directory()?).await?.unchecked_into())
}

fn gone(removed: Result<JsValue, JsValue>) -> Result<(), BrowserError> {
    match removed.map_err(BrowserError::from) {
        Err(error) if error.name != "NotFoundError" => Err(error),
        _ => Ok(()),
    }
}
