//! Handing a file to the person, by the browser's own download.

use std::time::Duration;

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;

use super::object_url::ObjectUrl;
use super::{BrowserError, globals, timer};

/// A browser may begin to read the bytes well after the click; none is known to wait this long.
const KEPT: Duration = Duration::from_mins(1);

/// Saves `bytes` under `name`.
///
/// # Errors
/// Outside a page.
pub fn bytes(name: &str, bytes: &[u8]) -> Result<(), BrowserError> {
    // A type that no browser shows, so that it cannot choose to open the file on the app's own origin.
    address(name, ObjectUrl::of_bytes(bytes, "application/octet-stream"))
}

/// Saves what the address stands for under `name`. The address is kept alive until the browser has surely taken the bytes.
///
/// # Errors
/// Outside a page.
pub fn address(name: &str, url: ObjectUrl) -> Result<(), BrowserError> {
    let document = globals::document()?;
    let unfit = || BrowserError::new("InvalidStateError", "the document makes no links");
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(|_| unfit())?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    spawn_local(async move {
        timer::sleep(KEPT).await;
        drop(url);
    });
    Ok(())
}
