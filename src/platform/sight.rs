//! What of a long element is in sight, for lists that draw nothing else.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement};

use super::size::{SizeWatch, watch_size};
use super::{BrowserError, Listener, globals, timer};

/// What is in sight of an element, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sight {
    /// How wide the element is.
    pub width: f64,
    /// How far below its upper edge the upper edge of the window is; less than nothing where the element begins below that.
    pub from: f64,
    /// How far below it the lower edge of the window is.
    pub to: f64,
    /// The size of the page's letters.
    pub rem: f64,
}

/// Watches until it is dropped.
#[must_use = "dropping it stops the watching"]
pub struct SightWatch {
    _listeners: [Listener; 2],
    _size: SizeWatch,
}

/// Calls `then` when what is in sight of `element` may be different, and once at the beginning.
///
/// # Errors
/// Outside a page, and in a browser that does not see elements change their size.
pub fn watch(element: &HtmlElement, mut then: impl FnMut(Sight) + Clone + 'static) -> Result<SightWatch, BrowserError> {
    let window = globals::window()?;
    let of = element.clone();
    let mut look = move || {
        if let Ok(sight) = sight(&of) {
            then(sight);
        }
    };
    look();
    let on = |event, mut look: Box<dyn FnMut()>| Listener::new(window.clone().into(), event, move |_| look());
    let listeners = [on("scroll", Box::new(look.clone())), on("resize", Box::new(look.clone()))];
    Ok(SightWatch { _listeners: listeners, _size: watch_size(element, look)? })
}

fn sight(element: &HtmlElement) -> Result<Sight, BrowserError> {
    let window = globals::window()?;
    let number = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let from = -element.get_bounding_client_rect().top();
    let to = from + number(window.inner_height());
    Ok(Sight { width: f64::from(element.client_width()), from, to, rem: rem(&window) })
}

/// The size of the page's letters, in CSS pixels.
fn rem(window: &web_sys::Window) -> f64 {
    /// What browsers begin with.
    const USUAL: f64 = 16.0;
    let root = window.document().and_then(|document| document.document_element());
    let style = root.and_then(|root| window.get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok()).unwrap_or_default();
    size.strip_suffix("px").and_then(|pixels| pixels.parse().ok()).unwrap_or(USUAL)
}

/// Scrolls the page until what lies `down` CSS pixels below the upper edge of `element` is at the window's.
pub fn scroll_to(element: &Element, down: f64) {
    if let Ok(window) = globals::window() {
        window.scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top() + down);
    }
}

/// Moves the keyboard's focus to the first link in the element with this id, once that is drawn; the page is scrolled there.
pub fn focus_link_when_drawn(id: String) {
    wasm_bindgen_futures::spawn_local(async move {
        timer::breathe().await;
        focus_link(&id);
    });
}

/// Likewise, but scrolls first, as [`scroll_to`] does: a link that is in sight then stays where it is.
pub fn focus_link_when_drawn_at(id: String, element: Element, down: f64) {
    wasm_bindgen_futures::spawn_local(async move {
        timer::breathe().await;
        scroll_to(&element, down);
        focus_link(&id);
    });
}

fn focus_link(id: &str) {
    let link = globals::document().ok().and_then(|document| document.get_element_by_id(id));
    let link = link.and_then(|element| element.query_selector("a[href]").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        super::page::focus(&link);
    }
}
