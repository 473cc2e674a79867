//! The bytes behind a purge: files that nothing names any more go from this device at once, and from a backend at the next sync.
//! With an artifact goes what was not finished of its drawing, which no other device ever had.

use std::collections::{BTreeMap, BTreeSet};

use leptos::task::spawn_local;
use platform::media::{Media, MediaError};
use platform::store::{Batch, Store, StoreError};
use platform::{curtain, glance};
use portfolio::{EntityId, Kind, Portfolio};

use super::AppState;
use super::cache::STALE;
use super::session::Session;
use super::unfinished;

/// The chunks that a purge took away, for as long as the profile lives: a backend that was away may still hold them.
const PURGED: &str = "purged";

/// What is on this device of what purges took away.
#[derive(Clone, Debug, Default)]
pub(super) struct Purged {
    /// Files that nothing names any more, by their identity, each with its chunks.
    files: BTreeMap<String, Vec<String>>,
    /// Artifacts that had files, of which a drawing may not be finished.
    artifacts: BTreeSet<EntityId>,
}

impl Purged {
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

impl Session {
    /// Does what may purge, and notes what is not there after it.
    pub fn purging<T>(&mut self, act: impl FnOnce(&mut Self) -> T) -> T {
        self.search.note_purge();
        let before = Purged::all_of(self.ledger.portfolio());
        // Words that are purged are in no cache either.
        glance::forget(&self.id);
        curtain::forget(&self.id);
        let done = act(self);
        self.purged.join(before.gone_from(self.ledger.portfolio()));
        // The cached state has them, too: it is written anew.
        self.beyond_snapshot = self.beyond_snapshot.max(STALE);
        done
    }
}

impl AppState {
    /// Erases what was noted. What cannot be erased now is tried again at the next call.
    pub(super) fn erase_purged(self) {
        self.forget_purged_words();
        self.tidy(0);
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
            if let Err(error) = erase(&store, &media, &purged).await {
                leptos::logging::warn!("what was purged is still on the disk: {error}");
                self.within(|session| {
                    if session.id == profile {
                        session.purged.join(purged);
                    }
                });
            }
        });
    }
}

/// The chunks that purges took away, as far as this device saw.
pub(super) async fn purged_chunks(store: &Store) -> Result<BTreeSet<String>, StoreError> {
    Ok(store.meta_json(PURGED).await?.unwrap_or_default())
}

async fn erase(store: &Store, media: &Media, purged: &Purged) -> Result<(), MediaError> {
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
