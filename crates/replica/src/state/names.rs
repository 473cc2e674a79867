//! Names stored once and then known by number: the fold compares numbers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use crate::mix::mix;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Names in order of first sight. The order differs between replicas, so nothing that is shown or hashed may follow it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    numbers: HashMap<Arc<str>, u32, BuildHasherDefault<NameHasher>>,
    names: Vec<Arc<str>>,
}

impl Names {
    pub(crate) fn find(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// The number of a name, a new one if it was never seen.
    pub(crate) fn intern(&mut self, name: &str) -> u32 {
        if let Some(number) = self.find(name) {
            return number;
        }
        // 2^32 names would take 200 GB, so the count fits.
        let number = self.names.len() as u32;
        let name: Arc<str> = name.into();
        self.names.push(name.clone());
        self.numbers.insert(name, number);
        number
    }

    /// The name behind a number that `intern` gave.
    pub(crate) fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", |name| name)
    }

    /// The same, to be kept by others without another text.
    pub(crate) fn shared(&self, number: u32) -> Arc<str> {
        self.names.get(number as usize).cloned().unwrap_or_default()
    }

    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }
}

impl Serialize for Names {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names.iter().map(|name| &**name))
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let all = Vec::<&str>::deserialize(deserializer)?;
        // Growing as they come would leave holes in the memory, half as large as all of it.
        let mut names = Self {
            numbers: HashMap::with_capacity_and_hasher(all.len(), BuildHasherDefault::default()),
            names: Vec::with_capacity(all.len()),
        };
        for name in all {
            names.intern(name);
        }
        Ok(names)
    }
}

/// A third of the fold went into the standard hasher, which guards a server against names made to collide. Here the names
/// are the learner's own; a store that wants to slow this replica down has simpler means.
#[derive(Clone, Copy, Default)]
struct NameHasher(u64);

impl Hasher for NameHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = mix(self.0, bytes);
    }

    fn finish(&self) -> u64 {
        // Multiplying fills the high bits, and the table looks at both ends.
        self.0 ^ (self.0 >> 32)
    }
}
