//! What the browser says when it will not do a thing.

use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

/// An exception of the browser: the name programs go by and the words meant for developers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("{name}: {message}")]
pub struct BrowserError {
    /// The exception's name, such as `NotAllowedError`.
    pub name: String,
    /// The browser's own words, in English, in no fixed wording.
    pub message: String,
}

impl BrowserError {
    /// An error of this module's own, for an answer of the browser that has an unexpected shape.
    pub(crate) fn new(name: &str, message: impl Into<String>) -> Self {
        Self { name: name.to_owned(), message: message.into() }
    }
}

impl From<JsValue> for BrowserError {
    fn from(thrown: JsValue) -> Self {
        if let Some(exception) = thrown.dyn_ref::<web_sys::DomException>() {
            return Self { name: exception.name(), message: exception.message() };
        }
        match thrown.dyn_ref::<js_sys::Error>() {
            Some(error) => Self { name: error.name().into(), message: error.message().into() },
            None => Self { name: "Error".to_owned(), message: format!("{thrown:?}") },
        }
    }
}
