//! What the engine remembers between two runs: counters and listings, never a promise. It may be dropped at any time; then the next
//! run looks again.

use std::collections::{BTreeMap, BTreeSet};

use replica::Hash;

use crate::{layout, name::Name};

/// After how many runs a segment or chunk that cannot be read is shown to the person.
const TRIES_BEFORE_SHOWN: u32 = 3;

/// Memory of one start of the app, for one connection.
#[derive(Debug, Default)]
pub struct Session {
    /// How often an object could not be read.
    tries: BTreeMap<Name, u32>,
    /// Objects that are listed with the right size but came back with other bytes.
    spoiled: BTreeSet<Name>,
    /// The chunks and sizes on the shelves that were listed.
    shelves: BTreeMap<String, BTreeMap<Hash, u64>>,
}

impl Session {
    /// Counts a failed try; true when it is time to show it.
    pub(crate) fn failed(&mut self, name: &Name) -> bool {
        let tries = self.tries.entry(name.clone()).or_default();
        *tries = tries.saturating_add(1);
        *tries >= TRIES_BEFORE_SHOWN
    }

    pub(crate) fn succeeded(&mut self, name: &Name) {
        self.tries.remove(name);
    }

    pub(crate) fn is_spoiled(&self, name: &Name) -> bool {
        self.spoiled.contains(name)
    }

    pub(crate) fn set_spoiled(&mut self, name: &Name, spoiled: bool) {
        if spoiled {
            self.spoiled.insert(name.clone());
        } else {
            self.spoiled.remove(name);
        }
    }

    /// Forgets all shelves, so that they are listed again.
    pub(crate) fn forget_shelves(&mut self) {
        self.shelves.clear();
    }

    /// Forgets the shelf of a chunk that is about to change.
    pub(crate) fn forget_shelf_of(&mut self, chunk: Hash) {
        self.shelves.remove(&layout::shelf(chunk));
    }

    pub(crate) fn knows_shelf_of(&self, chunk: Hash) -> bool {
        self.shelves.contains_key(&layout::shelf(chunk))
    }

    pub(crate) fn set_shelf(&mut self, shelf: String, chunks: BTreeMap<Hash, u64>) {
        self.shelves.insert(shelf, chunks);
    }

    /// The size of a chunk on the backend, when its shelf was listed and shows it.
    pub(crate) fn listed_size(&self, chunk: Hash) -> Option<u64> {
        self.shelves.get(&layout::shelf(chunk))?.get(&chunk).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_shown_the_third_time_and_a_success_starts_anew() {
        let mut session = Session::default();
        let name = layout::probe([1; 16]);
        assert_eq!([session.failed(&name), session.failed(&name), session.failed(&name)], [false, false, true]);
        session.succeeded(&name);
        assert!(!session.failed(&name));
    }
}
