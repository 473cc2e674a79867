//! A snapshot being read.

use super::Cover;
use super::frame::{self, BEFORE, HEAD};
use crate::state::State;
use crate::state::pack::Unpacking;

/// A snapshot being read in slices, so that a page can draw in between.
pub struct Loading {
    snapshot: u64,
    cover: Cover,
    unpacking: Unpacking,
    pieces: u32,
    /// How many pieces were given.
    given: u32,
    /// The last of them, and how much of it is read.
    piece: Vec<u8>,
    read: usize,
}

/// What a reading needs to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// This piece.
    Piece(u32),
    /// Time.
    Time,
    /// Nothing: all is read.
    Nothing,
}

impl Loading {
    /// Reads the head; nothing where the snapshot is of no use.
    pub fn open(head: &[u8]) -> Option<Self> {
        let (snapshot, inside) = frame::open(head, HEAD)?;
        let ((pieces, cover), front) = postcard::take_from_bytes(inside).ok()?;
        let unpacking = Unpacking::open(front)?;
        Some(Self { snapshot, cover, unpacking, pieces, given: 0, piece: Vec::new(), read: 0 })
    }

    /// What it needs to go on.
    pub fn needs(&self) -> Need {
        if self.read < self.piece.len() {
            Need::Time
        } else if self.given < self.pieces {
            Need::Piece(self.given + 1)
        } else {
            Need::Nothing
        }
    }

    /// Gives it the piece that it needs; nothing where that is cut, damaged or of another snapshot.
    pub fn give(&mut self, piece: Vec<u8>) -> Option<()> {
        let Need::Piece(place) = self.needs() else { return None };
        let (snapshot, _) = frame::open(&piece, place)?;
        (snapshot == self.snapshot).then_some(())?;
        (self.given, self.piece, self.read) = (place, piece, BEFORE);
        Some(())
    }

    /// Reads up to `entities` more of the piece at hand. A thousand take about 3 ms in a browser.
    pub fn load_some(&mut self, entities: usize) -> Option<()> {
        let mut rest = self.piece.get(self.read..)?;
        for _ in 0..entities {
            if rest.is_empty() {
                break;
            }
            rest = self.unpacking.unpack_one(rest)?;
        }
        self.read = self.piece.len() - rest.len();
        if rest.is_empty() {
            (self.piece, self.read) = (Vec::new(), 0);
        }
        Some(())
    }

    /// The state, once nothing is needed.
    pub fn finish(self) -> Option<(State, Cover)> {
        (self.needs() == Need::Nothing).then_some(())?;
        Some((self.unpacking.finish()?, self.cover))
    }
}
