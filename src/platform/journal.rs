//! Last words: what was typed and not yet stored when the page went away.
//!
//! While a page is being closed nothing asynchronous is sure to finish, so the words are written synchronously at `pagehide`
//! and adopted at the next start.

use serde::{Deserialize, Serialize};

use super::local;
pub use super::local::LocalError;

/// The most bytes of text that are kept for one profile.
pub const LIMIT: usize = 64 * 1024;

/// A field's text at the moment the page went away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastWords {
    /// The entity that was being edited.
    pub entity: String,
    /// The field of the entity.
    pub field: String,
    /// The field's whole text.
    pub text: String,
}

/// Why last words could not be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// One text alone is over [`LIMIT`]. A part of it would replace the whole, so nothing is written.
    #[error("a text of {0} bytes is too long for the journal")]
    TooLong(usize),
    /// The browser did not keep it.
    #[error(transparent)]
    Local(#[from] LocalError),
}

/// Keeps a field's text, in place of what was kept of the same field. The oldest words make room.
///
/// # Errors
/// A text that is too long, or storage that is blocked or full.
pub fn put(profile: &str, words: LastWords) -> Result<(), JournalError> {
    if words.text.len() > LIMIT {
        return Err(JournalError::TooLong(words.text.len()));
    }
    let mut kept = read(profile);
    kept.retain(|other| (&other.entity, &other.field) != (&words.entity, &words.field));
    kept.push(words);
    while kept.iter().map(|words| words.text.len()).sum::<usize>() > LIMIT {
        kept.remove(0);
    }
    Ok(local::set(&key(profile), &kept)?)
}

/// The words kept for a profile, oldest first. They stay until [`clear`], which is for when they are stored.
pub fn read(profile: &str) -> Vec<LastWords> {
    local::get(&key(profile)).unwrap_or_default()
}

/// Forgets the words kept for a profile.
pub fn clear(profile: &str) {
    local::remove(&key(profile));
}

fn key(profile: &str) -> String {
    format!("cairn.last-words.{profile}")
}
