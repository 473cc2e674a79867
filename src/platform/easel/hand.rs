//! What a mouse, a finger or a pen did over an element.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, PointerEvent};

/// The pressure of a hand whose pressure is not known, from 0 to 1.
const EVEN: f64 = 0.5;

/// Something that touches the screen, or is near it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Touch {
    /// Tells it from others.
    pub id: i32,
    /// Whether it is a part of a hand.
    pub is_touch: bool,
    /// Whether it is a pen.
    pub is_pen: bool,
    /// Whether it is the main one of its kind: the left button of a mouse, a pen's tip.
    pub is_main: bool,
    /// The longer side of where it touches, in pixels.
    pub breadth: f64,
    /// When, in milliseconds since the page was opened.
    pub at: f64,
}

/// Who did this.
pub fn touch(event: &PointerEvent) -> Touch {
    let kind = event.pointer_type();
    Touch {
        id: event.pointer_id(),
        is_touch: kind == "touch",
        is_pen: kind == "pen",
        is_main: event.button() == 0,
        breadth: f64::from(event.width().max(event.height())),
        at: event.time_stamp(),
    }
}

/// The way since the event before, with all that the browser had put together: how far across, how far down (0 is one edge of the
/// element that listens and 1 the other), and how heavily, from 0 to 1.
pub fn way(event: &PointerEvent) -> Vec<(f64, f64, f64)> {
    let Some(listens) = listening(event) else { return Vec::new() };
    let bounds = listens.get_bounding_client_rect();
    let (across, down) = (bounds.width().max(1.0), bounds.height().max(1.0));
    let place = |event: &PointerEvent| {
        let pressure = if event.pointer_type() == "pen" { f64::from(event.pressure()) } else { EVEN };
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        ((x - bounds.left()) / across, (y - bounds.top()) / down, pressure)
    };
    let is_move = event.type_() == "pointermove";
    let together: Vec<PointerEvent> = if is_move {
        event.get_coalesced_events().iter().filter_map(|event| event.dyn_into().ok()).collect()
    } else {
        Vec::new()
    };
    if together.is_empty() { vec![place(event)] } else { together.iter().map(place).collect() }
}

/// From now on the element that listens gets all that this pointer does, wherever it goes.
pub fn capture(event: &PointerEvent) {
    if let Some(listens) = listening(event) {
        // A pointer that is gone already needs no capturing.
        drop(listens.set_pointer_capture(event.pointer_id()));
    }
}

fn listening(event: &PointerEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}
