//! An `audio` or `video` that a person plays.

use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlMediaElement;

/// Plays on where it stands still, and stops where it plays.
pub fn toggle(player: &HtmlMediaElement) {
    if !player.paused() {
        // It throws for no reason known to the standard.
        return drop(player.pause());
    }
    // A file that cannot be played says so by an event of its own.
    drop(player.play().map(JsFuture::from));
}

/// Goes to a moment, in seconds from the start.
pub fn seek(player: &HtmlMediaElement, seconds: f64) {
    player.set_current_time(seconds.max(0.0));
}

/// From now on it plays so many times as fast as it was recorded, voices in their own pitch.
pub fn set_speed(player: &HtmlMediaElement, times: f64) {
    // What is loaded anew begins with the default one.
    player.set_default_playback_rate(times);
    player.set_playback_rate(times);
}
