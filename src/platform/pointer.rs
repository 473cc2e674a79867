//! Dragging with a mouse, a pen or a finger.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, PointerEvent};

use super::globals;

/// As near to the edge of the window, in CSS pixels, a pointer scrolls the page.
const EDGE: f64 = 70.0;
/// So far at each move.
const STEP: f64 = 14.0;

/// Lets all that this pointer does come to the element it went down on, until it is let go.
pub fn capture(event: &PointerEvent) {
    let target = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(target) = target {
        // A pointer that is gone already cannot be captured, and nothing is dragged then.
        drop(target.set_pointer_capture(event.pointer_id()));
    }
}

/// How many of the elements in `list`, but for that at the place `without`, have their middle above `y` (CSS pixels from the top of the
/// window).
pub fn rows_above(list: &HtmlElement, y: f64, without: usize) -> usize {
    let rows = std::iter::successors(list.first_element_child(), Element::next_element_sibling);
    let others = rows.enumerate().filter(|(place, _)| *place != without);
    let middles = others.map(|(_, row)| row.get_bounding_client_rect()).map(|row| row.top() + row.height() / 2.0);
    middles.filter(|middle| *middle < y).count()
}

/// Scrolls the page a little where the pointer is near the upper or lower edge of the window.
pub fn scroll_at_edge(y: f64) {
    let Ok(window) = globals::window() else { return };
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if y < EDGE {
        window.scroll_by_with_x_and_y(0.0, -STEP);
    } else if y > height - EDGE {
        window.scroll_by_with_x_and_y(0.0, STEP);
    }
}
