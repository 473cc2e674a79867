//! An element that plays a film or a sound for nobody to see or hear.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlMediaElement;

use crate::object_url::ObjectUrl;
use crate::{BrowserError, Listener, globals};

/// It stands in no document, and lets its decoder go when it is dropped.
pub(super) struct Player(HtmlMediaElement);

impl Player {
    /// An element of this `kind`, `audio` or `video`, that has read how long `url` is and, of a film, how large.
    pub(super) async fn open(kind: &str, url: &ObjectUrl) -> Result<Self, BrowserError> {
        let element: HtmlMediaElement = globals::document()?.create_element(kind)?.unchecked_into();
        element.set_muted(true);
        element.set_preload("auto");
        element.set_attribute("playsinline", "")?;
        let player = Self(element);
        let ready = player.comes("loadedmetadata");
        player.0.set_src(url);
        ready.await?;
        Ok(player)
    }

    pub(super) fn element(&self) -> &HtmlMediaElement {
        &self.0
    }

    /// How long it is, in milliseconds; what a recorder wrote in one go does not say.
    pub(super) fn length(&self) -> Option<u64> {
        let seconds = self.0.duration();
        // A film of 2^53 milliseconds has not been made.
        seconds.is_finite().then_some((seconds * 1000.0).round() as u64)
    }

    /// Goes to the frame at `seconds`.
    pub(super) async fn seek(&self, seconds: f64) -> Result<(), BrowserError> {
        let there = self.comes("seeked");
        self.0.set_current_time(seconds);
        there.await
    }

    /// Resolves at the next `event`, listening from now on; an error if the element cannot go on.
    fn comes(&self, event: &'static str) -> impl Future<Output = Result<(), BrowserError>> + use<> {
        let (tell, told) = oneshot::channel();
        let tell = Rc::new(RefCell::new(Some(tell)));
        let listen = |event, is_good: bool| {
            let tell = Rc::clone(&tell);
            Listener::new(self.0.clone().into(), event, move |_| {
                if let Some(tell) = tell.take() {
                    // Who waited may have run out of patience.
                    tell.send(is_good).unwrap_or_default();
                }
            })
        };
        let listeners = [listen(event, true), listen("error", false)];
        let element = self.0.clone();
        async move {
            let is_good = told.await;
            drop(listeners);
            match is_good {
                Ok(true) => Ok(()),
                _ => Err(BrowserError::new("EncodingError", reason(&element))),
            }
        }
    }
}

fn reason(element: &HtmlMediaElement) -> String {
    element.error().map(|error| error.message()).unwrap_or_default()
}

impl Drop for Player {
    fn drop(&mut self) {
        // An element without a source holds no decoder. What it says of that, nobody needs.
        drop(self.0.remove_attribute("src"));
        self.0.load();
    }
}
