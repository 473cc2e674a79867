//! One file of the built app.

use sha2::{Digest, Sha256};

/// Hexadecimal digits of the content's hash in a name: 64 bits, enough for the few hundred files a browser ever sees from one origin.
const HASH_DIGITS: usize = 16;

/// A file of the built app, as it will be served.
pub struct Asset {
    /// Its path below the base.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Whether the browser needs it before the learner can use the page.
    pub early: bool,
}

impl Asset {
    /// A file whose name is known beforehand, so that browsers must ask whether it changed.
    pub fn named(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes, early: false }
    }

    /// A file named after its content, which may be kept for ever.
    pub fn hashed(stem: &str, extension: &str, bytes: Vec<u8>) -> Self {
        let hash: String = sha256(&bytes).chars().take(HASH_DIGITS).collect();
        Self { name: format!("{stem}-{hash}.{extension}"), bytes, early: false }
    }

    /// Marks it as needed before the learner can use the page.
    pub fn early(self) -> Self {
        Self { early: true, ..self }
    }

    /// The value of an `integrity` attribute that only these bytes satisfy.
    pub fn integrity(&self) -> String {
        format!("sha256-{}", base64(&Sha256::digest(&self.bytes)))
    }
}

/// The SHA-256 of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// RFC 4648 base64 with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let digit = DIGITS[bits >> (18 - 6 * place) & 63];
            text.push(if place <= group.len() { digit.into() } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_its_content() {
        let one = Asset::hashed("app", "js", b"one".to_vec());
        assert_eq!(one.name, "app-7692c3ad3540bb80.js");
        assert_ne!(one.name, Asset::hashed("app", "js", b"two".to_vec()).name);
    }

    #[test]
    fn base64_pads_as_rfc_4648_shows() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
