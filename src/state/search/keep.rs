//! The index on the disk, so that the next start need not read every word again.

use platform::store::Store;
use platform::timer::{self, Slices};
use search::Index;

use super::{Kept, Search};
use crate::state::AppState;

/// The cache that holds it, in one piece.
pub(super) const CACHE: &str = "search";

/// The number of that piece.
pub(super) const PIECE: u32 = 0;

/// When one in so many documents has changed, the index is worth being written again: fewer are looked at in no time after a start, and
/// until then only they are missed.
const FEW: usize = 100;

/// Words written between two looks at the clock.
const STEP: usize = 32;

/// The index as it was kept. One that cannot be read is made anew.
pub(super) async fn kept_index(store: &Store) -> Option<Index> {
    let bytes = store.piece(CACHE, PIECE).await;
    bytes.map_err(|error| leptos::logging::warn!("the index cannot be read: {error}")).ok()?.and_then(Index::open)
}

impl AppState {
    /// Keeps the index where much in it is new. It is only a cache: a failure costs time. What changes on the way ends it, and it is
    /// tried again when that was put in.
    pub(super) async fn keep_index(self, profile: &str) {
        let is_worth = self.of_search(profile, |search| {
            search.clear_the_disk();
            search.is_worth_keeping()
        });
        if is_worth != Some(true) {
            return;
        }
        timer::idle().await;
        let mut slices = Slices::begin();
        while self.of_search(profile, |search| search.is_worth_keeping() && !search.settle_some()) == Some(true) {
            slices.rest().await;
        }
        let settled = self.within_profile(profile, |session| Some((session.store.clone(), session.search.settled()?)));
        let Some((store, bytes)) = settled.flatten() else { return };
        if let Err(error) = store.put_piece(CACHE, PIECE, &bytes).await {
            leptos::logging::warn!("the index was not kept: {error}");
            // What is there instead may hold purged words.
            self.of_search(profile, Search::note_purge);
            self.forget_purged_words();
        }
    }
}

impl Search {
    /// Where nothing had to be changed of what the disk holds, nothing of it was purged.
    fn clear_the_disk(&mut self) {
        let is_unchanged = self.knows_all() && self.index.as_ref().is_some_and(|index| index.changes() == 0);
        if is_unchanged && self.kept == Kept::Purged {
            self.kept = Kept::Index;
        }
    }

    /// Not while something is to be put in: that would begin the writing anew.
    fn is_worth_keeping(&self) -> bool {
        let is_worth = |index: &Index| match (self.kept, index.changes()) {
            (Kept::Nothing, changes) => changes > 0 || index.documents() > 0,
            (Kept::Index | Kept::Purged, 0) => false,
            (Kept::Index, changes) => changes * FEW >= index.documents(),
            (Kept::Purged, _) => true,
        };
        self.stale.is_empty() && self.index.as_ref().is_some_and(is_worth)
    }

    /// Writes some words; whether all are written.
    fn settle_some(&mut self) -> bool {
        self.index.as_mut().is_none_or(|index| index.settle_some(STEP))
    }

    /// The bytes of an index in which nothing has changed since they were written. From now on they count as kept.
    fn settled(&mut self) -> Option<Vec<u8>> {
        let index = self.index.as_ref().filter(|index| index.changes() == 0)?;
        self.kept = Kept::Index;
        Some(index.bytes().to_vec())
    }
}
