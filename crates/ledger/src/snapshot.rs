//! A fast start: the folded state from a local cache, written and read in slices.

use replica::WriterId;
use replica::snapshot::{self, Cover, Need};

use crate::Ledger;
use crate::versions::Writers;

impl Ledger {
    /// Begins a snapshot; its id is 64 random bits. Only what is stored may be in it.
    pub fn save(&self, snapshot: u64) -> Saving {
        Saving(snapshot::Saving::begin(&self.state, snapshot))
    }
}

/// A snapshot being written: its pieces first, then the head that makes them one. As it is a cache, nothing is lost where nothing
/// comes of it.
pub struct Saving(snapshot::Saving);

/// The ledger was changed since its snapshot was begun, or something in it is beyond the limits of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing comes of this snapshot")]
pub struct Abandoned;

impl Saving {
    /// The next piece with its number; nothing where all were made.
    ///
    /// # Errors
    /// [`Abandoned`].
    pub fn piece(&mut self, ledger: &Ledger) -> Result<Option<(u32, Vec<u8>)>, Abandoned> {
        if self.0.has_all_pieces(&ledger.state) {
            return Ok(None);
        }
        self.0.piece(&ledger.state).map(Some).ok_or(Abandoned)
    }

    /// The head. It says which segments the snapshot holds, as the caller names them; whatever else was folded is in it, too.
    ///
    /// # Errors
    /// [`Abandoned`].
    pub fn head(self, ledger: &Ledger, segments: Vec<String>) -> Result<Vec<u8>, Abandoned> {
        let cover = Cover { segments, writers: ledger.writers.0.clone() };
        self.0.head(&ledger.state, &cover).ok_or(Abandoned)
    }
}

/// A ledger being read from a snapshot, in slices, so that the page can draw in between.
pub struct Loading {
    /// Until every entity is unpacked.
    unpacking: Option<snapshot::Loading>,
    ledger: Ledger,
    /// The place of the entity that the portfolio is read from next.
    next: usize,
    segments: Vec<String>,
}

impl Loading {
    /// Opens a snapshot by its head, for a new writer; nothing where it is cut, damaged or from another version, and the segments must
    /// be folded instead.
    pub fn open(head: &[u8], writer: WriterId) -> Option<Self> {
        let unpacking = Some(snapshot::Loading::open(head)?);
        Some(Self { unpacking, ledger: Ledger::new(writer), next: 0, segments: Vec::new() })
    }

    /// What it needs to go on.
    pub fn needs(&self) -> Need {
        let needs = self.unpacking.as_ref().map_or(Need::Nothing, snapshot::Loading::needs);
        let is_done = self.unpacking.is_none() && self.next >= self.ledger.state.places();
        // When every piece is unpacked, the portfolio is read from them.
        if needs == Need::Nothing && !is_done { Need::Time } else { needs }
    }

    /// Gives it the piece that it needs; nothing where that is of no use.
    pub fn give(&mut self, piece: Vec<u8>) -> Option<()> {
        self.unpacking.as_mut()?.give(piece)
    }

    /// Goes on with up to `entities` more; nothing where the snapshot is of no use. Five hundred take about 4 ms in a browser.
    pub fn load_some(&mut self, entities: usize) -> Option<()> {
        match &mut self.unpacking {
            Some(unpacking) if unpacking.needs() == Need::Time => unpacking.load_some(entities),
            Some(_) => self.unpacked(),
            None => {
                let end = self.ledger.state.places().min(self.next.saturating_add(entities));
                self.ledger.read_some(self.next..end).ok()?;
                self.next = end;
                Some(())
            }
        }
    }

    fn unpacked(&mut self) -> Option<()> {
        let (state, cover) = self.unpacking.take()?.finish()?;
        self.segments = cover.segments;
        self.ledger.state = state;
        self.ledger.writers = Writers(cover.writers);
        Some(())
    }

    /// The ledger, and the segments that need not be folded again; nothing while something is needed.
    pub fn finish(self) -> Option<(Ledger, Vec<String>)> {
        (self.needs() == Need::Nothing).then_some((self.ledger, self.segments))
    }
}
