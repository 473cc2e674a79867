//! Words that devices wrote without having seen each other's.

use leptos::prelude::*;
use portfolio::EntityId;

use super::{AppState, TextField};

impl AppState {
    /// The versions of a text that stand beside the one shown, the newest first. Usually none.
    pub fn other_versions(self, entity: &EntityId, field: TextField) -> Vec<String> {
        self.session.with_value(|session| {
            let view = session.as_ref().and_then(|session| session.ledger.state().entity(entity.as_str()));
            let heads = view.as_ref().map(|view| view.heads(field.name())).unwrap_or_default();
            let Some((shown, others)) = heads.split_last() else { return Vec::new() };
            let different = others.iter().rev().filter(|head| head.value != shown.value);
            different.filter_map(|head| head.value.as_text().map(str::to_owned)).collect()
        })
    }
}
