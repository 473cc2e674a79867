//! Keys that mean the same everywhere on the page.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, KeyboardEvent};

/// What is written in, and takes back by itself what was written.
const WRITTEN_IN: &str = "textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=file])";

/// Whether the keys pressed ask to take back the last act: Ctrl or Cmd with Z. In a field they are the browser's, for the words in it.
pub fn ask_to_undo(event: &KeyboardEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key();
    let others = event.shift_key() || event.alt_key();
    held && !others && event.key().eq_ignore_ascii_case("z") && !is_in_a_field(event)
}

fn is_in_a_field(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(WRITTEN_IN).is_ok_and(|field| field.is_some()))
}
