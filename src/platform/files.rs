//! Files that a person picked, dropped or pasted.

mod given;

pub use given::{Gathered, Given, MOST, chosen_folder, dropped, pasted, pasted_words};

use std::fmt;
use std::rc::Rc;

use gloo_file::{Blob, File};
use js_sys::JsString;
use wasm_bindgen::JsCast as _;
use web_sys::{DragEvent, Event, FileList, HtmlInputElement};

use super::bytes::Bytes;
use super::media::Recording;
use super::{BrowserError, globals};

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
pub struct PickedFile {
    file: File,
    folder: String,
    recording: Option<Rc<Recording>>,
    is_cut: bool,
}

impl PickedFile {
    /// A file made of bytes, named `name`.
    pub fn of_bytes(name: &str, bytes: &[u8]) -> Self {
        Self { file: File::new(name, bytes), folder: String::new(), recording: None, is_cut: false }
    }

    /// A file of bytes that are in the browser's keeping, without reading them. They keep their media type.
    pub fn of_kept(name: &str, bytes: &Bytes) -> Self {
        let file = File::new_with_options(name, bytes.blob().clone(), Some(&bytes.media_type()), None);
        Self { file, folder: String::new(), recording: None, is_cut: false }
    }

    /// A recording as a file: it waits until the file is part of a piece.
    #[must_use]
    pub fn from_recording(self, recording: Recording) -> Self {
        Self { recording: Some(Rc::new(recording)), ..self }
    }

    /// A part of a recording as a file: the rest is not meant to be kept.
    #[must_use]
    pub fn cut_from(self, recording: Recording) -> Self {
        Self { is_cut: true, ..self.from_recording(recording) }
    }

    /// A file of bytes that the browser holds already, named `name`.
    pub(crate) fn of_blob(name: &str, blob: Blob) -> Self {
        Self { file: File::new(name, blob), folder: String::new(), recording: None, is_cut: false }
    }

    pub(crate) fn of(file: web_sys::File) -> Self {
        let path = globals::property_of::<JsString>(&file, "webkitRelativePath").map(String::from).unwrap_or_default();
        let folder = path.rsplit_once('/').map(|(folder, _)| folder.to_owned()).unwrap_or_default();
        Self { file: File::from(file), folder, recording: None, is_cut: false }
    }

    /// Its name, as the person's system has it: any characters.
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// The same file under another name.
    pub fn named(&self, name: &str) -> Self {
        let media_type = self.file.raw_mime_type();
        let file = File::new_with_options(name, Blob::clone(self.blob()), Some(&media_type), None);
        Self { file, ..self.clone() }
    }

    /// The folder it came from, if it came with one: `plants/day 1`.
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// The recording that it was made from.
    pub fn recording(&self) -> Option<&Recording> {
        self.recording.as_deref()
    }

    /// The recording that it is, from beginning to end.
    pub fn whole_recording(&self) -> Option<&Recording> {
        self.recording().filter(|_| !self.is_cut)
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        self.file.size()
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

    pub(crate) fn blob(&self) -> &Blob {
        &self.file
    }
}

impl fmt::Debug for PickedFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PickedFile({:?}, {} bytes)", self.name(), self.size())
    }
}

/// The bytes of `blob`.
pub(crate) async fn read(blob: &Blob) -> Result<Vec<u8>, BrowserError> {
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

fn listed(files: Option<FileList>) -> Vec<PickedFile> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|index| files.get(index)).map(PickedFile::of).collect()
}
