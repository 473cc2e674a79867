//! Identifiers that never change: each is made from the words that name a record, so building again gives the same.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// Sets Cairn's names apart from everybody else's. Changing it would make every learner's goals and evidence point at nothing.
const NAMESPACE: &str = "cairn-bundled-framework";

/// The UUID of the record that `name` names, in lower case: version 8 with the first bits of a SHA-256 (RFC 9562, section 5.8 and appendix B.2).
pub fn uuid(name: &str) -> String {
    let digest = Sha256::new_with_prefix(NAMESPACE).chain_update([0]).chain_update(name).finalize();
    let mut text = String::with_capacity(36);
    for (place, byte) in digest.iter().take(16).enumerate() {
        let byte = match place {
            6 => (byte & 0x0f) | 0x80,
            8 => (byte & 0x3f) | 0x80,
            _ => *byte,
        };
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        // Writing to a String has no way to fail.
        write!(text, "{byte:02x}").unwrap_or_default();
    }
    text
}

/// The URI of a record: the framework lives in a file and has no address of its own.
pub fn uri(identifier: &str) -> String {
    format!("urn:uuid:{identifier}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_always_gives_the_same_uuid() {
        // Frozen: learners' goals are stored under identifiers like this one.
        assert_eq!(uuid("item:place-value"), "13c2be6a-4214-840a-88b8-e46ec3d9adb2");
        assert_ne!(uuid("item:place-value"), uuid("item:fractions"));
    }

    #[test]
    fn a_uuid_says_its_version_and_variant() {
        let uuid = uuid("anything");
        assert_eq!(uuid.len(), 36);
        assert_eq!(uuid.chars().nth(14), Some('8'));
        assert!(matches!(uuid.chars().nth(19), Some('8' | '9' | 'a' | 'b')), "{uuid}");
    }
}
