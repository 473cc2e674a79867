//! Keys that mean the same everywhere on the page.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, KeyboardEvent};

use super::globals;

/// What is written in, and takes back by itself what was written.
const WRITTEN_IN: &str = "textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=file])";

/// Whether the keys pressed ask to take back the last act: Ctrl or Cmd with Z. In a field they are the browser's, for the words in it.
pub fn ask_to_undo(event: &KeyboardEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key();
    let others = event.shift_key() || event.alt_key();
    held && !others && event.key().eq_ignore_ascii_case("z") && !is_in_a_field(event)
}

/// Whether the keys pressed ask for the palette: Ctrl, or Cmd, with K.
pub fn ask_to_find(event: &KeyboardEvent) -> bool {
    chord(event).is_some_and(|chord| !chord.shift && chord.letter == "k")
}

/// Keys pressed together with the one that commands are given with: Ctrl, or Cmd on a computer of Apple's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chord {
    /// What the key writes, in small letters: `b`.
    pub letter: String,
    /// Where the key is, whatever it writes: `Digit8`.
    pub place: String,
    /// Whether Shift is held as well.
    pub shift: bool,
}

/// The chord that was pressed, if it was one. With Alt it is none: on many keyboards that writes a character.
pub fn chord(event: &KeyboardEvent) -> Option<Chord> {
    let (held, other) =
        if is_apple() { (event.meta_key(), event.ctrl_key()) } else { (event.ctrl_key(), event.meta_key()) };
    let is_chord = held && !other && !event.alt_key() && !event.is_composing();
    is_chord.then(|| Chord { letter: event.key().to_lowercase(), place: event.code(), shift: event.shift_key() })
}

/// Whether a key was pressed by itself, and not for an input method.
pub fn is_alone(event: &KeyboardEvent) -> bool {
    !(event.shift_key() || event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing())
}

/// Whether Enter was pressed by itself, and not to choose from what an input method offers.
pub fn is_enter(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && is_alone(event)
}

/// Whether commands are given with Cmd.
pub fn is_apple() -> bool {
    let platform = globals::window().and_then(|window| Ok(window.navigator().platform()?)).unwrap_or_default();
    ["Mac", "iPhone", "iPad"].iter().any(|apple| platform.starts_with(apple))
}

/// Whether the keys pressed ask to take again what was taken back: Ctrl or Cmd with Shift and Z, or with Y.
pub fn ask_to_redo(event: &KeyboardEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key();
    let key = event.key().to_ascii_lowercase();
    let asks = (key == "z" && event.shift_key()) || (key == "y" && !event.shift_key());
    held && asks && !event.alt_key() && !is_in_a_field(event)
}

/// Whether the keys go to what is written in.
pub fn is_writing() -> bool {
    globals::document()
        .ok()
        .and_then(|document| document.active_element())
        .is_some_and(|element| is_written_in(&element))
}

fn is_in_a_field(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| is_written_in(&element))
}

fn is_written_in(element: &Element) -> bool {
    element.closest(WRITTEN_IN).is_ok_and(|field| field.is_some())
}
