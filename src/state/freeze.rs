//! Rows of the tail become segments: what makes the next start fast, and what travels.

use std::collections::HashMap;

use ledger::Place;
use leptos::task::spawn_local;
use platform::store::{Batch, Store, StoreError, TailKey};
use platform::{BrowserError, gzip, locks};
use replica::segment::{Freezer, SegmentError, SegmentName};
use replica::{Hash, OpId};
use thiserror::Error;

use super::AppState;
use super::cache::STALE;
use super::load::tail_rows;
use super::tabs::Hint;
use crate::parts::{Task, apart};

/// A tail of more ops than this is frozen after the start, so that the next one need not read it row by row.
const LONG_TAIL: usize = 1_000;

/// Why the tail was not frozen. What was frozen before the failure stays; the rest still lies in the tail.
#[derive(Debug, Error)]
pub enum FreezeError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An op is beyond the limits of the format.
    #[error(transparent)]
    Segment(#[from] SegmentError),
    /// Another portfolio is open now, or none.
    #[error("the portfolio is not open any more")]
    Closed,
}

impl From<BrowserError> for FreezeError {
    fn from(error: BrowserError) -> Self {
        Self::Store(error.into())
    }
}

apart! {
    fn tidying in upkeep(state: AppState, loose: usize) -> Task {
        Box::pin(async move {
            if loose > LONG_TAIL
                && let Err(error) = state.freeze().await
            {
                leptos::logging::warn!("the tail was not frozen: {error}");
            }
            state.cache_state().await;
        })
    }
}

impl AppState {
    /// Makes segments of all that is stored and in no segment yet. Everything that was done before the call is in a segment after it.
    ///
    /// # Errors
    /// [`FreezeError`].
    pub(super) async fn freeze(self) -> Result<(), FreezeError> {
        let (id, store, writer) = self
            .of(|session| (session.id.clone(), session.store.clone(), session.writer.clone()))
            .ok_or(FreezeError::Closed)?;
        writer.settled().await;
        // Two tabs must not give two segments the same number.
        let _alone = locks::hold_where_known(&format!("cairn-freeze-{id}"), locks::Mode::Exclusive).await?;
        let mut rows = Vec::new();
        let mut keys: HashMap<OpId, TailKey> = HashMap::new();
        for (key, op) in tail_rows(&store, None).await? {
            if let Some(op) = op {
                keys.insert(op.id, key);
                rows.push(op);
            }
        }
        if rows.is_empty() {
            return Ok(());
        }
        let (place, mut freezer) = self.freezer(&id, &store, rows).await?;
        while let Some(lines) = freezer.draft()? {
            let Some(segment) = freezer.accept(gzip::deflate(&lines).await?)? else { continue };
            let name = format!("{}/{}", place.device, segment.name);
            let frozen: Vec<TailKey> = segment.ops.iter().filter_map(|id| keys.remove(id)).collect();
            store.freeze(&name, segment.gzip, &frozen).await?;
            self.within(|session| session.folded.insert(name));
        }
        // What is left speaks of what was purged, and means nothing any more.
        let purged = keys.into_values().fold(Batch::new(), Batch::drop_op);
        if !purged.is_empty() {
            store.commit(&purged).await?;
        }
        self.tell_other_tabs(Hint::Frozen);
        Ok(())
    }

    async fn freezer(self, id: &str, store: &Store, loose: Vec<replica::Op>) -> Result<(Place, Freezer), FreezeError> {
        let (root, device) = self
            .of(|session| (session.roots.first().map(|file| file.root), session.device))
            .and_then(|(root, device)| Some((root?, device)))
            .ok_or(FreezeError::Closed)?;
        let folder = format!("{device}/");
        let names = store.segments().await?;
        let mut place = Place { root, device, written: 0, last: None };
        if let Some(name) = names.iter().rev().find_map(|name| name.strip_prefix(&folder)) {
            let gz = store.segment(&format!("{folder}{name}")).await?.ok_or(FreezeError::Closed)?;
            place.written = name.parse::<SegmentName>()?.seq;
            place.last = Some(Hash::of(&gz));
        }
        let freezer =
            self.within_profile(id, |session| session.ledger.freeze(loose, place)).ok_or(FreezeError::Closed)?;
        Ok((place, freezer))
    }

    /// Prepares the next start, when this one is done: a long tail becomes segments, and much that was folded a cached state.
    pub(super) fn tidy(self, loose: usize) {
        let is_stale = self.of(|session| session.beyond_snapshot >= STALE) == Some(true);
        if loose <= LONG_TAIL && !is_stale {
            return;
        }
        spawn_local(async move {
            match tidying(self, loose).await {
                Ok(task) => task.await,
                Err(missing) => leptos::logging::warn!("the next start was not prepared: {missing}"),
            }
        });
    }
}
