//! The shape of a message, the same in both directions.

use js_sys::Array;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::BrowserError;
use crate::bindings::Port;

/// The call number of the worker's first message.
pub(super) const READY: u32 = 0;

/// What a worker says of a call: any number of `Progress`, then one of the others.
#[derive(Serialize, Deserialize)]
pub(super) enum Reply<P, T, E> {
    Progress(P),
    Done(T),
    Failed(E),
}

pub(super) struct Message {
    pub(super) call: u32,
    pub(super) text: String,
    pub(super) payload: JsValue,
}

impl Message {
    /// `None` for what has another shape.
    pub(super) fn read(event: web_sys::Event) -> Option<Self> {
        let parts: Array = event.dyn_into::<web_sys::MessageEvent>().ok()?.data().dyn_into().ok()?;
        let call = parts.get(0).as_f64()? as u32;
        Some(Self { call, text: parts.get(1).as_string()?, payload: parts.get(2) })
    }

    /// Sends it.
    pub(super) fn send(&self, port: &Port) -> Result<(), BrowserError> {
        let message = Array::of3(&self.call.into(), &JsValue::from_str(&self.text), &self.payload);
        Ok(port.post_message(&message)?)
    }
}
