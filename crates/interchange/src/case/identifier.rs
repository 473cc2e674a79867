//! Identifiers: compared without case, safe to be part of an entity's id, never two items under one.

use std::collections::HashMap;

use portfolio::ItemId;
use sha2::{Digest, Sha256};

use super::members::Link;

/// The longest identifier used as it is: room is left for a number. A UUID has 36 characters.
const LONGEST: usize = ItemId::LONGEST - ".4000000".len();

/// The 8-4-4-4-12 form, in either case.
pub(super) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// The identifier Cairn uses for what a package spells this way: in lower case. One that holds anything but `a-z`,
/// `0-9`, `.` and `-`, or is very long, becomes `x-` and the first 128 bits of its SHA-256, so that the same package
/// always gives the same identifier.
pub(super) fn safe(spelled: &str) -> String {
    let lower = spelled.trim().to_ascii_lowercase();
    let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-');
    if !lower.is_empty() && lower.len() <= LONGEST && lower.bytes().all(plain) { lower } else { made_from(&lower) }
}

/// An identifier made from words, for what has none.
pub(super) fn made_from(words: &str) -> String {
    let digest = Sha256::digest(words.as_bytes());
    format!("x-{}", crate::hash::hex(&digest[..16]))
}

/// The UUID of what `name` names, in lower case: version 8 with the first bits of a SHA-256 (RFC 9562, section 5.8 and appendix B.2).
pub(super) fn uuid_from(name: &str) -> String {
    let digest = Sha256::new_with_prefix("cairn").chain_update([0]).chain_update(name).finalize();
    let bits = digest.iter().take(16).fold(0, |bits: u128, byte| bits << 8 | u128::from(*byte));
    ItemId::uuid(bits, 8).to_string()
}

/// Which item each spelling of an identifier means.
#[derive(Debug, Default)]
pub(super) struct Names {
    by_spelling: HashMap<String, usize>,
    by_id: HashMap<String, usize>,
    by_address: HashMap<String, usize>,
    /// The last number tried for an identifier that several items have, so that many of them take no longer each.
    numbered: HashMap<String, u32>,
}

impl Names {
    /// The item that already has this identifier, whatever the case of its letters.
    pub(super) fn holder(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// An identifier nobody holds: this one, or it with the first free number from 2 added.
    pub(super) fn free(&mut self, id: &str) -> String {
        let mut free = id.to_owned();
        while self.by_id.contains_key(&free) {
            let number = self.numbered.entry(id.to_owned()).or_insert(1);
            *number += 1;
            free = format!("{id}.{number}");
        }
        free
    }

    /// Gives `item` the names it has. A spelling that is taken stays with its first holder.
    pub(super) fn give(&mut self, item: usize, id: String, spelled: &str, address: Option<&str>) {
        self.by_id.insert(id, item);
        self.by_spelling.entry(spelled.to_owned()).or_insert(item);
        if let Some(address) = address {
            self.by_address.entry(address.to_owned()).or_insert(item);
        }
    }

    /// The item at the end of a link: exactly as spelled, else without case, else by its address where the link is no
    /// more than that.
    pub(super) fn find(&self, link: &Link) -> Option<usize> {
        let by_address = || self.by_address.get(link.bare_address.as_deref()?).copied();
        self.by_spelling
            .get(&link.identifier)
            .copied()
            .or_else(|| self.holder(&safe(&link.identifier)))
            .or_else(by_address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_usual_form_is_a_uuid() {
        assert!(is_uuid("5F0c6a52-4a0e-4c57-9a55-0d7f4b6d2f10"));
        assert!(!is_uuid("5f0c6a52-4a0e-4c57-9a55-0d7f4b6d2f1"));
        assert!(!is_uuid("5f0c6a524a0e-4c57-9a55-0d7f4b6d2f1000"));
    }

    #[test]
    fn unsafe_identifiers_become_stable_safe_ones() {
        assert_eq!(safe("CCSS.Math-1"), "ccss.math-1");
        let made = safe("goal:x / é");
        assert_eq!(made, safe("GOAL:X / é"));
        assert_ne!(made, safe("goal:y / é"));
        assert!(made.starts_with("x-") && made.len() == 34, "{made}");
        assert!(safe(&"a".repeat(LONGEST + 1)).starts_with("x-"));
        assert!(safe(" ").starts_with("x-"));
        for spelled in ["CCSS.Math-1", "é", " ", &"a".repeat(LONGEST)] {
            assert!(ItemId::new(&format!("{}.4000000", safe(spelled))).is_ok(), "{spelled}");
        }
    }

    #[test]
    fn a_taken_identifier_gets_a_number() {
        let mut names = Names::default();
        names.give(0, "a".into(), "A", None);
        let second = names.free("a");
        assert_eq!(second, "a.2");
        names.give(1, second, "a", Some("https://x.example/a"));
        let link = |identifier: &str| Link { identifier: identifier.into(), ..Link::default() };
        assert_eq!(names.find(&link("A")), Some(0));
        assert_eq!(names.find(&link("a")), Some(1));
        assert_eq!(names.find(&link("a.2")), Some(1));
        assert_eq!(names.find(&link("b")), None);
    }
}
