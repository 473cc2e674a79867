//! Moments in the life of the page.

use web_sys::VisibilityState;

use super::{BrowserError, Listener, globals};

/// A moment that the app must know of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The page goes away, perhaps for ever: write the last words now, synchronously.
    Leaving,
    /// The page comes back from the browser's back/forward cache; what it holds may be old.
    Returning,
    /// The page went out of sight (another tab, a locked phone) and may never run again: store what is pending.
    Hidden,
    /// The page is in sight again; connections may have been lost in between.
    Visible,
    /// The browser thinks that there is a network. A hint only: try.
    Online,
    /// The browser knows of no network.
    Offline,
}

/// Calls `then` at each such moment, until the listener is dropped.
///
/// # Errors
/// Outside a page.
pub fn on(moment: Moment, mut then: impl FnMut() + 'static) -> Result<Listener, BrowserError> {
    let window = globals::window()?;
    let name = match moment {
        Moment::Leaving => "pagehide",
        Moment::Returning => "pageshow",
        Moment::Online => "online",
        Moment::Offline => "offline",
        Moment::Hidden => return on_visibility(VisibilityState::Hidden, then),
        Moment::Visible => return on_visibility(VisibilityState::Visible, then),
    };
    let first_show = moment == Moment::Returning;
    Ok(Listener::new(window.into(), name, move |event| {
        // `pageshow` also fires at every ordinary load.
        if !first_show || globals::property_of::<js_sys::Boolean>(&event, "persisted").is_ok_and(|it| it.value_of()) {
            then();
        }
    }))
}

fn on_visibility(state: VisibilityState, mut then: impl FnMut() + 'static) -> Result<Listener, BrowserError> {
    let document = globals::document()?;
    let target = document.clone();
    Ok(Listener::new(target.into(), "visibilitychange", move |_| {
        if document.visibility_state() == state {
            then();
        }
    }))
}

/// Whether the browser knows of a network. `true` promises nothing.
pub fn is_online() -> bool {
    globals::window().is_ok_and(|window| window.navigator().on_line())
}
