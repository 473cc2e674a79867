//! Loose ops become segments.

use replica::segment::Freezer;
use replica::{DeviceId, Hash, Op, RootId};

use crate::Ledger;

/// Where the next segment goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The portfolio's id; of several, the least.
    pub root: RootId,
    /// The device that writes.
    pub device: DeviceId,
    /// How many segments it has written so far.
    pub written: u32,
    /// The hash of the last of them.
    pub last: Option<Hash>,
}

impl Ledger {
    /// Cuts loose ops into segments. Ops on what was purged mean nothing any more and are left out: once nothing is left to
    /// draft, every row of `loose` can go, in a segment or not.
    pub fn freeze(&mut self, loose: Vec<Op>, place: Place) -> Freezer {
        self.seal();
        let ops = loose.into_iter().filter(|op| !self.state.is_purged(&op.entity)).collect();
        Freezer::new(place.root, place.device, place.written, place.last, ops)
    }
}
