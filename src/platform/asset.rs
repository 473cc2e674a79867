//! Files that come with the app, from the service worker's copy where there is one.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::{BrowserError, globals, page};

/// The bytes of the app's file at `path`, which is relative to where the app is served: `frameworks/cairn.json`.
///
/// # Errors
/// No network and no copy, or a server that answers with anything but success.
pub async fn get(path: &str) -> Result<Vec<u8>, BrowserError> {
    let asked = globals::window()?.fetch_with_str(&format!("{}{path}", page::base()));
    let response: Response = JsFuture::from(asked).await?.unchecked_into();
    if !response.ok() {
        let status = response.status();
        return Err(BrowserError::new("NotFoundError", format!("{path} was answered with {status}")));
    }
    let body: ArrayBuffer = JsFuture::from(response.array_buffer()?).await?.unchecked_into();
    Ok(Uint8Array::new(&body).to_vec())
}
