//! What a framework calls its items.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The identifier of an item of a framework, a competency or a heading: the CASE identifier in lower case. The same
/// item keeps it in every edition of its framework, so goals and claims survive a new edition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ItemId(String);

/// The text is empty, too long or holds a character that an id may not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an item id: 1 to {} of a-z, 0-9, '.' and '-' are expected", ItemId::LONGEST)]
pub struct NotAnItemId;

impl ItemId {
    /// The most characters of an id. A UUID has 36.
    pub const LONGEST: usize = 64;

    /// Reads an identifier; capitals become lower case.
    ///
    /// # Errors
    /// Anything but 1 to [`LONGEST`](Self::LONGEST) of `a-z`, `0-9`, `.` and `-`.
    pub fn new(identifier: &str) -> Result<Self, NotAnItemId> {
        let lower = identifier.to_ascii_lowercase();
        let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-');
        let fits = (1..=Self::LONGEST).contains(&lower.len());
        if fits && lower.bytes().all(plain) { Ok(Self(lower)) } else { Err(NotAnItemId) }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for ItemId {
    type Error = NotAnItemId;

    fn try_from(identifier: String) -> Result<Self, NotAnItemId> {
        Self::new(&identifier)
    }
}

impl From<ItemId> for String {
    fn from(id: ItemId) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_compared_without_case_and_hold_nothing_odd() {
        assert_eq!(ItemId::new("5F0C6A52-a.2"), ItemId::new("5f0c6a52-A.2"));
        let long = "a".repeat(ItemId::LONGEST + 1);
        for odd in ["", "a:b", "a b", "é", "a/b", long.as_str()] {
            assert_eq!(ItemId::new(odd), Err(NotAnItemId), "{odd:?}");
        }
    }
}
