//! The hashes of every file, in one pass.

use std::collections::BTreeMap;

use replica::Hash;
use sha2::{Digest as _, Sha256};

use super::report::Bad;
use super::source::Source;

/// A file is cut into chunks of 8 MiB, the last one shorter (docs/format.md).
const CHUNK: usize = 8 * 1024 * 1024;

/// What was read of one file.
#[derive(Default)]
pub struct Digest {
    /// Its length.
    pub bytes: u64,
    /// The SHA-256 of each of its chunks; an empty file has one, of nothing.
    pub chunks: Vec<Hash>,
    /// The SHA-256 of all its bytes.
    pub whole: Option<Hash>,
}

/// What was read of every file, by name.
pub struct Digests(BTreeMap<String, Digest>);

impl Digests {
    /// Reads everything; what cannot be read is added to `bad`.
    pub fn of(source: &mut dyn Source, bad: &mut Vec<Bad>) -> Self {
        let mut digests = BTreeMap::new();
        for name in source.names() {
            let mut hasher = Hasher::default();
            let read = source.read(&name, &mut |piece| {
                hasher.take(piece);
                Ok(())
            });
            match read {
                Ok(()) => {
                    digests.insert(name, hasher.finish());
                }
                Err(says) => bad.push(Bad::new(name, says)),
            }
        }
        Self(digests)
    }

    /// What was read of the file `name`, if it could be read.
    pub fn get(&self, name: &str) -> Option<&Digest> {
        self.0.get(name)
    }

    /// All names that begin with `prefix`, with what was read.
    pub fn below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Digest)> {
        self.0.iter().map(|(name, digest)| (name.as_str(), digest)).filter(move |(name, _)| name.starts_with(prefix))
    }
}

#[derive(Default)]
struct Hasher {
    whole: Sha256,
    chunk: Sha256,
    /// Bytes in the chunk under way.
    filled: usize,
    done: Digest,
}

impl Hasher {
    fn take(&mut self, mut piece: &[u8]) {
        self.whole.update(piece);
        self.done.bytes += piece.len() as u64;
        while !piece.is_empty() {
            if self.filled == CHUNK {
                self.end_chunk();
            }
            let (now, later) = piece.split_at(piece.len().min(CHUNK - self.filled));
            self.chunk.update(now);
            self.filled += now.len();
            piece = later;
        }
    }

    fn end_chunk(&mut self) {
        self.done.chunks.push(Hash(self.chunk.finalize_reset().into()));
        self.filled = 0;
    }

    fn finish(mut self) -> Digest {
        self.end_chunk();
        Digest { whole: Some(Hash(self.whole.finalize().into())), ..self.done }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(bytes: &[u8], piece: usize) -> Digest {
        let mut hasher = Hasher::default();
        bytes.chunks(piece).for_each(|piece| hasher.take(piece));
        hasher.finish()
    }

    #[test]
    fn chunks_do_not_depend_on_how_the_bytes_come() {
        let bytes: Vec<u8> = (0..CHUNK + 3).map(|at| at.to_le_bytes()[0]).collect();
        for piece in [1000, CHUNK, CHUNK + 3] {
            let digest = digest(&bytes, piece);
            assert_eq!(digest.chunks, [Hash::of(&bytes[..CHUNK]), Hash::of(&bytes[CHUNK..])]);
            assert_eq!((digest.bytes, digest.whole), ((CHUNK + 3) as u64, Some(Hash::of(&bytes))));
        }
        assert_eq!(digest(&bytes[..CHUNK], 1 << 16).chunks, [Hash::of(&bytes[..CHUNK])]);
        assert_eq!(digest(b"", 1).chunks, [Hash::of(b"")]);
    }
}
