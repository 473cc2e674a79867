//! The folded state as a cache of this device, so that the next start need not fold it again.

use ledger::Abandoned;
use platform::store::{Store, StoreError};
use platform::{BrowserError, random, timer};
use thiserror::Error;

use super::AppState;
use super::load::SNAPSHOT;
use super::session::Session;

/// When so many ops had to be folded beside the cached state, it is written anew.
pub(super) const STALE: usize = 500;

/// Why the state was not cached. What was cached before may be gone, too: the next start folds the log.
#[derive(Debug, Error)]
enum NotCached {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something was done meanwhile.
    #[error(transparent)]
    Abandoned(#[from] Abandoned),
    /// Another portfolio is open now, or none.
    #[error("the portfolio is not open any more")]
    Closed,
}

impl From<BrowserError> for NotCached {
    fn from(error: BrowserError) -> Self {
        Self::Store(error.into())
    }
}

impl AppState {
    /// Writes the folded state into the cache, if much has come since it was written last. It is only a cache: a failure costs time.
    pub(super) async fn cache_state(self) {
        let Some((id, store, writer)) =
            self.of(|session| (session.id.clone(), session.store.clone(), session.writer.clone()))
        else {
            return;
        };
        writer.settled().await;
        // Only what is stored may be in it.
        let is_wanted = |session: &Session| session.beyond_snapshot >= STALE && session.writer.is_settled();
        if self.of(is_wanted) == Some(true)
            && let Err(error) = self.save_snapshot(&id, &store).await
        {
            leptos::logging::warn!("the cached state was not written: {error}");
        }
    }

    /// In pieces, between which the page breathes.
    async fn save_snapshot(self, id: &str, store: &Store) -> Result<(), NotCached> {
        let snapshot = random::bits64()?;
        let mut saving = self.of_profile(id, |session| session.ledger.save(snapshot)).ok_or(NotCached::Closed)?;
        let mut next = || self.of_profile(id, |session| saving.piece(&session.ledger));
        let mut last = 0;
        while let Some((number, piece)) = next().ok_or(NotCached::Closed)?? {
            store.put_piece(SNAPSHOT, number, &piece).await?;
            last = number;
            timer::idle().await;
        }
        let head = self.of_profile(id, |session| {
            let segments = session.folded.iter().cloned().collect();
            saving.head(&session.ledger, segments)
        });
        let head = head.ok_or(NotCached::Closed)??;
        store.put_state(&[(SNAPSHOT.to_owned(), head)]).await?;
        self.within_profile(id, |session| session.beyond_snapshot = 0);
        Ok(store.drop_pieces_after(SNAPSHOT, last).await?)
    }
}
