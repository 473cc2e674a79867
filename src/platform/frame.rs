//! What happens where in a frame, and how large what lies in it is.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, MouseEvent, WheelEvent};

/// Pixels that a wheel turns by with each line, where it counts in lines.
const LINE: f64 = 16.0;

/// Width and height as laid out, in CSS pixels: whatever a transformation makes of it.
pub fn size(element: &HtmlElement) -> (f64, f64) {
    (element.offset_width().into(), element.offset_height().into())
}

/// Where an event is, in CSS pixels from the middle of the element that listens: across and down.
pub fn from_middle(event: &MouseEvent) -> (f64, f64) {
    let listens = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    listens.map_or((0.0, 0.0), |listens| {
        let bounds = listens.get_bounding_client_rect();
        let across = f64::from(event.client_x()) - bounds.left() - bounds.width() / 2.0;
        (across, f64::from(event.client_y()) - bounds.top() - bounds.height() / 2.0)
    })
}

/// How far a wheel was turned towards the person, in pixels.
pub fn turned(event: &WheelEvent) -> f64 {
    rolled(event).1
}

/// How far a wheel, or two fingers on a touchpad, would scroll, in pixels: across and down.
pub fn rolled(event: &WheelEvent) -> (f64, f64) {
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { LINE } else { 1.0 };
    (event.delta_x() * unit, event.delta_y() * unit)
}
