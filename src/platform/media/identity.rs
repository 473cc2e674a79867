//! What a file is called: by its bytes.

use interchange::chunks::{CHUNK_BYTES, identity_of};
pub(super) use interchange::hash::hex;
use replica::Hash;
use serde::{Deserialize, Serialize};

/// The bytes of a chunk; the last one of a file may be shorter.
pub const CHUNK: u64 = CHUNK_BYTES as u64;

/// A file as the portfolio knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFile {
    /// 64 hexadecimal digits.
    pub identity: String,
    /// Its bytes.
    pub size: u64,
    /// The SHA-256 of each chunk, in order, in hexadecimal.
    pub chunks: Vec<String>,
}

impl StoredFile {
    /// A file with these chunk hashes. Of what are none it is not [sound](Self::is_sound).
    pub(super) fn of_chunks(size: u64, chunks: Vec<String>) -> Self {
        Self { identity: identity(&chunks).unwrap_or_default(), size, chunks }
    }

    /// Whether it is what it says: as many chunks as its size needs, and the identity that they make.
    pub(super) fn is_sound(&self) -> bool {
        self.chunks.len() as u64 == chunk_count(self.size) && identity(&self.chunks).as_ref() == Some(&self.identity)
    }

    /// Where chunk `index` begins and ends.
    pub fn range(&self, index: u32) -> std::ops::Range<u64> {
        let start = u64::from(index) * CHUNK;
        start.min(self.size)..(start + CHUNK).min(self.size)
    }
}

/// How many chunks a file of `size` bytes has. An empty file has one empty chunk.
pub(super) fn chunk_count(size: u64) -> u64 {
    size.div_ceil(CHUNK).max(1)
}

/// What identifies a file of these chunks; `None` if one of them is no hash.
fn identity(chunks: &[String]) -> Option<String> {
    let hashes: Option<Vec<Hash>> = chunks.iter().map(|chunk| chunk.parse().ok()).collect();
    Some(identity_of(&hashes?).to_string())
}

#[cfg(test)]
mod tests {
    use super::{CHUNK, StoredFile, chunk_count, hex};

    #[test]
    fn one_chunk_names_the_file_and_several_are_hashed_together() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".to_owned();
        assert_eq!(StoredFile::of_chunks(3, vec![abc.clone()]).identity, abc);
        // SHA-256 of 64 bytes: the hash of "abc" twice.
        let twice = StoredFile::of_chunks(CHUNK + 3, vec![abc.clone(), abc.clone()]);
        assert_eq!(twice.identity, "3b771ca97e3c17698aff21227fa046b5622a30d8ee5d2de4ee1111a1cdf258ee");
        assert!(twice.is_sound());
    }

    #[test]
    fn a_file_with_a_chunk_too_few_or_another_identity_is_not_sound() {
        let hash = hex(&[7; 32]);
        let file = StoredFile::of_chunks(CHUNK + 1, vec![hash.clone(), hash.clone()]);
        assert!(file.is_sound());
        assert!(!StoredFile { size: 2 * CHUNK + 1, ..file.clone() }.is_sound());
        assert!(!StoredFile { identity: hash, ..file }.is_sound());
        assert!(!StoredFile::of_chunks(3, vec!["no hash".to_owned()]).is_sound());
    }

    #[test]
    fn chunks_cover_the_file_exactly() {
        assert_eq!([0, 1, CHUNK, CHUNK + 1].map(chunk_count), [1, 1, 1, 2]);
        let file = StoredFile::of_chunks(CHUNK + 5, vec![hex(&[1; 32]), hex(&[2; 32])]);
        assert_eq!((file.range(0), file.range(1), file.range(2)), (0..CHUNK, CHUNK..CHUNK + 5, CHUNK + 5..CHUNK + 5));
    }
}
