//! What goes into a ZIP, before any of it is read.

use chrono::{DateTime, Datelike, Timelike, Utc};
use serde::{Deserialize, Serialize};

use crate::zip::Packing;

/// The entries of a ZIP in order, and when it is made. Serializable, so that a worker that knows no portfolio can write it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// When the ZIP is made: year, month, day, hour, minute, second.
    pub made: (i32, u16, u16, u16, u16, u16),
    /// All entries but `files.json` and the manifest, which follow from what was written.
    pub entries: Vec<Planned>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Its name in the ZIP.
    pub path: String,
    /// Where its bytes come from.
    pub content: Content,
}

/// Where the bytes of an entry come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// They are here.
    Text(String),
    /// A segment of the log, stored by `device` under `name`.
    Segment {
        /// 20 hexadecimal digits.
        device: String,
        /// `<seq8>-<bytes>-<sha16>.jsonl.gz`
        name: String,
        /// In bytes.
        size: u64,
    },
    /// A stored file: an artifact's, or a framework's package.
    File {
        /// Its identity, 64 hexadecimal digits.
        hash: String,
        /// In bytes.
        size: u64,
        /// Its media type decides whether packing it is worth while.
        media_type: String,
    },
}

impl Content {
    /// How many bytes there are, as far as anybody knows.
    #[must_use]
    pub fn size(&self) -> u64 {
        match self {
            Self::Text(text) => text.len() as u64,
            Self::Segment { size, .. } | Self::File { size, .. } => *size,
        }
    }

    /// Text is deflated; pictures, sound, film and segments are compressed already.
    pub(super) fn packing(&self) -> Packing {
        let is_text = match self {
            Self::Text(_) => true,
            Self::Segment { .. } => false,
            Self::File { media_type, .. } => {
                media_type.starts_with("text/") || ["json", "xml"].iter().any(|ending| media_type.ends_with(ending))
            }
        };
        if is_text { Packing::Deflate } else { Packing::Store }
    }
}

impl Plan {
    /// These entries, at this time of making.
    #[must_use]
    pub fn of(made: DateTime<Utc>, entries: Vec<Planned>) -> Self {
        let short = |number: u32| u16::try_from(number).unwrap_or_default();
        let (month, day) = (short(made.month()), short(made.day()));
        let (hour, minute, second) = (short(made.hour()), short(made.minute()), short(made.second()));
        Self { made: (made.year(), month, day, hour, minute, second), entries }
    }

    /// The bytes to be written, for a progress bar.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.entries.iter().map(|planned| planned.content.size()).sum()
    }
}
