//! The worker's end: hears calls and answers them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::EventTarget;

use super::message::{Message, READY, Reply};
use crate::bindings::Port;
use crate::{BrowserError, Cancel, Listener};

type Running = Rc<RefCell<HashMap<u32, Cancel>>>;

/// A call being answered.
#[derive(Clone)]
pub(crate) struct Task {
    port: Port,
    call: u32,
    cancel: Cancel,
    payload: Rc<RefCell<JsValue>>,
}

impl Task {
    /// What goes with the result because JSON cannot carry it.
    pub(crate) fn attach(&self, payload: JsValue) {
        self.payload.replace(payload);
    }

    /// Whether the page wants it no more.
    pub(crate) fn cancel(&self) -> &Cancel {
        &self.cancel
    }

    /// Says how far it is.
    pub(crate) fn report(&self, progress: &impl Serialize) {
        self.reply(&Reply::<_, (), ()>::Progress(progress), JsValue::UNDEFINED);
    }

    fn reply(&self, reply: &impl Serialize, payload: JsValue) {
        let text = serde_json::to_string(reply).map_err(|error| BrowserError::new("DataError", error.to_string()));
        let sent = text.and_then(|text| Message { call: self.call, text, payload }.send(&self.port));
        if let Err(error) = sent {
            // A reply that cannot be sent leaves the page waiting: let the worker break, which the page hears.
            wasm_bindgen::throw_str(&error.to_string());
        }
    }
}

/// Answers calls with `handle` for as long as the worker lives, and says that it is ready.
///
/// To be called in the worker's own global scope.
pub(crate) fn serve<R, T, E>(
    handle: impl AsyncFn(R, JsValue, &Task) -> Result<T, E> + 'static,
) -> Result<(), BrowserError>
where
    R: DeserializeOwned + 'static,
    T: Serialize + 'static,
    E: Serialize + From<BrowserError> + 'static,
{
    let port: Port = js_sys::global().unchecked_into();
    let running = Running::default();
    let handle = Rc::new(handle);
    let target: &EventTarget = port.as_ref();
    let answering = port.clone();
    let listener = Listener::new(target.clone(), "message", move |event| {
        let Some(message) = Message::read(event) else { return };
        if message.text.is_empty() {
            if let Some(cancel) = running.borrow().get(&message.call) {
                cancel.cancel();
            }
            return;
        }
        let task = Task { port: answering.clone(), call: message.call, cancel: Cancel::new(), payload: Rc::default() };
        running.borrow_mut().insert(task.call, task.cancel.clone());
        let (handle, running) = (Rc::clone(&handle), Rc::clone(&running));
        spawn_local(async move {
            let outcome = match serde_json::from_str(&message.text) {
                Ok(request) => handle(request, message.payload, &task).await,
                Err(error) => Err(BrowserError::new("DataError", error.to_string()).into()),
            };
            running.borrow_mut().remove(&task.call);
            match outcome {
                Ok(output) => task.reply(&Reply::<(), _, ()>::Done(output), task.payload.take()),
                Err(error) => task.reply(&Reply::<(), (), _>::Failed(error), JsValue::UNDEFINED),
            }
        });
    });
    listener.forever();
    Message { call: READY, text: String::new(), payload: JsValue::UNDEFINED }.send(&port)
}
