//! The bytes behind a purge: files that nothing names any more go from this device at once, and from a backend at the next sync.

use std::collections::{BTreeMap, BTreeSet};

use leptos::task::spawn_local;
use portfolio::Portfolio;

use super::AppState;
use super::session::Session;
use crate::platform::media::{Media, MediaError};
use crate::platform::store::{Store, StoreError};
use crate::platform::{curtain, glance};

/// The chunks that a purge took away, for as long as the profile lives: a backend that was away may still hold them.
const PURGED: &str = "purged";

/// Files by their identity, each with its chunks.
pub(super) type Files = BTreeMap<String, Vec<String>>;

impl Session {
    /// Does what may purge, and notes the files that nothing names after it.
    pub fn purging<T>(&mut self, act: impl FnOnce(&mut Self) -> T) -> T {
        self.search.note_purge();
        let before = files(self.ledger.portfolio());
        // Words that are purged are in no cache either.
        glance::forget(&self.id);
        curtain::forget(&self.id);
        let done = act(self);
        let after = files(self.ledger.portfolio());
        self.purged.extend(before.into_iter().filter(|(identity, _)| !after.contains_key(identity)));
        done
    }
}

impl AppState {
    /// Erases the files that were noted. What cannot be erased now is tried again at the next call.
    pub(super) fn erase_purged(self) {
        self.forget_purged_words();
        let noted = self.within(|session| {
            let purged = std::mem::take(&mut session.purged);
            (!purged.is_empty()).then(|| (session.id.clone(), session.store.clone(), session.media.clone(), purged))
        });
        let Some((profile, store, media, purged)) = noted.flatten() else { return };
        spawn_local(async move {
            if let Err(error) = erase(&store, &media, &purged).await {
                leptos::logging::warn!("what was purged is still on the disk: {error}");
                self.within(|session| {
                    if session.id == profile {
                        session.purged.extend(purged);
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

async fn erase(store: &Store, media: &Media, purged: &Files) -> Result<(), MediaError> {
    let mut chunks = purged_chunks(store).await?;
    chunks.extend(purged.values().flatten().cloned());
    store.put_meta_json(PURGED, &chunks).await?;
    for identity in purged.keys() {
        media.remove(identity).await?;
    }
    Ok(())
}

fn files(portfolio: &Portfolio) -> Files {
    portfolio.files().map(|(_, file)| (file.hash.clone(), file.chunks.clone())).collect()
}
