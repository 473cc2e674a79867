//! A snapshot being written.

use super::Cover;
use super::frame::{self, HEAD};
use crate::state::State;
use crate::state::pack::{entities, pack_front, pack_some};

/// A piece is so long or, by one entity, longer.
const PIECE: usize = 512 * 1024;

/// A snapshot being written, piece by piece and the head last. It is of the state with which it began: once that has changed nothing
/// more comes of it.
#[derive(Debug)]
pub struct Saving {
    snapshot: u64,
    changes: u64,
    /// The entity that is packed next.
    next: usize,
    pieces: u32,
}

impl Saving {
    /// Begins a snapshot of `state`. Its id, 64 random bits, tells its pieces from those of every other.
    pub fn begin(state: &State, snapshot: u64) -> Self {
        Self { snapshot, changes: state.changes(), next: 0, pieces: 0 }
    }

    /// Whether every piece was made.
    pub fn has_all_pieces(&self, state: &State) -> bool {
        self.next >= entities(state)
    }

    /// The next piece and its number, from 1 on; nothing where the state has changed.
    pub fn piece(&mut self, state: &State) -> Option<(u32, Vec<u8>)> {
        self.is_of(state).then_some(())?;
        let place = self.pieces.checked_add(1)?;
        let bytes = pack_some(state, &mut self.next, frame::begin(self.snapshot, place), PIECE)?;
        self.pieces = place;
        Some((place, frame::seal(bytes)?))
    }

    /// The head, which makes the pieces a snapshot: it is stored when all of them are. Nothing where the state has changed, a piece is
    /// missing, or an op in the state is beyond the limits of the format.
    pub fn head(self, state: &State, cover: &Cover) -> Option<Vec<u8>> {
        (self.is_of(state) && self.has_all_pieces(state)).then_some(())?;
        let bytes = postcard::to_extend(&(self.pieces, cover), frame::begin(self.snapshot, HEAD)).ok()?;
        frame::seal(pack_front(state, bytes)?)
    }

    fn is_of(&self, state: &State) -> bool {
        self.changes == state.changes()
    }
}
