//! The page as a document: its title, language, appearance and focus.

use std::cell::Cell;

use wasm_bindgen::JsValue;

use super::preferences::Theme;
use super::{BrowserError, globals, timer};

/// Whether the browser treats the address as secure (https, or the own machine). If not, much of what Cairn needs is missing.
pub fn is_secure() -> bool {
    globals::window().is_ok_and(|window| window.is_secure_context())
}

/// The origin that the page comes from: `https://cairn.school.example`.
pub fn origin() -> String {
    let window = globals::window().ok();
    window.and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The path the app is served under, beginning and ending with `/`: `/`, or `/cairn/`.
///
/// The build says it in `<meta name="cairn-base">`; a `<base>` element would be refused by the content security policy.
pub fn base() -> String {
    meta("cairn-base").unwrap_or_else(|_| "/".to_owned())
}

/// The place that the address names, below where the app is served: `/pathway`.
pub fn place() -> String {
    let path = globals::window().ok().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    let below = path.strip_prefix(base().trim_end_matches('/')).unwrap_or_default();
    format!("/{}", below.trim_matches('/'))
}

/// Whether what was pressed is a link to the very address that the page has, and to no place within it.
pub fn leads_here(event: &web_sys::MouseEvent) -> bool {
    use wasm_bindgen::JsCast as _;
    let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let link = pressed.and_then(|pressed| pressed.closest("a").ok().flatten());
    let address = link.and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok()).map(|link| link.href());
    let here = globals::window().ok().and_then(|window| window.location().href().ok());
    address.is_some_and(|address| !address.contains('#') && here.is_some_and(|here| here == address))
}

/// Names another place in the address, as if it had been asked for from the start.
///
/// # Errors
/// Outside a page.
pub fn replace_place(place: &str) -> Result<(), BrowserError> {
    let address = format!("{}{place}", base().trim_end_matches('/'));
    let history = globals::window()?.history()?;
    Ok(history.replace_state_with_url(&JsValue::NULL, "", Some(&address))?)
}

/// What the query of the address says for `name` now.
pub fn parameter(name: &str) -> Option<String> {
    let query = globals::window().ok()?.location().search().ok()?;
    let mut parts = query.trim_start_matches('?').split('&').filter_map(|part| part.split_once('='));
    let (_, said) = parts.find(|(other, _)| *other == name)?;
    js_sys::decode_uri_component(said).ok().map(String::from)
}

/// Says `value` for `name` in the query of the address, at once.
///
/// # Errors
/// Outside a page.
pub fn replace_parameter(name: &str, value: &str) -> Result<(), BrowserError> {
    let window = globals::window()?;
    let query = window.location().search()?;
    let parts = query.trim_start_matches('?').split('&');
    let others = parts.filter(|part| !part.is_empty() && part.split('=').next() != Some(name));
    let said = format!("{name}={}", js_sys::encode_uri_component(value));
    let query = others.map(str::to_owned).chain([said]).collect::<Vec<_>>().join("&");
    Ok(window.history()?.replace_state_with_url(&JsValue::NULL, "", Some(&format!("?{query}")))?)
}

/// Which build of the app this is, by the names of its files, which hold the hashes of what is in them.
pub fn build() -> String {
    let file = |id: &str| globals::document().ok()?.get_element_by_id(id)?.get_attribute("href");
    ["cairn-glue", "cairn-wasm"].into_iter().filter_map(file).collect::<Vec<_>>().join(" ")
}

/// Names the document, for the tab, the history and screen readers.
pub fn set_title(title: &str) {
    if let Ok(document) = globals::document() {
        document.set_title(title);
    }
}

/// Says which language the page speaks.
///
/// # Errors
/// Outside a page.
pub fn set_language(tag: &str) -> Result<(), BrowserError> {
    Ok(root()?.set_attribute("lang", tag)?)
}

/// Shows the page light or dark (`data-theme` on the root, absent for the system's choice).
///
/// # Errors
/// Outside a page.
pub fn set_theme(theme: Theme) -> Result<(), BrowserError> {
    let root = root()?;
    match theme {
        Theme::System => root.remove_attribute("data-theme")?,
        Theme::Light => root.set_attribute("data-theme", "light")?,
        Theme::Dark => root.set_attribute("data-theme", "dark")?,
    }
    Ok(())
}

/// Takes away what stood there until a place was drawn, if it still does.
pub fn raise_curtain() {
    if let Some(curtain) = globals::document().ok().and_then(|document| document.get_element_by_id("skeleton")) {
        curtain.remove();
    }
}

/// Moves the keyboard's focus to `element`; one that cannot take it leaves the focus where it was.
pub fn focus(element: &web_sys::HtmlElement) {
    drop(element.focus());
}

/// The id of what has the keyboard's focus, if it has one.
pub fn focused() -> Option<String> {
    let id = globals::document().ok()?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// Whether the element with this id, or something in it, has the keyboard's focus.
pub fn has_focus_within(id: &str) -> bool {
    let Ok(document) = globals::document() else { return false };
    let focused = document.active_element();
    document.get_element_by_id(id).is_some_and(|element| element.contains(focused.as_deref()))
}

/// Moves the keyboard's focus to the element with this id once what is being drawn now stands there. Where there is none the
/// focus stays.
pub fn focus_when_drawn(id: String) {
    wasm_bindgen_futures::spawn_local(async move {
        // The next key comes before any task that waits: what is drawn in this one has to have the focus before it ends.
        timer::end_of_task().await;
        focus_on(&id);
        let was_there = focused().as_ref() == Some(&id);
        timer::breathe().await;
        // What is drawn by a later one, such as the head of a place, may have taken it; so may a key, which is left alone.
        if !(was_there && is_tabbed_to()) {
            focus_on(&id);
        }
    });
}

/// Whether the focus is where Tab leads.
fn is_tabbed_to() -> bool {
    use wasm_bindgen::JsCast as _;
    let element = globals::document().ok().and_then(|document| document.active_element());
    let element = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    element.is_some_and(|element| element.tab_index() >= 0)
}

fn focus_on(id: &str) {
    use wasm_bindgen::JsCast as _;
    if focused().as_deref() == Some(id) {
        return;
    }
    let element = globals::document().ok().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        focus(&element);
    }
}

/// Whether the page is at least this wide, in the size of its letters (`rem`).
pub fn is_wide(rem: u16) -> bool {
    let matches = |window: web_sys::Window| window.match_media(&format!("(min-width: {rem}rem)")).ok()?;
    globals::window().ok().and_then(matches).is_some_and(|media| media.matches())
}

/// Whether the person asked their system for less motion.
pub fn wants_less_motion() -> bool {
    let matches = |window: web_sys::Window| window.match_media("(prefers-reduced-motion: reduce)").ok()?;
    globals::window().ok().and_then(matches).is_some_and(|media| media.matches())
}

/// Scrolls `follower` as far as `leader` is scrolled, each in its own length.
pub fn scroll_along(leader: &web_sys::Element, follower: &web_sys::Element) {
    let room = |element: &web_sys::Element| element.scroll_height() - element.client_height();
    let (of_leader, of_follower) = (room(leader), room(follower));
    if of_leader > 0 && of_follower > 0 {
        let share = f64::from(leader.scroll_top()) / f64::from(of_leader);
        follower.set_scroll_top((share * f64::from(of_follower)).round() as i32);
    }
}

/// Scrolls `list` no farther than it takes to show the element with this id in it.
pub fn scroll_to_show(list: &web_sys::Element, id: &str) {
    let Some(element) = globals::document().ok().and_then(|document| document.get_element_by_id(id)) else { return };
    let (shown, room) = (element.get_bounding_client_rect(), list.get_bounding_client_rect());
    let above = (shown.top() - room.top()).min(0.0);
    let below = (shown.bottom() - room.bottom()).max(0.0);
    list.set_scroll_top(list.scroll_top() + (above + below).round() as i32);
}

/// Whether a dialog stands open.
pub fn has_dialog() -> bool {
    let open = globals::document().and_then(|document| Ok(document.query_selector("dialog[open]")?));
    open.is_ok_and(|dialog| dialog.is_some())
}

thread_local! {
    static PLACES_ENTERED: Cell<u32> = const { Cell::new(0) };
}

/// Whether the place being entered was reached from within the app: false the first time it is asked, true from then on.
/// On the first page the browser's own focus is left alone.
pub fn was_navigated() -> bool {
    PLACES_ENTERED.replace(PLACES_ENTERED.get().saturating_add(1)) > 0
}

/// Whether no place but the one that was entered last was ever entered on this page.
pub fn is_first_place() -> bool {
    PLACES_ENTERED.get() <= 1
}

/// Whether the page is higher than it is wide.
pub fn is_upright() -> bool {
    let side = |side: Result<JsValue, JsValue>| side.ok().and_then(|pixels| pixels.as_f64()).unwrap_or_default();
    globals::window().is_ok_and(|window| side(window.inner_height()) > side(window.inner_width()))
}

/// Whether the browser shows a PDF in a frame; phones mostly do not.
pub fn shows_pdf() -> bool {
    globals::window().is_ok_and(|window| {
        globals::property_of::<js_sys::Boolean>(&window.navigator(), "pdfViewerEnabled").is_ok_and(|it| it.value_of())
    })
}

/// Opens the browser's print dialog.
///
/// # Errors
/// Where printing is not possible.
pub fn print() -> Result<(), BrowserError> {
    Ok(globals::window()?.print()?)
}

/// Loads the page again.
///
/// # Errors
/// Outside a page.
pub fn reload() -> Result<(), BrowserError> {
    Ok(globals::window()?.location().reload()?)
}

fn root() -> Result<web_sys::Element, BrowserError> {
    let missing = || BrowserError::new("InvalidStateError", "the document is empty");
    globals::document()?.document_element().ok_or_else(missing)
}

/// The content of `<meta name="…">`: how the build tells the app the hashed names of its parts.
pub(crate) fn meta(name: &str) -> Result<String, BrowserError> {
    let missing = || BrowserError::new("NotFoundError", format!("the page has no meta named {name}"));
    let element = globals::document()?.query_selector(&format!("meta[name='{name}']"))?.ok_or_else(missing)?;
    element.get_attribute("content").ok_or_else(missing)
}
