//! A pathway in a file that was given for something else: told by what is in it, and brought to where pathways are looked at.

use std::sync::Arc;

use interchange::case::Reading;
use interchange::case::pathway::{Path, is_pathway};
use leptos::prelude::*;
use platform::files::PickedFile;

use super::Offer;
use crate::parts::apart;
use crate::state::AppState;

/// What is larger is not looked into: a pathway has few steps, and reading stops everything else for a while.
const LARGEST: u64 = 1 << 20;
/// A CASE package says so near its beginning; of files that do not no more is read.
const HEAD: u64 = 1 << 16;
const SIGN: &[u8] = b"\"CFDocument\"";

apart! {
    fn is_walkable in case(reading: Arc<Reading>) -> bool {
        is_pathway(&reading) && Path::of(&reading).is_ok()
    }
}

impl AppState {
    /// The pathway in a file; `None` for any other file, and for one that cannot be read.
    pub async fn pathway_in(self, file: &PickedFile) -> Option<Offer> {
        if file.size() > LARGEST {
            return None;
        }
        let head = file.head(HEAD).await.ok()?;
        if !head.windows(SIGN.len()).any(|window| window == SIGN) {
            return None;
        }
        let offer = self.read_framework(file.bytes(LARGEST).await.ok()?).await.ok()?;
        is_walkable(Arc::clone(&offer.reading)).await.ok()?.then_some(offer)
    }

    /// Has a pathway looked at next, where pathways are.
    pub fn bring_pathway(self, offer: Offer) {
        self.brought.set_value(Some(offer));
    }

    /// The pathway that is to be looked at, once.
    pub fn brought_pathway(self) -> Option<Offer> {
        self.brought.try_update_value(Option::take).flatten()
    }
}
