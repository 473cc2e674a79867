//! The address that the browser shows.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;
use platform::{history, timer};

/// The address of now: path and query.
#[derive(Clone, Copy)]
pub struct Address {
    path: Memo<String>,
    query: Memo<String>,
}

impl Address {
    /// It, within the router.
    pub fn here() -> Self {
        let location = use_location();
        Self { path: location.pathname, query: location.search }
    }

    /// Follows what changes of it while the place stays.
    pub fn follow(self) {
        Effect::new(move |before: Option<String>| {
            let path = self.path.get();
            self.query.track();
            if before.as_ref() == Some(&path) {
                self.hold();
            }
            path
        });
    }

    /// Sees to it that the browser shows it, and can come back to it. To be called when its place is drawn.
    ///
    /// The router (0.8) begins no step for the address that it went to last, though Back may have led away from there since: it
    /// notices that only where the address before is the one that it went to before, and a search is an address for each letter.
    pub fn hold(self) {
        let address = move || {
            let (path, query) = (self.path.try_get_untracked()?, self.query.try_get_untracked()?);
            Some(if query.is_empty() { path } else { format!("{path}?{query}") })
        };
        let Some(drawn) = address() else { return };
        spawn_local(async move {
            // The router begins its step when what is at hand is done.
            timer::breathe().await;
            if address().as_ref() == Some(&drawn)
                && let Err(error) = history::be_at(&drawn)
            {
                leptos::logging::warn!("the browser shows another address: {error}");
            }
        });
    }
}
