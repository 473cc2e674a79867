//! The tools above a text: what they show, what they are called, and the keys that do the same.

use leptos::prelude::*;
use platform::keys::{self, Chord};
use writing::Tool;

use crate::i18n::t;
use crate::ui::icon::Glyph;
use crate::ui::toolbar::ToolItem;

/// Every tool.
pub const ALL: &[Tool] = &Tool::ALL;
/// What a few sentences need.
pub const FEW: &[Tool] = &[Tool::Bold, Tool::Italic, Tool::Bullets, Tool::Quote, Tool::Link];

/// Keys pressed together with Ctrl or Cmd.
enum Keys {
    /// The key that writes this letter.
    Letter(&'static str),
    /// The key at a place, with Shift, and what stands on it. On some keyboards a digit is written with Shift as well.
    Shifted(&'static str, &'static str),
}

fn keys_of(tool: Tool) -> Option<Keys> {
    Some(match tool {
        Tool::Bold => Keys::Letter("b"),
        Tool::Italic => Keys::Letter("i"),
        Tool::Link => Keys::Letter("k"),
        Tool::Code => Keys::Letter("e"),
        Tool::Heading => Keys::Shifted("Digit1", "1"),
        Tool::Numbers => Keys::Shifted("Digit7", "7"),
        Tool::Bullets => Keys::Shifted("Digit8", "8"),
        Tool::Tasks => Keys::Shifted("Digit9", "9"),
        Tool::Quote => Keys::Shifted("Period", "."),
        Tool::Table | Tool::Maths => return None,
    })
}

/// The tool that keys stand for.
pub fn meant_by(chord: &Chord) -> Option<Tool> {
    ALL.iter().copied().find(|tool| match keys_of(*tool) {
        Some(Keys::Letter(letter)) => !chord.shift && chord.letter == letter,
        Some(Keys::Shifted(place, _)) => chord.shift && chord.place == place,
        None => false,
    })
}

fn glyph_and_name(tool: Tool) -> (Glyph, &'static str) {
    match tool {
        Tool::Bold => (Glyph::Bold, t::writing::bold()),
        Tool::Italic => (Glyph::Italic, t::writing::italic()),
        Tool::Heading => (Glyph::Heading, t::writing::heading()),
        Tool::Bullets => (Glyph::Bullets, t::writing::bullets()),
        Tool::Numbers => (Glyph::Numbers, t::writing::numbers()),
        Tool::Tasks => (Glyph::Tasks, t::writing::tasks()),
        Tool::Quote => (Glyph::Quote, t::writing::quote()),
        Tool::Link => (Glyph::Link, t::writing::link()),
        Tool::Table => (Glyph::Table, t::writing::table()),
        Tool::Code => (Glyph::Code, t::writing::code()),
        Tool::Maths => (Glyph::Maths, t::writing::maths()),
    }
}

/// The tools as a row of buttons.
pub fn items(tools: &[Tool], run: Callback<Tool>) -> Vec<ToolItem> {
    let is_apple = keys::is_apple();
    let item = |tool: &Tool| {
        let tool = *tool;
        let (glyph, name) = glyph_and_name(tool);
        let keys = keys_of(tool);
        let title = match &keys {
            Some(keys) => t::writing::with_keys(name, on_keyboard(keys, is_apple)),
            None => name.to_owned(),
        };
        let keys = keys.map(|keys| in_attribute(&keys, is_apple));
        ToolItem { glyph, name, title, keys, run: Callback::new(move |()| run.run(tool)) }
    };
    tools.iter().map(item).collect()
}

/// Keys as they are printed on a keyboard.
fn on_keyboard(keys: &Keys, is_apple: bool) -> String {
    match (keys, is_apple) {
        (Keys::Letter(letter), true) => format!("⌘{}", letter.to_uppercase()),
        (Keys::Letter(letter), false) => format!("Ctrl+{}", letter.to_uppercase()),
        (Keys::Shifted(_, sign), true) => format!("⇧⌘{sign}"),
        (Keys::Shifted(_, sign), false) => format!("Ctrl+{}+{sign}", t::writing::shift()),
    }
}

/// Keys as `aria-keyshortcuts` names them.
fn in_attribute(keys: &Keys, is_apple: bool) -> String {
    let held = if is_apple { "Meta" } else { "Control" };
    match keys {
        Keys::Letter(letter) => format!("{held}+{}", letter.to_uppercase()),
        Keys::Shifted(_, sign) => format!("{held}+Shift+{sign}"),
    }
}
