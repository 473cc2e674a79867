//! A subscription to a browser event.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget};

/// Listens until it is dropped.
#[must_use = "dropping it stops the listening"]
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    handler: Option<Closure<dyn FnMut(Event)>>,
}

impl Listener {
    pub(crate) fn new(target: EventTarget, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        let handler = Closure::wrap(Box::new(handler) as Box<dyn FnMut(Event)>);
        let listener = Self { target, event, handler: Some(handler) };
        if let Some(handler) = &listener.handler {
            // Adding a listener throws for no reason known to the standard; a target that refuses is one that never fires.
            drop(listener.target.add_event_listener_with_callback(event, handler.as_ref().unchecked_ref()));
        }
        listener
    }

    /// Keeps listening for as long as the page lives.
    pub fn forever(mut self) {
        if let Some(handler) = self.handler.take() {
            drop::<JsValue>(handler.into_js_value());
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(handler) = &self.handler {
            drop(self.target.remove_event_listener_with_callback(self.event, handler.as_ref().unchecked_ref()));
        }
    }
}
