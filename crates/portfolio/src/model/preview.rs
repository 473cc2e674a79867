//! What is shown of a file before, or instead of, its bytes. It is worked out from the bytes once and travels with the portfolio,
//! so that another device has a gallery before it has the media.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::stored_file::StoredFile;
use crate::change::FieldValue;

/// What is known of a file without opening it. All of it can be made again from the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// A small picture of it, JPEG or WebP, at most 320 pixels wide and high.
    pub thumb: Option<StoredFile>,
    /// How loud it is from beginning to end.
    pub wave: Option<Wave>,
    /// How large and how long it is.
    pub facts: Facts,
    /// The words in it as UTF-8, at most [`MOST_WORDS`](Self::MOST_WORDS) bytes of them: what it can be found by.
    pub words: Option<StoredFile>,
}

/// A waveform: the greatest loudness in each hundredth of a recording, 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Wave([u8; Wave::BARS]);

/// Measures of a file, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Width of a picture or film, in pixels as it is shown.
    pub width: Option<u64>,
    /// Its height.
    pub height: Option<u64>,
    /// Length of a sound or film, in milliseconds.
    pub ms: Option<u64>,
    /// Pages of a document.
    pub pages: Option<u64>,
}

impl Wave {
    /// How many bars it has.
    pub const BARS: usize = 100;

    /// From its bars.
    pub fn new(bars: [u8; Self::BARS]) -> Self {
        Self(bars)
    }

    /// Its bars.
    pub fn bars(&self) -> &[u8; Self::BARS] {
        &self.0
    }

    /// The text it is stored as: two hexadecimal digits a bar, in lower case.
    pub fn to_text(&self) -> String {
        self.0.iter().map(|bar| format!("{bar:02x}")).collect()
    }

    /// Reads what [`to_text`](Self::to_text) writes, and nothing else.
    pub fn from_text(text: &str) -> Option<Self> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        let bars: Option<Vec<u8>> = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect();
        bars?.try_into().ok().filter(|_| rest.is_empty()).map(Self)
    }
}

/// The text is no waveform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not {} bars of two hexadecimal digits", Wave::BARS)]
pub struct NotAWave;

impl TryFrom<String> for Wave {
    type Error = NotAWave;

    fn try_from(text: String) -> Result<Self, NotAWave> {
        Self::from_text(&text).ok_or(NotAWave)
    }
}

impl From<Wave> for String {
    fn from(wave: Wave) -> Self {
        wave.to_text()
    }
}

impl Facts {
    const WIDTH: &str = "width";
    const HEIGHT: &str = "height";
    const MS: &str = "ms";
    const PAGES: &str = "pages";

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The value they are stored as; what is not known is left out.
    pub fn to_value(&self) -> FieldValue {
        let known =
            [(Self::WIDTH, self.width), (Self::HEIGHT, self.height), (Self::MS, self.ms), (Self::PAGES, self.pages)];
        let known = known.into_iter().filter_map(|(name, number)| Some((name.to_owned(), number?.into())));
        FieldValue::Map(known.collect())
    }

    /// Reads what [`to_value`](Self::to_value) writes. What is no whole number, or less than nothing, is not known.
    pub fn from_value(value: &FieldValue) -> Self {
        let FieldValue::Map(fields) = value else { return Self::default() };
        let number = |name: &str| match fields.get(name) {
            Some(FieldValue::Int(number)) => u64::try_from(*number).ok(),
            _ => None,
        };
        Self {
            width: number(Self::WIDTH),
            height: number(Self::HEIGHT),
            ms: number(Self::MS),
            pages: number(Self::PAGES),
        }
    }
}

impl Preview {
    /// The most bytes of words that are kept of a file.
    pub const MOST_WORDS: u64 = 64 << 10;

    pub(crate) const THUMB: &str = "thumb";
    pub(crate) const WAVE: &str = "wave";
    pub(crate) const FACTS: &str = "facts";
    pub(crate) const WORDS: &str = "words";

    /// The files it is made of.
    pub fn files(&self) -> impl Iterator<Item = &StoredFile> {
        self.thumb.iter().chain(&self.words)
    }

    /// The fields it is stored as, those that say something.
    pub(crate) fn fields(&self) -> BTreeMap<String, FieldValue> {
        let thumb = self.thumb.as_ref().map(|thumb| (Self::THUMB, thumb.to_value()));
        let wave = self.wave.map(|wave| (Self::WAVE, wave.to_text().into()));
        let facts = (!self.facts.is_empty()).then(|| (Self::FACTS, self.facts.to_value()));
        let words = self.words.as_ref().map(|words| (Self::WORDS, words.to_value()));
        [thumb, wave, facts, words].into_iter().flatten().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
