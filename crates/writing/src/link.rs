//! Links.

use crate::edit::{Change, Edit, Written};

/// Makes a link of the selected words and waits for its address, or of a selected address and waits for its words.
pub(crate) fn begun(written: &Written<'_>) -> Change {
    let words = written.selection();
    let (with, caret) = if is_address(words) {
        (format!("[]({words})"), 1)
    } else {
        // A link without words waits for these first.
        let caret = if words.is_empty() { 1 } else { words.len() + 3 };
        (format!("[{words}]()"), caret)
    };
    Change { replaced: written.selected.clone(), with, selected: caret..caret }
}

/// The selected words as a link to the address that is being pasted over them. `None` if it is no address, or if the words are no
/// words of one line.
pub fn linked(written: &Written<'_>, pasted: &str) -> Option<Edit> {
    let (words, address) = (written.selection(), pasted.trim());
    if words.trim().is_empty() || words.contains('\n') || is_address(words) || !is_address(address) {
        return None;
    }
    let with = format!("[{words}]({address})");
    let behind = with.len();
    Some(Change { replaced: written.selected.clone(), with, selected: behind..behind }.into_edit(written.text))
}

/// Whether a text is an address and nothing else, that can stand between brackets as it is.
fn is_address(text: &str) -> bool {
    let is_plain =
        !text.contains(|letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '<' | '>' | '\\'));
    is_plain
        && ["https://", "http://", "mailto:"].iter().any(|scheme| text.len() > scheme.len() && text.starts_with(scheme))
}
