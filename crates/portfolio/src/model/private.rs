//! What a file told beside what it shows, and what was taken out of it.

use std::collections::BTreeSet;

use crate::change::FieldValue;

/// A kind of fact that a file tells beside its pictures, sounds or words, of the person who made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Private {
    /// Where it was made.
    Location,
    /// What it was made with: the device, its serial number, its settings.
    Camera,
    /// Who made it, or owns the device.
    Author,
    /// The programs that made or changed it.
    Software,
    /// Words about it: a title, a description, a comment.
    Comment,
    /// A small picture of it, often as it was before it was cropped.
    Thumbnail,
    /// Anything else that is no part of what is shown: times, identifiers, further pictures or films behind the picture.
    Other,
}

impl Private {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 7] =
        [Self::Location, Self::Camera, Self::Author, Self::Software, Self::Comment, Self::Thumbnail, Self::Other];

    /// The word it is stored as.
    pub fn word(self) -> &'static str {
        match self {
            Self::Location => "location",
            Self::Camera => "camera",
            Self::Author => "author",
            Self::Software => "software",
            Self::Comment => "comment",
            Self::Thumbnail => "thumbnail",
            Self::Other => "other",
        }
    }

    /// Reads a word; one that only a newer app knows is something else.
    pub fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|known| known.word() == word).unwrap_or(Self::Other)
    }
}

/// The value in which several are stored.
pub(crate) fn to_value(taken_out: &BTreeSet<Private>) -> FieldValue {
    FieldValue::List(taken_out.iter().map(|private| private.word().into()).collect())
}

/// Reads what [`to_value`] writes.
pub(crate) fn from_value(value: FieldValue) -> BTreeSet<Private> {
    let FieldValue::List(words) = value else { return BTreeSet::new() };
    let words = words.into_iter().filter_map(|word| match word {
        FieldValue::Text(word) => Some(Private::of_word(&word)),
        _ => None,
    });
    words.collect()
}
