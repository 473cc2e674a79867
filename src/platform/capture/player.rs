//! Playing a part of what was recorded, by the id of the `audio` or `video`.

use std::time::Duration;

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlMediaElement;

use crate::globals;

/// Where the player is; at the beginning where there is none.
pub fn position(player: &str) -> Duration {
    let at = element(player).map(|player| player.current_time());
    at.and_then(|at| Duration::try_from_secs_f64(at).ok()).unwrap_or_default()
}

/// Shows what is at `at`, without playing on.
pub fn show_at(player: &str, at: Duration) {
    pause(player);
    if let Some(player) = element(player) {
        player.set_current_time(at.as_secs_f64());
    }
}

/// Plays from `at` on.
pub fn play_from(player: &str, at: Duration) {
    show_at(player, at);
    if let Some(player) = element(player) {
        // A player that refuses to begin by itself has a button of its own.
        drop(player.play().map(JsFuture::from));
    }
}

/// Stops playing.
pub fn pause(player: &str) {
    if let Some(player) = element(player) {
        // It throws for no reason known to the standard.
        drop(player.pause());
    }
}

fn element(id: &str) -> Option<HtmlMediaElement> {
    globals::document().ok()?.get_element_by_id(id)?.dyn_into().ok()
}
