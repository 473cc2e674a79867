//! The name of a segment says its length and hash, so that a listing alone tells whether it arrived whole.

use std::fmt;
use std::str::FromStr;

use super::SegmentError;
use crate::hex;
use crate::id::{Hash, decimal};

/// `<seq8>-<bytes>-<sha16>.jsonl.gz`: the number among the device's segments in eight digits, the bytes of the gzip, and
/// the first 16 hexadecimal digits of its SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentName {
    /// Number among the device's segments, from 1 up, without gaps.
    pub seq: u32,
    /// Length of the gzip.
    pub bytes: u64,
    /// First 64 bits of the SHA-256 of the gzip.
    pub sha: [u8; 8],
}

const SUFFIX: &str = ".jsonl.gz";
const SEQ_END: u32 = 100_000_000;

impl SegmentName {
    /// The name of the device's `seq`th segment with these bytes.
    pub fn of(seq: u32, gzip: &[u8]) -> Self {
        Self { seq, bytes: gzip.len() as u64, sha: Hash::of(gzip).start() }
    }

    /// Whether these are the bytes that the name speaks of.
    ///
    /// # Errors
    /// [`SegmentError::Length`], [`SegmentError::Hash`].
    pub fn verify(&self, gzip: &[u8]) -> Result<(), SegmentError> {
        let found = gzip.len() as u64;
        if found != self.bytes {
            return Err(SegmentError::Length { expected: self.bytes, found });
        }
        let found = Hash::of(gzip);
        if found.start() != self.sha {
            return Err(SegmentError::Hash { found });
        }
        Ok(())
    }
}

impl fmt::Display for SegmentName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08}-{}-", self.seq, self.bytes)?;
        hex::write(&self.sha, f)?;
        f.write_str(SUFFIX)
    }
}

impl FromStr for SegmentName {
    type Err = SegmentError;

    fn from_str(text: &str) -> Result<Self, SegmentError> {
        read(text).ok_or_else(|| SegmentError::Name(text.into()))
    }
}

fn read(text: &str) -> Option<SegmentName> {
    let mut parts = text.strip_suffix(SUFFIX)?.split('-');
    let (seq, bytes, sha) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = seq.len() == 8 && seq.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || !digits {
        return None;
    }
    let seq = seq.parse().ok().filter(|seq| (1..SEQ_END).contains(seq))?;
    Some(SegmentName { seq, bytes: decimal(bytes)?, sha: hex::read(sha)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_written() {
        let name = SegmentName::of(42, b"abc");
        assert_eq!(name.to_string(), "00000042-3-ba7816bf8f01cfea.jsonl.gz");
        assert_eq!(name.to_string().parse::<SegmentName>().unwrap(), name);
    }

    #[test]
    fn other_names_are_not_segments() {
        for wrong in [
            "",
            "00000000-3-ba7816bf8f01cfea.jsonl.gz",
            "42-3-ba7816bf8f01cfea.jsonl.gz",
            "00000042-03-ba7816bf8f01cfea.jsonl.gz",
            "+0000042-3-ba7816bf8f01cfea.jsonl.gz",
            "00000042-3-ba7816bf8f01cfe.jsonl.gz",
            "00000042-3-BA7816BF8F01CFEA.jsonl.gz",
            "00000042-3-ba7816bf8f01cfea-x.jsonl.gz",
            "00000042-3-ba7816bf8f01cfea.jsonl",
            "00000042-3-ba7816bf8f01cfea.jsonl.gz.part",
        ] {
            assert!(matches!(wrong.parse::<SegmentName>(), Err(SegmentError::Name(name)) if name == wrong), "{wrong}");
        }
    }

    #[test]
    fn cut_or_changed_bytes_are_noticed() {
        let name = SegmentName::of(1, b"abc");
        name.verify(b"abc").unwrap();
        assert!(matches!(name.verify(b"ab"), Err(SegmentError::Length { expected: 3, found: 2 })));
        assert!(matches!(name.verify(b"abd"), Err(SegmentError::Hash { .. })));
    }
}
