//! What a person gives at once: files, and folders that are read through to theirs.
//!
//! What a system puts there for itself (hidden files, lists of thumbnails) is left out. A folder may hold a whole disk, so it is
//! read no further than to [`MOST`] files.

use std::cmp::Ordering;

use js_sys::{Array, Promise};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Event, File, FileSystemDirectoryEntry, FileSystemEntry,
    FileSystemFileEntry,
};

use super::PickedFile;
use crate::BrowserError;

/// The most files that are taken at once.
pub const MOST: usize = 200;
/// The most entries that are looked at.
const MOST_ENTRIES: usize = 4000;
/// How deep folders are followed.
const DEEPEST: usize = 16;

/// What was given at once: files, and folders of them.
#[derive(Default)]
pub struct Given {
    files: Vec<PickedFile>,
    folders: Vec<FileSystemDirectoryEntry>,
}

/// The files that were found.
#[derive(Default, Debug)]
pub struct Gathered {
    /// At most [`MOST`]: single ones as they were given, then those of folders in the order asked for.
    pub files: Vec<PickedFile>,
    /// Whether there are more.
    pub is_cut: bool,
    /// How many files and folders the browser could not read.
    pub unread: usize,
}

/// What was dropped on the page.
pub fn dropped(event: &DragEvent) -> Given {
    event.data_transfer().map(|data| carried(&data)).unwrap_or_default()
}

/// The files in what was pasted: a screenshot, or files copied elsewhere. Formatted words often bring a picture of themselves
/// along; then the words are meant, and there are no files.
pub fn pasted(event: &ClipboardEvent) -> Given {
    let Some(data) = event.clipboard_data() else { return Given::default() };
    let carries = |kind: &str| data.types().iter().any(|carried| carried == kind);
    if carries("text/plain") && carries("text/html") { Given::default() } else { carried(&data) }
}

/// The words in what was pasted.
pub fn pasted_words(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok().filter(|words| !words.is_empty())
}

/// A browser tells of folders only while the event lasts, so what they are is asked at once.
fn carried(data: &DataTransfer) -> Given {
    let mut given = Given::default();
    let items = data.items();
    for item in (0..items.length()).filter_map(|index| items.get(index)) {
        let folder = item.webkit_get_as_entry().ok().flatten().filter(FileSystemEntry::is_directory);
        match (folder, item.get_as_file()) {
            (Some(folder), _) => given.folders.push(folder.unchecked_into()),
            (None, Ok(Some(file))) => given.files.push(PickedFile::of(file)),
            (None, _) => {}
        }
    }
    given
}

/// The folder chosen in the file input that `event` comes from.
pub fn chosen_folder(event: &Event) -> Given {
    // The folder that was chosen is meant, whatever its name.
    let is_wanted = |file: &PickedFile| {
        let is_theirs = |name: &str| !is_of_the_system(name);
        file.folder().split('/').skip(1).all(is_theirs) && is_theirs(&file.name())
    };
    Given { files: super::chosen(event).into_iter().filter(is_wanted).collect(), folders: Vec::new() }
}

impl Given {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.folders.is_empty()
    }

    /// The files, if all that was given are pictures by what the system says of them; else none.
    pub fn pictures(self) -> Vec<PickedFile> {
        let is_picture = |file: &PickedFile| file.file.raw_mime_type().starts_with("image/");
        if self.folders.is_empty() && self.files.iter().all(is_picture) { self.files } else { Vec::new() }
    }

    /// Reads the folders through. Files of folders are put in order by their paths.
    pub async fn gather(self, order: fn(&str, &str) -> Ordering) -> Gathered {
        let mut gathered = Gathered { files: self.files, ..Gathered::default() };
        for folder in self.folders {
            read_through(folder, &mut gathered).await;
        }
        gathered.files.sort_by(|one, other| match (one.folder(), other.folder()) {
            ("", "") => Ordering::Equal,
            (folder, same) if folder == same => order(&one.name(), &other.name()),
            (folder, another) => order(folder, another),
        });
        gathered.is_cut |= gathered.files.len() > MOST;
        gathered.files.truncate(MOST);
        gathered
    }
}

async fn read_through(folder: FileSystemDirectoryEntry, gathered: &mut Gathered) {
    let mut looked_at = 0;
    let mut waiting = vec![(folder, 1)];
    while let Some((folder, depth)) = waiting.pop() {
        let path = folder.full_path().trim_matches('/').to_owned();
        let Ok(entries) = entries_of(&folder).await else {
            gathered.unread += 1;
            continue;
        };
        for entry in entries.into_iter().filter(|entry| !is_of_the_system(&entry.name())) {
            looked_at += 1;
            if looked_at > MOST_ENTRIES || (entry.is_directory() && depth == DEEPEST) {
                gathered.is_cut = true;
            } else if entry.is_directory() {
                waiting.push((entry.unchecked_into(), depth + 1));
            } else {
                match file_of(entry.unchecked_ref()).await {
                    Ok(file) => gathered.files.push(PickedFile { folder: path.clone(), ..PickedFile::of(file) }),
                    Err(_) => gathered.unread += 1,
                }
            }
        }
    }
}

/// What lies in the folder; a browser gives it in parts, and none when there is no more.
async fn entries_of(folder: &FileSystemDirectoryEntry) -> Result<Vec<FileSystemEntry>, BrowserError> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    while entries.len() <= MOST_ENTRIES {
        let mut refused = Ok(());
        let part = Promise::new(&mut |resolve, reject| {
            refused = reader.read_entries_with_callback_and_callback(&resolve, &reject);
        });
        refused?;
        let part: Array = JsFuture::from(part).await?.unchecked_into();
        if part.length() == 0 {
            break;
        }
        entries.extend(part.iter().map(FileSystemEntry::unchecked_from_js));
    }
    Ok(entries)
}

async fn file_of(entry: &FileSystemFileEntry) -> Result<File, BrowserError> {
    let file = Promise::new(&mut |resolve, reject| entry.file_with_callback_and_callback(&resolve, &reject));
    Ok(JsFuture::from(file).await?.unchecked_into())
}

/// Whether a system keeps this for itself.
fn is_of_the_system(name: &str) -> bool {
    name.starts_with('.') || ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str())
}
