//! Files that a person picked, dropped or pasted.

use std::fmt;

use gloo_file::{Blob, File};
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, FileList, HtmlInputElement};

use super::BrowserError;

/// Why a picked file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is larger than the caller takes.
    #[error("the file has {size} bytes, more than {limit}")]
    TooLarge {
        /// The file's bytes.
        size: u64,
        /// The caller's limit.
        limit: u64,
    },
    /// The browser could not read it: it was moved, changed or deleted since it was picked, or it is a folder.
    #[error(transparent)]
    Browser(#[from] BrowserError),
}

/// A file that a person gave. Nothing is read until it is asked for.
#[derive(Clone)]
pub struct PickedFile(File);

impl PickedFile {
    /// A file made of bytes, named `name`.
    pub fn of_bytes(name: &str, bytes: &[u8]) -> Self {
        Self(File::new(name, bytes))
    }

    /// Its name, as the person's system has it: any characters.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        self.0.size()
    }

    /// Its first bytes, at most `count`: enough to see what it is.
    ///
    /// # Errors
    /// [`ReadError::Browser`].
    pub async fn head(&self, count: u64) -> Result<Vec<u8>, ReadError> {
        Ok(read(&self.blob().slice(0, count.min(self.size()))).await?)
    }

    /// All of it, if it has at most `limit` bytes.
    ///
    /// # Errors
    /// Either of [`ReadError`].
    pub async fn bytes(&self, limit: u64) -> Result<Vec<u8>, ReadError> {
        let size = self.size();
        if size > limit {
            return Err(ReadError::TooLarge { size, limit });
        }
        Ok(read(self.blob()).await?)
    }

    pub(super) fn blob(&self) -> &Blob {
        &self.0
    }
}

impl fmt::Debug for PickedFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PickedFile({:?}, {} bytes)", self.name(), self.size())
    }
}

/// The bytes of `blob`.
pub(super) async fn read(blob: &Blob) -> Result<Vec<u8>, BrowserError> {
    gloo_file::futures::read_as_bytes(blob).await.map_err(|error| {
        let gloo_file::FileReadError::AbortedEarly = error else {
            return BrowserError::new("NotReadableError", error.to_string());
        };
        BrowserError::new("AbortError", error.to_string())
    })
}

/// The files chosen in the file input that `event` comes from. The input is emptied, so that choosing the same file again is
/// an event again.
pub fn chosen(event: &Event) -> Vec<PickedFile> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = listed(input.files());
    input.set_value("");
    files
}

/// The files dropped on the page; folders are left out, for a browser gives no bytes for them.
pub fn dropped(event: &DragEvent) -> Vec<PickedFile> {
    event.data_transfer().map(|data| carried(&data)).unwrap_or_default()
}

/// The files in what was pasted: a screenshot, or files copied elsewhere. Formatted words often bring a picture of themselves
/// along; then the words are meant, and there are no files.
pub fn pasted(event: &ClipboardEvent) -> Vec<PickedFile> {
    let Some(data) = event.clipboard_data() else { return Vec::new() };
    let carries = |kind: &str| data.types().iter().any(|carried| carried == kind);
    if carries("text/plain") && carries("text/html") { Vec::new() } else { carried(&data) }
}

/// Answers whether files may be let go here, while they are dragged over the page. Without an answer the browser would open
/// them in place of the page.
pub fn answer_drag(event: &DragEvent, welcome: bool) {
    if !are_dragged(event) {
        return;
    }
    event.prevent_default();
    if let Some(data) = event.data_transfer() {
        data.set_drop_effect(if welcome { "copy" } else { "none" });
    }
}

/// Whether what is being dragged over the page contains files.
pub fn are_dragged(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().iter().any(|kind| kind == "Files"))
}

fn carried(data: &DataTransfer) -> Vec<PickedFile> {
    let items = data.items();
    let files = (0..items.length()).filter_map(|index| {
        let item = items.get(index)?;
        let is_folder = item.webkit_get_as_entry().ok().flatten().is_some_and(|entry| entry.is_directory());
        if is_folder { None } else { item.get_as_file().ok().flatten() }
    });
    files.map(|file| PickedFile(File::from(file))).collect()
}

fn listed(files: Option<FileList>) -> Vec<PickedFile> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|index| files.get(index)).map(|file| PickedFile(File::from(file))).collect()
}
