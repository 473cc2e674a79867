//! What never stands in the app: ways for a learner's text to become markup, style or code, and promises not kept.

use anyhow::Result;

use super::source::{lines, none_of};
use crate::workspace::Workspace;

/// A text that is not allowed, and what to do instead.
const FORBIDDEN: [(&str, &str); 9] = [
    ("style=\"", "the content security policy refuses it: use a class, or style:name="),
    ("style={", "the content security policy refuses it: use a class, or style:name="),
    ("style=move", "the content security policy refuses it: use a class, or style:name="),
    ("inner_html", "text must never become markup: make elements"),
    ("outer_html", "text must never become markup: make elements"),
    ("insert_adjacent_html", "text must never become markup: make elements"),
    ("eval(", "text must never become code"),
    ("Function::new_", "text must never become code"),
    ("todo!(", "finish it or leave it out"),
];

/// Looks at every line of the app.
pub fn check(workspace: &Workspace) -> Result<()> {
    let mut found = Vec::new();
    for line in lines(workspace, "src")? {
        let words = FORBIDDEN.iter().filter(|(word, _)| line.text.contains(word));
        found.extend(words.map(|(word, instead)| format!("{}: `{word}`: {instead}", line.place)));
    }
    none_of(&found)
}
