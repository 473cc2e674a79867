//! What is true about the learner's work right now, as words with an icon: saved here, no network.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, Saved};
use crate::ui::icon::{Glyph, Icon};

/// The status words. Each opens to its details in Settings.
#[component]
pub fn Status() -> impl IntoView {
    let state = AppState::expect();
    let saved = move || match state.saved().get() {
        Saved::Saving => word(Glyph::Busy, t::shell::saving(), false),
        Saved::OnDisk => word(Glyph::Done, t::shell::saved(), false),
        Saved::Failed(_) => word(Glyph::Alert, t::shell::not_saved(), true),
    };
    let offline = move || (!state.online().get()).then(|| word(Glyph::Offline, t::shell::offline(), false));
    view! { <div class="status">{offline} {saved}</div> }
}

fn word(glyph: Glyph, words: &'static str, alert: bool) -> impl IntoView {
    let class = if alert { "status-word status-word-alert" } else { "status-word" };
    view! {
        <A
            href=format!("{}#storage", Place::Settings)
            attr:class=class
            attr:aria-label=t::shell::status_details(words)
        >
            <Icon glyph />
            {words}
        </A>
    }
}
