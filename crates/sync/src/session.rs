//! What the engine remembers between two runs: counters and listings, never a promise. It may be dropped at any time; then the next
//! run looks again.

use replica::Hash;

use crate::name::Name;

/// After how many runs a segment or chunk that cannot be read is shown to the person.
const TRIES_BEFORE_SHOWN: u32 = 3;

/// One folder of chunks: those whose hashes begin with the same byte.
type Shelf = Vec<(Hash, u64)>;

/// Memory of one start of the app, for one connection.
#[derive(Debug, Default)]
pub struct Session {
    /// How often an object could not be read. Few ever fail, so they are looked up one by one.
    tries: Vec<(Name, u32)>,
    /// Objects that are listed with the right size but came back with other bytes.
    spoiled: Vec<Name>,
    /// The chunks and sizes of each shelf that was listed, by the first byte of their hashes.
    shelves: Vec<Option<Shelf>>,
    /// Whether the device had no room for a chunk: the next runs need not find that out again by fetching one.
    pub(crate) full: bool,
}

impl Session {
    /// Counts a failed try; true when it is time to show it.
    pub(crate) fn failed(&mut self, name: &Name) -> bool {
        let at = self.tries.iter().position(|(failed, _)| failed == name);
        let before = at.map_or(0, |at| self.tries.swap_remove(at).1);
        let tries = before.saturating_add(1);
        self.tries.push((name.clone(), tries));
        tries >= TRIES_BEFORE_SHOWN
    }

    pub(crate) fn succeeded(&mut self, name: &Name) {
        self.tries.retain(|(failed, _)| failed != name);
    }

    pub(crate) fn is_spoiled(&self, name: &Name) -> bool {
        self.spoiled.contains(name)
    }

    pub(crate) fn set_spoiled(&mut self, name: &Name, spoiled: bool) {
        self.spoiled.retain(|other| other != name);
        if spoiled {
            self.spoiled.push(name.clone());
        }
    }

    /// Forgets all shelves, so that they are listed again.
    pub(crate) fn forget_shelves(&mut self) {
        self.shelves.clear();
    }

    /// Forgets the shelf of a chunk that changes, or that may come at any moment.
    pub(crate) fn forget_shelf_of(&mut self, chunk: Hash) {
        if let Some(shelf) = self.shelves.get_mut(number(chunk)) {
            *shelf = None;
        }
    }

    pub(crate) fn knows_shelf_of(&self, chunk: Hash) -> bool {
        self.shelf_of(chunk).is_some()
    }

    /// Notes what the shelf of `chunk` holds.
    pub(crate) fn set_shelf_of(&mut self, chunk: Hash, chunks: Shelf) {
        self.shelves.resize_with(256, || None);
        if let Some(shelf) = self.shelves.get_mut(number(chunk)) {
            *shelf = Some(chunks);
        }
    }

    /// The size of a chunk on the backend, when its shelf was listed and shows it.
    pub(crate) fn listed_size(&self, chunk: Hash) -> Option<u64> {
        self.shelf_of(chunk)?.iter().find(|(hash, _)| *hash == chunk).map(|(_, size)| *size)
    }

    fn shelf_of(&self, chunk: Hash) -> Option<&Shelf> {
        self.shelves.get(number(chunk))?.as_ref()
    }
}

fn number(chunk: Hash) -> usize {
    let [first, ..] = chunk.0;
    usize::from(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;

    #[test]
    fn a_failure_is_shown_the_third_time_and_a_success_starts_anew() {
        let mut session = Session::default();
        let (name, other) = (layout::probe([1; 16]), layout::probe([2; 16]));
        assert_eq!([session.failed(&name), session.failed(&other), session.failed(&name)], [false; 3]);
        assert!(session.failed(&name));
        session.succeeded(&name);
        assert!(!session.failed(&name));
    }

    #[test]
    fn a_shelf_is_known_until_it_is_forgotten() {
        let mut session = Session::default();
        let (chunk, neighbour) = (Hash([7; 32]), Hash([8; 32]));
        assert!(!session.knows_shelf_of(chunk));
        session.set_shelf_of(chunk, vec![(chunk, 5)]);
        assert_eq!((session.listed_size(chunk), session.listed_size(neighbour)), (Some(5), None));
        assert!(session.knows_shelf_of(chunk) && !session.knows_shelf_of(neighbour));
        session.forget_shelf_of(chunk);
        assert_eq!((session.listed_size(chunk), session.knows_shelf_of(chunk)), (None, false));
    }
}
