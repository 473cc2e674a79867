//! What a framework calls its items.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::id_text::IdText;

/// The identifier of an item of a framework, a competency or a heading: the CASE identifier in lower case. The same
/// item keeps it in every edition of its framework, so goals and claims survive a new edition. Copies share one text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ItemId(IdText);

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
        let has_capitals = identifier.bytes().any(|byte| byte.is_ascii_uppercase());
        let lower = if has_capitals { identifier.to_ascii_lowercase().into() } else { Cow::Borrowed(identifier) };
        let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-');
        let fits = (1..=Self::LONGEST).contains(&lower.len());
        if fits && lower.bytes().all(plain) { Ok(Self(lower.into())) } else { Err(NotAnItemId) }
    }

    /// The UUID made of these bits (RFC 9562), six of which give way to its version (4 for random bits, 8 for bits worked out from
    /// something) and its variant.
    pub fn uuid(bits: u128, version: u8) -> Self {
        const VERSION: u128 = 0xf << 76;
        const VARIANT: u128 = 0b11 << 62;
        let bits = bits & !VERSION & !VARIANT | u128::from(version & 0xf) << 76 | 0b10 << 62;
        let part = |from: u32, digits: u32| (bits >> from) & ((1 << (4 * digits)) - 1);
        let [first, second, third, fourth, last] = [part(96, 8), part(80, 4), part(64, 4), part(48, 4), part(0, 12)];
        Self(format!("{first:08x}-{second:04x}-{third:04x}-{fourth:04x}-{last:012x}").into())
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
        id.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_says_its_version_and_variant_and_holds_all_other_bits() {
        let bits = 0x5f0c_6a52_4a0e_4c57_9a55_0d7f_4b6d_2f10;
        assert_eq!(ItemId::uuid(bits, 4).as_str(), "5f0c6a52-4a0e-4c57-9a55-0d7f4b6d2f10");
        assert_eq!(ItemId::uuid(u128::MAX, 8).as_str(), "ffffffff-ffff-8fff-bfff-ffffffffffff");
        assert_eq!(ItemId::uuid(0, 4).as_str(), "00000000-0000-4000-8000-000000000000");
        let ids: std::collections::BTreeSet<_> = (0..128).map(|bit| ItemId::uuid(1 << bit, 4)).collect();
        // The six bits that are given up make one id, that of nothing.
        assert_eq!(ids.len(), 128 - 6 + 1);
    }

    #[test]
    fn identifiers_are_compared_without_case_and_hold_nothing_odd() {
        assert_eq!(ItemId::new("5F0C6A52-a.2"), ItemId::new("5f0c6a52-A.2"));
        let long = "a".repeat(ItemId::LONGEST + 1);
        for odd in ["", "a:b", "a b", "é", "a/b", long.as_str()] {
            assert_eq!(ItemId::new(odd), Err(NotAnItemId), "{odd:?}");
        }
    }
}
