//! Elements that are moved within the page.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, FocusEvent, FocusOptions, HtmlElement, MutationObserver, MutationObserverInit, MutationRecord};

use super::{BrowserError, Listener};

/// Watches until it is dropped.
#[must_use = "dropping it stops the watching"]
pub struct MoveWatch {
    observer: MutationObserver,
    _then: Closure<dyn FnMut(Array)>,
    _listeners: [Listener; 2],
}

/// Gives the keyboard's focus back to what had it within `element` and was moved, which browsers do by taking it out and putting it in
/// again. The page is not scrolled.
///
/// # Errors
/// A browser that does not see elements come and go.
pub fn keep_focus(element: &HtmlElement) -> Result<MoveWatch, BrowserError> {
    let lost = Rc::new(RefCell::new(None::<HtmlElement>));
    let on = |event, note: fn(&Event) -> Option<HtmlElement>| {
        let lost = Rc::clone(&lost);
        Listener::new(element.clone().into(), event, move |event| *lost.borrow_mut() = note(&event))
    };
    let listeners = [on("focusout", gone_nowhere), on("focusin", |_| None)];
    let then = Closure::wrap(Box::new(move |records: Array| {
        let is_moved = |lost: &HtmlElement| lost.is_connected() && was_taken_out(&records, lost);
        let Some(lost) = lost.borrow_mut().take().filter(is_moved) else { return };
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        drop(lost.focus_with_options(&options));
    }) as Box<dyn FnMut(Array)>);
    let observer = MutationObserver::new(then.as_ref().unchecked_ref())?;
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    observer.observe_with_options(element, &options)?;
    Ok(MoveWatch { observer, _then: then, _listeners: listeners })
}

fn was_taken_out(records: &Array, element: &HtmlElement) -> bool {
    records.iter().filter_map(|record| record.dyn_into::<MutationRecord>().ok()).any(|record| {
        let removed = record.removed_nodes();
        (0..removed.length()).filter_map(|index| removed.get(index)).any(|node| node.contains(Some(element)))
    })
}

/// What lost the focus, if nothing else got it.
fn gone_nowhere(event: &Event) -> Option<HtmlElement> {
    let event: &FocusEvent = event.dyn_ref()?;
    event.target().filter(|_| event.related_target().is_none())?.dyn_into().ok()
}

impl Drop for MoveWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
