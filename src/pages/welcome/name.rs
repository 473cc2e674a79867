//! Who I am; or a portfolio that exists already, or a look around.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::intent::Wording;

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
    let waits = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if waits.get_untracked() {
            return;
        }
        let name = name.get_untracked().trim().to_owned();
        if name.is_empty() {
            return next.run(());
        }
        waits.set(true);
        spawn_local(async move {
            let named = state.name_learner(name).await;
            // Somebody who went elsewhere meanwhile stays there.
            if waits.try_set(false).is_some() {
                return;
            }
            match named {
                Ok(true) => next.run(()),
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
                            maxlength=Wording::Name.most_letters()
                            aria-describedby=describedby("name")
                            bind:value=name
                        />
                    </Field>
                    <div class="row">
                        <button type="submit" class="button button-main" aria-disabled=move || waits.get().to_string()>
                            {t::welcome::next()}
                        </button>
                        <p class="soft" role="status">
                            {move || waits.get().then(t::shell::starting)}
                        </p>
                    </div>
                </div>
            </div>
        </form>
    }
}
