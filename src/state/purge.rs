//! The bytes behind a purge: files that nothing names any more go from this device at once, and from a backend at the next sync.
//! With an artifact goes what was not finished of its drawing, which no other device ever had.

use std::collections::{BTreeMap, BTreeSet};

use leptos::task::spawn_local;
use platform::media::{Media, MediaError};
use platform::store::{Batch, Opening, Store, StoreError};
use platform::{curtain, glance};
use portfolio::{EntityId, Kind, Portfolio};
use replica::Op;
use serde::{Deserialize, Serialize};

use super::AppState;
use super::cache::STALE;
use super::session::Session;
use super::unfinished;

/// The chunks that a purge took away, for as long as the profile lives: a backend that was away may still hold them.
const PURGED: &str = "purged";

/// What is to be erased, kept for the start that follows if this one ends too soon.
const ERASING: &str = "erasing";

/// What is on this device of what purges took away.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Purged {
    /// Files that nothing names any more, by their identity, each with its chunks.
    files: BTreeMap<String, Vec<String>>,
    /// Artifacts that had files, of which a drawing may not be finished.
    artifacts: BTreeSet<EntityId>,
}

impl Purged {
    /// What an earlier start did not come to erase.
    pub fn left_in(stored: &Opening) -> Self {
        stored.meta_json(ERASING).unwrap_or_default()
    }

    /// All that a portfolio has which a purge may take away.
    fn all_of(portfolio: &Portfolio) -> Self {
        let artifacts = portfolio.files().map(|(id, _)| id).filter(|id| id.kind() == Kind::Artifact);
        let files = portfolio.files().map(|(_, file)| (file.hash.clone(), file.chunks.clone()));
        Self { files: files.collect(), artifacts: artifacts.cloned().collect() }
    }

    /// What of it a portfolio has no more.
    fn gone_from(mut self, portfolio: &Portfolio) -> Self {
        let there = Self::all_of(portfolio);
        self.files.retain(|identity, _| !there.files.contains_key(identity));
        self.artifacts.retain(|artifact| !there.artifacts.contains(artifact));
        self
    }

    fn join(&mut self, other: Self) {
        self.files.extend(other.files);
        self.artifacts.extend(other.artifacts);
    }

    fn is_empty(&self) -> bool {
        self.files.is_empty() && self.artifacts.is_empty()
    }
}

/// Whether one of these ops purges something.
pub(super) fn is_among(ops: &[Op]) -> bool {
    ops.iter().any(|op| op.kind == replica::Kind::Purge)
}

impl Session {
    /// Does what may purge, and notes what is not there after it.
    pub fn purging<T>(&mut self, act: impl FnOnce(&mut Self) -> T) -> T {
        let before = Purged::all_of(self.ledger.portfolio());
        // Words that are purged are in no cache either.
        glance::forget(&self.id);
        curtain::forget(&self.id);
        let done = act(self);
        self.purged.join(before.gone_from(self.ledger.portfolio()));
        self.note_purge();
        done
    }

    /// Takes note that the caches may hold words that are purged now.
    pub fn note_purge(&mut self) {
        self.search.note_purge();
        // The cached state has them, too: it is written anew.
        self.beyond_snapshot = self.beyond_snapshot.max(STALE);
    }
}

impl AppState {
    /// Erases what purges took away: words from the caches, and what was noted of files. What cannot be erased now is tried again at the
    /// next call.
    pub(super) fn erase_purged(self) {
        self.forget_purged_words();
        self.tidy(0);
        self.erase_noted();
    }

    /// Erases the files that were noted, and what belongs to them.
    pub(super) fn erase_noted(self) {
        let noted = self.within(|session| {
            let noted = std::mem::take(&mut session.purged);
            if noted.is_empty() {
                return None;
            }
            // What was added again since then stays.
            let purged = noted.gone_from(session.ledger.portfolio());
            Some((session.id.clone(), session.store.clone(), session.media.clone(), purged))
        });
        let Some((profile, store, media, purged)) = noted.flatten() else { return };
        spawn_local(async move {
            let erased = erase(&store, &media, &purged).await;
            if let Err(error) = &erased {
                leptos::logging::warn!("what was purged is still on the disk: {error}");
                self.within_profile(&profile, |session| session.purged.join(purged));
            }
            if let Err(error) = self.keep_noted(&profile).await {
                leptos::logging::warn!("the next start looks again for what was purged: {error}");
            }
        });
    }

    /// Keeps what is noted on the disk, as it stands now: until it is erased the page may go away.
    ///
    /// # Errors
    /// Trouble with the database.
    pub(super) async fn keep_noted(self, profile: &str) -> Result<(), StoreError> {
        match self.of_profile(profile, |session| (session.store.clone(), session.purged.clone())) {
            Some((store, purged)) if purged.is_empty() => {
                store.commit(&Batch::new().remove_meta(ERASING)).await.map(drop)
            }
            Some((store, purged)) => store.put_meta_json(ERASING, &purged).await,
            None => Ok(()),
        }
    }
}

/// The chunks that purges took away, as far as this device saw.
pub(super) async fn purged_chunks(store: &Store) -> Result<BTreeSet<String>, StoreError> {
    Ok(store.meta_json(PURGED).await?.unwrap_or_default())
}

async fn erase(store: &Store, media: &Media, purged: &Purged) -> Result<(), MediaError> {
    store.put_meta_json(ERASING, purged).await?;
    let mut chunks = purged_chunks(store).await?;
    chunks.extend(purged.files.values().flatten().cloned());
    store.put_meta_json(PURGED, &chunks).await?;
    let drawings = purged.artifacts.iter().map(|artifact| unfinished::key(Some(artifact)));
    let forgotten = drawings.fold(Batch::new(), Batch::remove_meta);
    if !forgotten.is_empty() {
        store.commit(&forgotten).await?;
    }
    for identity in purged.files.keys() {
        media.remove(identity).await?;
    }
    Ok(())
}
