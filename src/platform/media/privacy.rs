//! What a file tells that nobody meant to share.
//!
//! A picture loses it on its way in. Its pixels and its way up stay, byte for byte, and so does every file that tells nothing. The new
//! file is put together from slices of the old one: cleaning takes no memory, and what is copied and hashed is what is kept.

use media::Format;
use media::privacy::{self, Cleaning, Found};
use serde::{Deserialize, Serialize};
use web_sys::Blob;

use super::MediaError;
use super::assemble::assembled;
use crate::input::Input;

/// What a stored file tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// Each thing.
    pub found: Vec<Told>,
}

/// One thing that a file tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The word for its kind: `location`, `author` and so on.
    pub what: String,
    /// What the file says, if that can be read.
    pub says: Option<String>,
    /// Whether there can be a copy without it.
    pub can_be_taken_out: bool,
}

/// A picture on its way in without what it tells, and the words for that. What is no picture stays as it is.
pub(super) fn cleaned_picture(file: Blob) -> Result<(Blob, Vec<String>), MediaError> {
    let cleaning = look(&file)?;
    let is_asked_for = !cleaning.format.is_some_and(Format::is_cleaned_at_once);
    if is_asked_for { Ok((file, Vec::new())) } else { without(file, &cleaning) }
}

/// Any file without what it tells, as far as that can be taken out, and the words for that.
pub(super) fn cleaned(file: Blob) -> Result<(Blob, Vec<String>), MediaError> {
    let cleaning = look(&file)?;
    without(file, &cleaning)
}

/// What a file tells.
pub(super) fn telling(file: &Blob) -> Result<Telling, MediaError> {
    let cleaning = look(file)?;
    let is_changed = !cleaning.plan.is_whole();
    let told = |found: Found| Told {
        what: found.what.word().to_owned(),
        says: found.says,
        can_be_taken_out: is_changed && !found.stays,
    };
    Ok(Telling { found: cleaning.found.into_iter().map(told).collect() })
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
