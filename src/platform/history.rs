//! The steps that Back and Forward lead along, and what is kept with one: whoever comes back to it finds it again.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use super::{BrowserError, globals};

/// Begins a step at the address of now, with nothing kept.
///
/// # Errors
/// Outside a page, and where the browser was asked for too many steps.
pub fn begin() -> Result<(), BrowserError> {
    Ok(globals::window()?.history()?.push_state(&JsValue::NULL, "")?)
}

/// Begins a step at a path and query, unless the page is there.
///
/// # Errors
/// As [`begin`].
pub fn be_at(address: &str) -> Result<(), BrowserError> {
    let window = globals::window()?;
    let here = window.location();
    let there = web_sys::Url::new_with_base(address, &here.origin()?)?;
    if (there.pathname(), there.search()) == (here.pathname()?, here.search()?) {
        return Ok(());
    }
    Ok(window.history()?.push_state_with_url(&JsValue::NULL, "", Some(&there.href()))?)
}

/// Goes back a step. The browser comes to that when the task at hand is done.
///
/// # Errors
/// Outside a page.
pub fn go_back() -> Result<(), BrowserError> {
    Ok(globals::window()?.history()?.back()?)
}

/// Keeps `words` with this step, by a name.
///
/// # Errors
/// Outside a page.
pub fn keep(name: &str, words: &str) -> Result<(), BrowserError> {
    let history = globals::window()?.history()?;
    let kept = Object::new();
    if let Some(before) = history.state()?.dyn_ref::<Object>() {
        Object::assign(&kept, before);
    }
    Reflect::set(&kept, &name.into(), &words.into())?;
    Ok(history.replace_state(&kept, "")?)
}

/// What is kept with this step by a name.
pub fn kept(name: &str) -> Option<String> {
    let state = globals::window().ok()?.history().ok()?.state().ok()?;
    Reflect::get(&state, &name.into()).ok()?.as_string()
}
