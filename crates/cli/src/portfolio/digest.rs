//! The hashes of every file, in one pass.

use std::collections::BTreeMap;

use interchange::chunks::{Identifier, Identity};

use super::report::Bad;
use super::source::Source;

/// What was read of every file, by name.
pub struct Digests(BTreeMap<String, Identity>);

impl Digests {
    /// Reads everything; what cannot be read is added to `bad`.
    pub fn of(source: &mut dyn Source, bad: &mut Vec<Bad>) -> Self {
        let mut digests = BTreeMap::new();
        for name in source.names() {
            let mut identifier = Identifier::default();
            let read = source.read(&name, &mut |piece| {
                identifier.update(piece);
                Ok(())
            });
            match read {
                Ok(()) => {
                    digests.insert(name, identifier.finish());
                }
                Err(says) => bad.push(Bad::new(name, says)),
            }
        }
        Self(digests)
    }

    /// What was read of the file `name`, if it could be read.
    pub fn get(&self, name: &str) -> Option<&Identity> {
        self.0.get(name)
    }

    /// All names that begin with `prefix`, with what was read.
    pub fn below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Identity)> {
        self.0.iter().map(|(name, found)| (name.as_str(), found)).filter(move |(name, _)| name.starts_with(prefix))
    }
}
