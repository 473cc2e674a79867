//! What a file told beside what it shows, and what was taken out of it.

use std::collections::BTreeSet;

use crate::change::FieldValue;

/// Something private that a file held beside its pictures, sounds or words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Private {
    /// Where it was made.
    Location,
    /// With which camera or phone, and how it was set.
    Camera,
    /// By whom.
    Author,
    /// With which program.
    Software,
    /// A remark.
    Comment,
    /// A small picture that may show more than the large one.
    Thumbnail,
    /// Anything else.
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
