//! A drawing that is not finished: kept beside the portfolio on this device, so that a tab that ends takes no stroke with it.

use platform::store::{Batch, Store, StoreError};
use portfolio::EntityId;
use serde::{Deserialize, Serialize};

use super::AppState;
use super::session::Session;

/// A drawing as it was last, before it became a part of a piece.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinished {
    /// Its strokes, as `drawing::svg::ink` writes them.
    pub strokes: String,
    /// The words beside it, or in its place.
    pub words: String,
}

impl AppState {
    /// What was not finished of a new drawing, or of the drawing of an artifact. `None` where all was finished.
    ///
    /// # Errors
    /// Trouble with the database.
    pub async fn unfinished(self, of: Option<&EntityId>) -> Result<Option<Unfinished>, StoreError> {
        match self.store() {
            Some(store) => store.meta_json(&key(of)).await,
            None => Ok(None),
        }
    }

    /// Keeps what there is of it now, in place of what was kept before. Of an artifact that was purged meanwhile nothing is kept.
    ///
    /// # Errors
    /// Trouble with the database, such as a full disk.
    pub async fn keep_unfinished(self, of: Option<&EntityId>, unfinished: &Unfinished) -> Result<(), StoreError> {
        let is_gone =
            |session: &Session| of.is_some_and(|artifact| session.ledger.portfolio().artifact(artifact).is_none());
        match self.of(|session| (!is_gone(session)).then(|| session.store.clone())).flatten() {
            Some(store) => store.put_meta_json(&key(of), unfinished).await,
            None => Ok(()),
        }
    }

    /// Forgets it: it is finished, or was given up.
    ///
    /// # Errors
    /// Trouble with the database.
    pub async fn forget_unfinished(self, of: Option<&EntityId>) -> Result<(), StoreError> {
        match self.store() {
            Some(store) => store.commit(&Batch::new().remove_meta(key(of))).await.map(drop),
            None => Ok(()),
        }
    }

    fn store(self) -> Option<Store> {
        self.of(|session| session.store.clone())
    }
}

/// The key of its row.
pub(super) fn key(of: Option<&EntityId>) -> String {
    of.map_or_else(|| "drawing".to_owned(), |artifact| format!("drawing {artifact}"))
}
