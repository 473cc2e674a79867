//! A fast start: the folded state from a local cache, read in slices.

use replica::WriterId;
use replica::snapshot::{self, Cover};

use crate::Ledger;
use crate::versions::Writers;

impl Ledger {
    /// The bytes of a snapshot, which holds these segments, as the caller names them, and whatever else was folded. Only what is
    /// stored may be in it. Nothing comes back where it cannot be written; it is a cache, so nothing is lost.
    pub fn snapshot(&self, segments: Vec<String>) -> Option<Vec<u8>> {
        snapshot::to_bytes(&self.state, &Cover { segments, writers: self.writers.0.clone() })
    }
}

/// A ledger being read from a snapshot, in slices, so that the page can draw in between.
pub struct Loading<'a> {
    /// Until every entity is unpacked.
    unpacking: Option<snapshot::Loading<'a>>,
    ledger: Ledger,
    /// The entities that the portfolio is still to be read from.
    unread: Vec<String>,
    segments: Vec<String>,
}

impl<'a> Loading<'a> {
    /// Opens a snapshot for a new writer; nothing where it is cut, damaged or from another version, and the segments must be
    /// folded instead.
    pub fn open(bytes: &'a [u8], writer: WriterId) -> Option<Self> {
        let unpacking = Some(snapshot::Loading::open(bytes)?);
        Some(Self { unpacking, ledger: Ledger::new(writer), unread: Vec::new(), segments: Vec::new() })
    }

    /// Reads up to `entities` more; says whether any are left. Five hundred take about 4 ms in a browser.
    pub fn load_some(&mut self, entities: usize) -> Option<bool> {
        let Some(unpacking) = &mut self.unpacking else {
            let now = self.unread.split_off(self.unread.len().saturating_sub(entities));
            self.ledger.read(&now);
            return Some(!self.unread.is_empty());
        };
        if !unpacking.load_some(entities)? {
            let (state, cover) = self.unpacking.take()?.finish()?;
            self.unread = state.entities().map(|entity| entity.id().to_owned()).collect();
            self.segments = cover.segments;
            self.ledger.state = state;
            self.ledger.writers = Writers(cover.writers);
        }
        Some(true)
    }

    /// The ledger, and the segments that need not be folded again; nothing while entities are left.
    pub fn finish(self) -> Option<(Ledger, Vec<String>)> {
        let is_done = self.unpacking.is_none() && self.unread.is_empty();
        is_done.then_some((self.ledger, self.segments))
    }
}
