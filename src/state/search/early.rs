//! What was kept of a portfolio's words, to find pieces by while it is still being read: on a slow phone ten years take two seconds.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::store::Store;
use search::Index;

use super::{Kept, Search, keep};
use crate::parts::{Task, apart};
use crate::state::AppState;

/// The index of the portfolio that is going to be open, once somebody asks for it.
#[derive(Default)]
pub(in crate::state) struct Early {
    /// Whose words they are; empty where nobody asked.
    profile: String,
    /// `None` while it is read, and where none was kept.
    index: Option<Index>,
}

apart! {
    fn reading_early in search(state: AppState, profile: String) -> Task {
        Box::pin(state.read_early_index(profile))
    }
}

impl AppState {
    /// Sees to it that what was kept can be searched until the portfolio is open.
    pub(super) fn want_early_index(self) {
        let Some(profile) = self.profile.get_untracked().or_else(AppState::last_profile) else { return };
        let begins = self.early.try_update_value(|early| {
            let begins = early.profile != profile.id;
            if begins {
                *early = Early { profile: profile.id.clone(), index: None };
            }
            begins
        });
        if begins != Some(true) {
            return;
        }
        spawn_local(async move {
            match reading_early(self, profile.id).await {
                Ok(task) => task.await,
                Err(missing) => leptos::logging::warn!("nothing can be searched yet: {missing}"),
            }
        });
    }

    /// By a connection of its own: that of the portfolio waits for code that is not needed here.
    async fn read_early_index(self, profile: String) {
        let index = match Store::open(&profile).await {
            Ok(store) => keep::kept_index(&store).await,
            Err(error) => {
                leptos::logging::warn!("the index cannot be read early: {error}");
                None
            }
        };
        self.early.try_update_value(|early| {
            // Else it came too late.
            if early.profile == profile {
                early.index = index;
            }
        });
        self.tell_searchers();
    }

    /// Lets go of what was read for anybody but this learner.
    pub(in crate::state) fn drop_early_index_of_others(self, profile: &str) {
        self.early.update_value(|early| {
            if early.profile != profile {
                *early = Early::default();
            }
        });
    }

    /// The search of a portfolio that is open from now on. It goes on with what was read early.
    pub(in crate::state) fn search_from_now_on(self) -> Search {
        let index = self.early.try_update_value(std::mem::take).and_then(|early| early.index);
        let kept = if index.is_some() { Kept::Index } else { Kept::Nothing };
        Search { kept, index, ..Search::default() }
    }

    pub(super) fn of_early_index<T>(self, look: impl FnOnce(&Index) -> T) -> Option<T> {
        self.early.try_with_value(|early| early.index.as_ref().map(look)).flatten()
    }
}
