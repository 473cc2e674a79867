//! What identifies a file: the hash of its one chunk, or the SHA-256 over the raw hashes of its chunks.

use replica::Hash;
use sha2::{Digest, Sha256};

use crate::hash::hex;

/// Bytes of a chunk; only the last one of a file is shorter.
pub const CHUNK_BYTES: usize = 8 << 20;

/// What tells a file with these chunks from others. Even an empty file has one.
#[must_use]
pub fn identity_of(chunks: &[Hash]) -> Hash {
    match chunks {
        [one] => *one,
        several => Hash::of(&several.iter().flat_map(|chunk| chunk.0).collect::<Vec<u8>>()),
    }
}

/// A file's identity and the hashes of its chunks, all as 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// What tells the file from others.
    pub hash: String,
    /// The SHA-256 of each chunk in order; of an empty file, that of no bytes.
    pub chunks: Vec<String>,
    /// The SHA-256 of all bytes, as a manifest lists it.
    pub sha256: String,
    /// Length in bytes.
    pub size: u64,
}

/// Finds the identity of bytes that come piece by piece.
#[derive(Debug, Default)]
pub struct Identifier {
    chunk: Sha256,
    in_chunk: usize,
    ended: Vec<Hash>,
    /// Over all bytes, from the end of the first chunk on: most files have one chunk and are hashed once.
    all: Option<Sha256>,
    size: u64,
}

impl Identifier {
    /// Takes the next piece, of any length.
    pub fn update(&mut self, mut piece: &[u8]) {
        self.size += piece.len() as u64;
        while !piece.is_empty() {
            let (now, later) = piece.split_at(piece.len().min(CHUNK_BYTES - self.in_chunk));
            self.chunk.update(now);
            if let Some(all) = &mut self.all {
                all.update(now);
            }
            self.in_chunk += now.len();
            piece = later;
            if self.in_chunk == CHUNK_BYTES {
                self.end_chunk();
            }
        }
    }

    fn end_chunk(&mut self) {
        let chunk = std::mem::take(&mut self.chunk);
        self.all.get_or_insert_with(|| chunk.clone());
        self.ended.push(Hash(chunk.finalize().into()));
        self.in_chunk = 0;
    }

    /// All pieces were taken.
    #[must_use]
    pub fn finish(mut self) -> Identity {
        if self.in_chunk > 0 || self.ended.is_empty() {
            self.end_chunk();
        }
        Identity {
            hash: identity_of(&self.ended).to_string(),
            chunks: self.ended.iter().map(ToString::to_string).collect(),
            sha256: hex(&self.all.unwrap_or_default().finalize()),
            size: self.size,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::sha256_hex;

    fn identity(bytes: &[u8], piece: usize) -> Identity {
        let mut identifier = Identifier::default();
        bytes.chunks(piece).for_each(|piece| identifier.update(piece));
        identifier.finish()
    }

    #[test]
    fn one_chunk_is_its_own_identity() {
        assert_eq!(identity(b"", 1).hash, sha256_hex(b""));
        assert_eq!(identity(b"words", 2).hash, sha256_hex(b"words"));
        let full = vec![7; CHUNK_BYTES];
        let one = identity(&full, 1 << 20);
        assert_eq!((one.hash.as_str(), one.chunks.len()), (sha256_hex(&full).as_str(), 1));
        assert_eq!((one.sha256, identity(b"", 1).sha256), (sha256_hex(&full), sha256_hex(b"")));
    }

    #[test]
    fn several_chunks_are_hashed_over_their_raw_hashes() {
        let bytes: Vec<u8> = (0..CHUNK_BYTES + 3).map(|at| at.to_le_bytes()[0]).collect();
        let found = identity(&bytes, 100_003);
        assert_eq!(found.chunks, [sha256_hex(&bytes[..CHUNK_BYTES]), sha256_hex(&bytes[CHUNK_BYTES..])]);
        let raw: Vec<u8> = [&bytes[..CHUNK_BYTES], &bytes[CHUNK_BYTES..]]
            .iter()
            .flat_map(|chunk| Sha256::digest(chunk).to_vec())
            .collect();
        assert_eq!(found.hash, sha256_hex(&raw));
        assert_eq!((found.sha256, found.size), (sha256_hex(&bytes), bytes.len() as u64));
    }
}
