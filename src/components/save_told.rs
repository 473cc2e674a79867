//! Handing what the learner wrote to others, as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::t;
use crate::state::{AppState, Told};
use crate::ui::icon::{Glyph, Icon};

/// A button that saves it, and says so, or that it could not.
#[component]
pub fn SaveTold(
    /// What of it.
    #[prop(into)]
    told: Signal<Told>,
    /// The whole name of the button, for those who hear it alone.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let state = AppState::expect();
    let save = move |_| {
        let told = told.get_untracked();
        spawn_local(async move {
            let is_saved = state.save_told(told).await;
            state.say(if is_saved { t::own::saved() } else { t::own::not_saved() }, None);
        });
    };
    view! {
        <button type="button" class="button button-quiet" aria-label=move || label.get() on:click=save>
            <Icon glyph=Glyph::Download />
            {t::own::save()}
        </button>
    }
}
