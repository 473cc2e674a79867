//! Who I am; or a portfolio that exists already, or a look around.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::t;
use crate::state::AppState;
use crate::ui::cairn::{Cairn, Fill};
use crate::ui::field::{Field, describedby};

/// Asks for a name.
#[component]
pub fn NameStep(next: Callback<()>) -> impl IntoView {
    let state = AppState::expect();
    let known = state.read(|world| world.portfolio.learner().name.clone()).unwrap_or_default();
    let name = RwSignal::new(known);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked().trim().to_owned();
        if name.is_empty() {
            return next.run(());
        }
        spawn_local(async move {
            match state.name_learner(name).await {
                Ok(true) => drop(next.try_run(())),
                // Why not stands in the corner.
                Ok(false) => {}
                Err(_) => state.say(t::shell::unreached(), None),
            }
        });
    };
    view! {
        <form class="card" on:submit=submit>
            <div class="row row-start">
                <div class="welcome-cairn">
                    <Cairn count=5 fill=Fill::Solid label="" />
                </div>
                <div class="stack grow">
                    <h2>{t::welcome::name_title()}</h2>
                    <Field id="name" label=t::welcome::name() hint=t::welcome::name_hint()>
                        <input
                            id="name"
                            class="input"
                            autocomplete="given-name"
                            maxlength="80"
                            aria-describedby=describedby("name")
                            bind:value=name
                        />
                    </Field>
                    <div class="row">
                        <button type="submit" class="button button-main">
                            {t::welcome::next()}
                        </button>
                    </div>
                </div>
            </div>
        </form>
    }
}
