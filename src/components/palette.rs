//! The palette: one field that finds every competency, piece and place, and does what can be done from anywhere. Ctrl or Cmd with K
//! opens it, and so does a button. All but the button comes when it is first opened.

mod act;
mod commands;
mod dialog;
mod entry;
mod offer;
mod pieces;
mod places;

use leptos::ev;
use leptos::prelude::*;
use platform::{keys, page};

use crate::i18n::t;
use crate::parts::{Later, apart, arriving};
use crate::state::{AppState, Phase};
use crate::ui::icon::{Glyph, Icon};

/// The button, and the palette while it is open. Neither is there before there is something to find: what was kept of a portfolio can
/// be searched while it is read.
#[component]
pub fn Palette() -> impl IntoView {
    let state = AppState::expect();
    let open = RwSignal::new(false);
    // Its code is there, or on its way.
    let wanted = RwSignal::new(false);
    let show = move || {
        open.set(true);
        wanted.set(true);
        // What pieces are found by is on its way while the code is.
        state.want_search();
    };
    let is_there = Memo::new(move |_| matches!(state.phase().get(), Phase::Starting | Phase::Remembered | Phase::Open));
    let by_key = window_event_listener(ev::keydown, move |event| {
        // Where the keys were taken for something else, or another question stands open, they do not mean this.
        if is_there.get_untracked() && !event.default_prevented() && keys::ask_to_find(&event) && !page::has_dialog() {
            event.prevent_default();
            show();
        }
    });
    on_cleanup(move || by_key.remove());
    let missing = Callback::new(move |()| {
        state.say(t::shell::unreached(), None);
        wanted.try_set(false);
    });
    let (keys, in_attribute) = if keys::is_apple() { ("⌘K", "Meta+K") } else { ("Ctrl+K", "Control+K") };
    view! {
        <Show when=move || is_there.get()>
            <button
                type="button"
                class="status-word palette-open"
                aria-haspopup="dialog"
                aria-keyshortcuts=in_attribute
                title=t::palette::open_title(keys)
                on:click=move |_| show()
            >
                <Icon glyph=Glyph::Search />
                {t::palette::open()}
            </button>
            <Show when=move || wanted.get()>{move || palette(open, missing)}</Show>
        </Show>
    }
}

/// The palette, open whenever `open` is true. Where its code does not come `missing` hears of it.
fn palette(open: RwSignal<bool>, missing: Callback<()>) -> impl IntoView {
    let view = async move {
        let view = palette_dialog(open).await;
        if view.is_err() {
            missing.run(());
        }
        view
    };
    arriving(view, || ().into_any())
}

apart! {
    fn palette_dialog in palette(open: RwSignal<bool>) -> Later<AnyView> {
        Box::pin(async move { view! { <dialog::PaletteDialog open /> }.into_any() })
    }
}
