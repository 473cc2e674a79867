//! Telling bytes from others. Against damage and for seeing changes, not against anybody who means harm.

use crate::weight::Weight;

/// Odd, so that multiplying by it loses nothing; its bits follow no rule.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// A number for bytes that another one, or the same in other places, would hardly have.
#[derive(Clone, Copy, Debug, Default)]
pub struct Digest(u64);

impl Digest {
    /// That of some bytes.
    pub fn of(bytes: &[u8]) -> u64 {
        Self::default().and(bytes).0
    }

    /// That of what came before and these bytes, eight at a time. No single change leaves it as it was.
    fn and(self, bytes: &[u8]) -> Self {
        let (words, rest) = bytes.as_chunks::<8>();
        let last = rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte));
        let words = words.iter().map(|word| u64::from_le_bytes(*word));
        words.chain([last, bytes.len() as u64]).fold(self, |Self(sum), word| Self::step(sum, word))
    }

    fn step(sum: u64, word: u64) -> Self {
        Self((sum.rotate_left(23) ^ word).wrapping_mul(FACTOR))
    }
}

/// A stamp for the texts of a document, by which a change of any of them is seen.
pub fn stamp<'t>(texts: impl IntoIterator<Item = (Weight, &'t str)>) -> u64 {
    let add = |digest: Digest, (weight, text): (Weight, &str)| {
        let Digest(sum) = digest.and(text.as_bytes());
        Digest::step(sum, u64::from(weight.to_bits()))
    };
    texts.into_iter().fold(Digest::default(), add).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_text_has_another_stamp() {
        let stamps = [
            stamp([]),
            stamp([(Weight::Title, "")]),
            stamp([(Weight::Title, "a song of nine words")]),
            stamp([(Weight::Label, "a song of nine words")]),
            stamp([(Weight::Title, "a song of"), (Weight::Title, " nine words")]),
            stamp([(Weight::Title, " nine words"), (Weight::Title, "a song of")]),
            stamp([(Weight::Title, "a song of nine word\0")]),
        ];
        let different: std::collections::BTreeSet<_> = stamps.into_iter().collect();
        assert_eq!(different.len(), stamps.len());
        assert_eq!(stamp([(Weight::Title, "a song")]), stamp([(Weight::Title, "a song")]));
    }
}
