//! What a file tells that nobody meant to share.
//!
//! A picture loses it on its way in. Its pixels and its way up stay, byte for byte, and so does every file that tells nothing. The new
//! file is put together from slices of the old one: cleaning takes no memory, and what is copied and hashed is what is kept.

use media::Format;
use media::privacy::{self, Cleaning};
use serde::{Deserialize, Serialize};
use web_sys::Blob;

use super::MediaError;
use super::assemble::assembled;
use crate::platform::input::Input;

/// What a stored file tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// Each thing: the word for its kind (`location`, `author` and so on), and what the file says, if that can be read.
    pub found: Vec<(String, Option<String>)>,
    /// Whether there can be a copy without it.
    pub can_be_taken_out: bool,
}

/// A picture on its way in without what it tells, and the words for that. What is no picture stays as it is.
pub(super) fn cleaned_picture(file: Blob) -> Result<(Blob, Vec<String>), MediaError> {
    let cleaning = look(&file)?;
    let is_picture = matches!(cleaning.format, Some(Format::Jpeg | Format::Png | Format::WebP | Format::Heif));
    if is_picture { without(file, &cleaning) } else { Ok((file, Vec::new())) }
}

/// Any file without what it tells, as far as that can be taken out, and the words for that.
pub(super) fn cleaned(file: Blob) -> Result<(Blob, Vec<String>), MediaError> {
    let cleaning = look(&file)?;
    without(file, &cleaning)
}

/// What a file tells.
pub(super) fn telling(file: &Blob) -> Result<Telling, MediaError> {
    let cleaning = look(file)?;
    let can_be_taken_out = !cleaning.plan.is_whole();
    let found = cleaning.found.into_iter().map(|found| (found.what.word().to_owned(), found.says)).collect();
    Ok(Telling { found, can_be_taken_out })
}

/// Reads no more of the file than it must.
fn look(file: &Blob) -> Result<Cleaning, MediaError> {
    let input = Input::of_blob(file.clone())?;
    privacy::clean(input).map_err(|error| MediaError::Unreadable(error.to_string()))
}

fn without(file: Blob, cleaning: &Cleaning) -> Result<(Blob, Vec<String>), MediaError> {
    if cleaning.plan.is_whole() {
        return Ok((file, Vec::new()));
    }
    let taken_out = cleaning.removed().into_iter().map(|private| private.word().to_owned()).collect();
    Ok((assembled(&file, &cleaning.plan)?, taken_out))
}
