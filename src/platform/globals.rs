//! The global objects, in a page as in a worker.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::BrowserError;

/// The page's window. A worker has none.
pub(crate) fn window() -> Result<web_sys::Window, BrowserError> {
    web_sys::window().ok_or_else(|| BrowserError::new("InvalidStateError", "this is not a page"))
}

/// The page's document. A worker has none.
pub(crate) fn document() -> Result<web_sys::Document, BrowserError> {
    window()?.document().ok_or_else(|| BrowserError::new("InvalidStateError", "the window has no document"))
}

/// A property of the global object, cast by its interface; an error if the browser lacks it.
pub(crate) fn property<T: JsCast>(name: &str) -> Result<T, BrowserError> {
    property_of(&js_sys::global(), name)
}

/// The navigator, in a page as in a worker.
pub(crate) fn navigator() -> Result<JsValue, BrowserError> {
    Ok(property::<Object>("navigator")?.into())
}

/// A property of `object`, cast by its interface; an error if the object lacks it.
pub(crate) fn property_of<T: JsCast>(object: &JsValue, name: &str) -> Result<T, BrowserError> {
    let missing = || BrowserError::new("NotSupportedError", format!("this browser has no {name}"));
    Reflect::get(object, &JsValue::from_str(name))?.dyn_into().map_err(|_| missing())
}

/// A JavaScript object made of `entries`, for the options of a call.
pub(crate) fn options(entries: &[(&str, JsValue)]) -> Object {
    let pairs = entries.iter().map(|(name, value)| js_sys::Array::of2(&JsValue::from_str(name), value));
    let pairs: js_sys::Array = pairs.collect();
    // An array of pairs with string names is always accepted, so the empty object is never the answer.
    Object::from_entries(&pairs).unwrap_or_else(|_| Object::new())
}
