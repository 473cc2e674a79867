//! What I am called and what I like.

use leptos::prelude::*;
use portfolio::Intent;
use portfolio::intent::Wording;

use crate::components::interests::{Interests, OwnInterest, SuggestedInterests};
use crate::i18n::t;
use crate::state::AppState;
use crate::ui::field::Field;

/// Name and interests; stored as they change.
#[component]
pub fn Me() -> impl IntoView {
    let state = AppState::expect();
    let name = move || state.watch(&["learner"], |world| world.portfolio.learner().name.clone()).unwrap_or_default();
    view! {
        <section id="me" class="stack" aria-labelledby="me-title">
            <h2 id="me-title" tabindex="-1">{t::settings::me()}</h2>
            <Field id="my-name" label=t::settings::name()>
                <input
                    id="my-name"
                    class="input"
                    autocomplete="given-name"
                    maxlength=Wording::Name.most_letters()
                    prop:value=name
                    on:change:target=move |event| {
                        state.attempt(Intent::SetName { name: event.target().value().trim().to_owned() });
                    }
                />
            </Field>
            <h3 class="aside-title">{t::settings::interests()}</h3>
            <Interests />
            <OwnInterest />
            <SuggestedInterests />
        </section>
    }
}
