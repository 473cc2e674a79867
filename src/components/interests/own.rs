//! An interest in the learner's own words.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use portfolio::Intent;
use portfolio::intent::Wording;

use crate::i18n::t;
use crate::state::AppState;
use crate::ui::field::{Field, describedby};

const FIELD: &str = "own-interest";

/// A field for one more.
#[component]
pub fn OwnInterest() -> impl IntoView {
    let state = AppState::expect();
    let written = RwSignal::new(String::new());
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let interest = written.get_untracked().trim().to_owned();
        if !interest.is_empty() && state.attempt(Intent::AddInterest { interest }).is_some() {
            written.set(String::new());
        }
    };
    view! {
        <form class="explore-filters" on:submit=add>
            <Field id=FIELD label=t::interest::own()>
                <input
                    id=FIELD
                    class="input"
                    maxlength=Wording::Interest.most_letters()
                    autocomplete="off"
                    aria-describedby=describedby(FIELD)
                    bind:value=written
                />
            </Field>
            <button type="submit" class="button">
                {t::interest::add()}
            </button>
        </form>
    }
}
