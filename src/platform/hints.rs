//! Words to the other tabs of this browser. They may be lost, so they only ever hint: what is true stands in the database.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::{BrowserError, Listener};

/// A channel to the other tabs that opened one with the same name, until it is dropped.
pub struct Hints {
    channel: BroadcastChannel,
    _listener: Listener,
}

impl Hints {
    /// Opens the channel `name` and calls `on_hint` with whatever another tab says.
    ///
    /// # Errors
    /// A browser without broadcast channels.
    pub fn open(name: &str, mut on_hint: impl FnMut(String) + 'static) -> Result<Self, BrowserError> {
        let channel = BroadcastChannel::new(name)?;
        let listener = Listener::new(channel.clone().into(), "message", move |event| {
            let words = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            if let Some(words) = words {
                on_hint(words);
            }
        });
        Ok(Self { channel, _listener: listener })
    }

    /// Says `words` to the other tabs. Channels of this tab with the same name hear it too, this one does not.
    ///
    /// # Errors
    /// A channel that the browser has closed.
    pub fn say(&self, words: &str) -> Result<(), BrowserError> {
        Ok(self.channel.post_message(&JsValue::from_str(words))?)
    }
}

impl Drop for Hints {
    fn drop(&mut self) {
        self.channel.close();
    }
}
