//! What stands in a text field, and changes of it that the browser can take back.

use std::ops::Range;

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use super::{BrowserError, globals};

/// What is selected, in UTF-16 code units; empty where the caret is.
pub fn selection(field: &HtmlTextAreaElement) -> Range<usize> {
    let place = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or_default() as usize;
    place(field.selection_start())..place(field.selection_end())
}

/// Puts `with` in place of a part of the text, as if it had been typed: the page hears of it by an input event, and the browser's own
/// undo takes it back. Then `selected` is selected. All places are in UTF-16 code units.
///
/// It is done by `execCommand`, which no other interface can do without: after `setRangeText`, or a new `value`, Chromium's undo no
/// longer fits the text and a redo puts words in twice.
///
/// # Errors
/// A browser that does not do it; the text is as it was.
pub fn replace(
    field: &HtmlTextAreaElement,
    replaced: Range<usize>,
    with: &str,
    selected: Range<usize>,
) -> Result<(), BrowserError> {
    // A field holds at most 2 GiB.
    let select = |Range { start, end }: Range<usize>| field.set_selection_range(start as u32, end as u32);
    field.focus()?;
    if !(replaced.is_empty() && with.is_empty()) {
        select(replaced)?;
        let not_html = |_| BrowserError::new("InvalidStateError", "this is no HTML document");
        let document: HtmlDocument = globals::document()?.dyn_into().map_err(not_html)?;
        if !document.exec_command_with_show_ui_and_value("insertText", false, with)? {
            return Err(BrowserError::new("NotSupportedError", "this browser inserts no text"));
        }
    }
    Ok(select(selected)?)
}

/// Puts words after all that stands in the field with this id, but for space at its end; `words` makes them of what stands before. The
/// caret stands after them then.
///
/// # Errors
/// There is no such field, or as [`replace`].
pub fn write_at_end(id: &str, words: impl FnOnce(&str) -> String) -> Result<(), BrowserError> {
    let missing = || BrowserError::new("NotFoundError", format!("the page has no text field {id}"));
    let element = globals::document()?.get_element_by_id(id).ok_or_else(missing)?;
    let field: HtmlTextAreaElement = element.dyn_into().map_err(|_| missing())?;
    let text = field.value();
    let before = text.trim_end();
    let with = words(before);
    let units = |text: &str| text.encode_utf16().count();
    let (start, end) = (units(before), units(&text));
    let caret = start + units(&with);
    replace(&field, start..end, &with, caret..caret)
}
