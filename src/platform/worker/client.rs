//! The page's end: calls with progress, answers and a way to call them off.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::pin::pin;
use std::rc::{Rc, Weak};

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::StreamExt as _;
use futures_util::future::{Either, select};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Event, EventTarget};

use super::message::{Message, READY, Reply};
use crate::bindings::Port;
use crate::{BrowserError, Cancel, Listener};

/// Why a call brought no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CallError<E> {
    /// The worker did what it could and says why it failed.
    #[error("the work failed")]
    Failed(E),
    /// The worker did not start, or broke.
    #[error(transparent)]
    Broken(#[from] BrowserError),
}

/// A worker that can be called. Dropping it ends a worker of its own.
pub(crate) struct Client {
    inner: Rc<Inner>,
    _listeners: Vec<Listener>,
}

struct Inner {
    port: Port,
    calls: RefCell<HashMap<u32, UnboundedSender<Message>>>,
    last_call: Cell<u32>,
    /// What waits until the worker listens; `None` from then on.
    early: RefCell<Option<Vec<Message>>>,
    broken: Cell<bool>,
}

impl Client {
    /// Talks to the worker at the other end of `port`.
    pub(crate) fn new(port: Port) -> Self {
        let inner = Rc::new(Inner {
            port,
            calls: RefCell::default(),
            last_call: Cell::new(READY),
            early: RefCell::new(Some(Vec::new())),
            broken: Cell::new(false),
        });
        let target: &EventTarget = inner.port.as_ref();
        let (hearing, breaking) = (Rc::downgrade(&inner), Rc::downgrade(&inner));
        let listeners = vec![
            Listener::new(target.clone(), "message", move |event| hear(&hearing, event)),
            Listener::new(target.clone(), "error", move |event| give_up(&breaking, &event)),
        ];
        Self { inner, _listeners: listeners }
    }

    /// Whether the worker failed; calls to it are in vain.
    pub(crate) fn is_broken(&self) -> bool {
        self.inner.broken.get()
    }

    /// Calls the worker and waits for its result and what goes with it. When `cancel` is wished the worker is told, and the wait goes on until it has
    /// undone what it began. A call that is dropped is called off too.
    pub(crate) async fn call<P, T, E>(
        &self,
        request: &impl Serialize,
        payload: JsValue,
        mut on_progress: impl FnMut(P),
        cancel: &Cancel,
    ) -> Result<(T, JsValue), CallError<E>>
    where
        P: DeserializeOwned,
        T: DeserializeOwned,
        E: DeserializeOwned,
    {
        let mut call = self.inner.start(request, payload)?;
        let mut cancelling = false;
        loop {
            let message = if cancelling {
                call.replies.next().await
            } else {
                match select(call.replies.next(), pin!(cancel.cancelled())).await {
                    Either::Left((message, _)) => message,
                    Either::Right(((), _)) => {
                        cancelling = true;
                        call.call_off();
                        continue;
                    }
                }
            };
            let Some(message) = message else {
                return Err(BrowserError::new("AbortError", "the worker broke").into());
            };
            match decode::<Reply<P, T, E>>(&message.text)? {
                Reply::Progress(progress) => on_progress(progress),
                Reply::Done(output) => return Ok((call.end(output), message.payload)),
                Reply::Failed(error) => return Err(CallError::Failed(call.end(error))),
            }
        }
    }
}

impl Inner {
    fn start(self: &Rc<Self>, request: &impl Serialize, payload: JsValue) -> Result<Call, BrowserError> {
        if self.broken.get() {
            return Err(BrowserError::new("InvalidStateError", "the worker broke earlier"));
        }
        let number = self.last_call.get() + 1;
        self.last_call.set(number);
        let text = serde_json::to_string(request).map_err(|error| not_json(&error))?;
        let (sender, replies) = unbounded();
        self.calls.borrow_mut().insert(number, sender);
        let call = Call { worker: Rc::clone(self), number, replies, ended: false };
        self.send(Message { call: number, text, payload })?;
        Ok(call)
    }

    fn send(&self, message: Message) -> Result<(), BrowserError> {
        if let Some(early) = &mut *self.early.borrow_mut() {
            early.push(message);
            return Ok(());
        }
        message.send(&self.port)
    }

    fn break_off(&self) {
        self.broken.set(true);
        // Their receivers see the end of their replies.
        self.calls.borrow_mut().clear();
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(worker) = self.port.dyn_ref::<web_sys::Worker>() {
            worker.terminate();
        }
    }
}

/// A call under way.
struct Call {
    worker: Rc<Inner>,
    number: u32,
    replies: UnboundedReceiver<Message>,
    ended: bool,
}

impl Call {
    fn end<T>(mut self, result: T) -> T {
        self.ended = true;
        result
    }

    fn call_off(&self) {
        let message = Message { call: self.number, text: String::new(), payload: JsValue::UNDEFINED };
        if self.worker.send(message).is_err() {
            self.worker.break_off();
        }
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.worker.calls.borrow_mut().remove(&self.number);
        if !self.ended && !self.worker.broken.get() {
            self.call_off();
        }
    }
}

fn hear(worker: &Weak<Inner>, event: Event) {
    let (Some(worker), Some(message)) = (worker.upgrade(), Message::read(event)) else { return };
    if message.call == READY {
        let early = worker.early.take().unwrap_or_default();
        if !early.iter().all(|message| message.send(&worker.port).is_ok()) {
            worker.break_off();
        }
        return;
    }
    let call = worker.calls.borrow().get(&message.call).cloned();
    if let Some(call) = call {
        // A call that was dropped in the meantime needs no reply.
        drop(call.unbounded_send(message));
    }
}

fn give_up(worker: &Weak<Inner>, event: &Event) {
    event.prevent_default();
    if let Some(worker) = worker.upgrade() {
        worker.break_off();
    }
}

fn decode<T: DeserializeOwned>(text: &str) -> Result<T, BrowserError> {
    serde_json::from_str(text).map_err(|error| not_json(&error))
}

fn not_json(error: &serde_json::Error) -> BrowserError {
    BrowserError::new("DataError", error.to_string())
}
