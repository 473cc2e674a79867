//! What was taken down and is neither kept nor thrown away.

use std::rc::Rc;
use std::time::Duration;

use platform::bytes::Bytes;
use platform::capture::{Kind, Picture};
use platform::clock;
use platform::files::PickedFile;
use platform::media::{Finished, Recording};
use platform::object_url::ObjectUrl;

use super::trouble::Ended;
use super::words::file_name;

/// A photo or a recording. Clones share it.
#[derive(Clone)]
pub struct Take {
    /// What it is.
    pub what: What,
    /// What a player plays, or the picture.
    pub bytes: Bytes,
    /// Where a player finds it.
    pub url: Rc<ObjectUrl>,
    /// How long it is; a picture has no length.
    pub length: Duration,
    /// Whether its beginning and its end can be cut off.
    pub can_be_cut: bool,
    /// What ended it, if the learner did not.
    pub ended: Option<Ended>,
}

/// What was taken down.
#[derive(Clone)]
pub enum What {
    /// A picture, in the browser's memory alone.
    Photo(Picture),
    /// A recording, on the disk.
    Recorded(Recording),
}

impl Take {
    /// A picture.
    pub fn photo(format: Picture, bytes: Bytes) -> Self {
        let url = Rc::new(bytes.url());
        Self { what: What::Photo(format), bytes, url, length: Duration::ZERO, can_be_cut: false, ended: None }
    }

    /// A recording as it can be played.
    pub fn recorded(recording: Recording, finished: Finished, ended: Option<Ended>) -> Self {
        let Finished { bytes, length, can_be_cut } = finished;
        Self { what: What::Recorded(recording), url: Rc::new(bytes.url()), bytes, length, can_be_cut, ended }
    }

    /// It as a file.
    pub fn file(&self) -> PickedFile {
        match &self.what {
            What::Photo(format) => {
                PickedFile::of_kept(&file_name(Kind::Photo, clock::now(), format.media_type()), &self.bytes)
            }
            What::Recorded(recording) => recording_file(recording, &self.bytes),
        }
    }
}

/// A recording as a file, of these bytes.
pub fn recording_file(recording: &Recording, bytes: &Bytes) -> PickedFile {
    named_after(recording, bytes).from_recording(recording.clone())
}

/// A part of a recording as a file, of these bytes.
pub fn part_file(recording: &Recording, bytes: &Bytes) -> PickedFile {
    named_after(recording, bytes).cut_from(recording.clone())
}

fn named_after(recording: &Recording, bytes: &Bytes) -> PickedFile {
    let about = &recording.about;
    PickedFile::of_kept(&file_name(about.kind, about.begun, &about.media_type), bytes)
}
