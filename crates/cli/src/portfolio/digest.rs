//! The hashes of every file, in one pass.

use std::collections::BTreeMap;

use interchange::chunks::{Identifier, Identity};
use replica::Hash;
use sha2::{Digest as _, Sha256};

use super::report::Bad;
use super::source::Source;

/// What was read of one file.
pub struct Digest {
    /// The SHA-256 of all its bytes, which a manifest lists.
    pub whole: Hash,
    /// Its length, its chunks, and what tells it from other files.
    pub identity: Identity,
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
    identifier: Identifier,
}

impl Hasher {
    fn take(&mut self, piece: &[u8]) {
        self.whole.update(piece);
        self.identifier.update(piece);
    }

    fn finish(self) -> Digest {
        Digest { whole: Hash(self.whole.finalize().into()), identity: self.identifier.finish() }
    }
}
