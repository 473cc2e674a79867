//! The first moments of the app: what can be said before any portfolio is open, and the way into the part that opens one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::{page, profiles};
use portfolio::Intent;

use super::{AppState, Phase};
use crate::parts::{Missing, Task, apart};
use crate::routes::Place;

apart! {
    /// Opens the portfolio of whoever was here last, or begins a new one, and follows the page from then on.
    fn beginning in start(state: AppState) -> Task {
        Box::pin(state.begin())
    }

    fn naming in start(state: AppState, name: String) -> bool {
        state.attempt(Intent::SetName { name }).is_some()
    }

    fn undoing in start(state: AppState) -> () {
        state.take_back();
    }

    fn flushing in start(state: AppState) -> () {
        state.flush();
    }
}

impl AppState {
    /// Takes up the preferences and opens a portfolio. To be called before the router looks at the address.
    pub fn start(self) {
        self.apply_preferences();
        if profiles::nobody_was_here() && self.asks_the_first_question() {
            self.enter_phase(Phase::Fresh);
        }
        self.watch_for_updates();
        spawn_local(async move {
            match beginning(self).await {
                Ok(task) => task.await,
                Err(missing) => {
                    leptos::logging::warn!("no portfolio can be opened: {missing}");
                    self.enter_phase(Phase::Unreached);
                }
            }
        });
    }

    /// Whether Welcome is where a newcomer is or is sent to from here.
    fn asks_the_first_question(self) -> bool {
        let (here, welcome) = (page::place(), Place::Welcome.to_string());
        here == welcome || here == Place::Today.to_string() && page::replace_place(&welcome).is_ok()
    }

    /// Keeps the learner's name, as soon as a portfolio is open. Whether that was possible; what was not is said in the corner.
    ///
    /// # Errors
    /// [`Missing`].
    pub async fn name_learner(self, name: String) -> Result<bool, Missing> {
        self.opened().await;
        naming(self, name).await
    }

    /// Takes the last act back. It is an act itself, so doing it twice brings it back.
    pub fn undo(self) {
        self.notice.set(None);
        spawn_local(async move {
            if let Err(missing) = undoing(self).await {
                leptos::logging::warn!("nothing was taken back: {missing}");
            }
        });
    }

    /// Lets the waiting version take over, with everything typed stored before.
    pub fn use_update(self) {
        spawn_local(async move {
            if let Err(missing) = flushing(self).await {
                leptos::logging::warn!("no portfolio was open, so nothing was typed: {missing}");
            }
            self.take_over();
        });
    }
}
