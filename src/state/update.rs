//! New versions of the app: fetched behind, used when the person says so.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::update;

use super::AppState;

impl AppState {
    /// Watches for a new version from now on.
    pub(super) fn watch_for_updates(self) {
        spawn_local(async move {
            match update::watch(move || self.announce_update()).await {
                Ok(updates) => self.updates.set_value(Some(updates)),
                Err(error) => {
                    leptos::logging::log!("the app works without a network only after another start: {error}");
                }
            }
        });
    }

    fn announce_update(self) {
        // The app may be gone when a version arrives.
        self.update_ready.try_set(true);
    }

    /// Lets the waiting version take over.
    pub(super) fn take_over(self) {
        self.updates.with_value(|updates| {
            if let Some(updates) = updates
                && let Err(error) = updates.take_over()
            {
                leptos::logging::warn!("the new version did not take over: {error}");
            }
        });
    }
}
