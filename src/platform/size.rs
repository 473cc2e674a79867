//! Seeing an element change its size.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

use super::BrowserError;

/// Watches until it is dropped.
#[must_use = "dropping it stops the watching"]
pub struct SizeWatch {
    observer: ResizeObserver,
    _then: Closure<dyn FnMut()>,
}

/// Calls `then` when `element` has another size than before, and once at the beginning.
///
/// # Errors
/// A browser that does not see this.
pub fn watch_size(element: &Element, then: impl FnMut() + 'static) -> Result<SizeWatch, BrowserError> {
    let then = Closure::wrap(Box::new(then) as Box<dyn FnMut()>);
    let observer = ResizeObserver::new(then.as_ref().unchecked_ref())?;
    observer.observe(element);
    Ok(SizeWatch { observer, _then: then })
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
