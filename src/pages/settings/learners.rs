//! The learners on this device. A profile is a door, not a lock, and the list says so.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::profiles::{self, Profile, ProfileKind};
use platform::store::StoreError;

use crate::components::shell::store_error;
use crate::components::to_today::to_today;
use crate::i18n::t;
use crate::state::AppState;

/// Everyone who has a portfolio here, and a way to begin another.
#[component]
pub fn Learners() -> impl IntoView {
    let state = AppState::expect();
    let everyone = move || {
        state.profile().track();
        state.track("learner");
        profiles::all()
    };
    let is_here = move |profile: &Profile| state.profile().get().is_some_and(|here| here.id == profile.id);
    let (to_them, to_new) = (to_today(), to_today());
    let open = Callback::new(move |profile: Profile| spawn_local(state.enter(profile, to_them.clone())));
    let begin = move |_| {
        let to_today = to_new.clone();
        spawn_local(async move {
            if let Err(error) = state.enter_new(to_today).await {
                state.say(store_error(&StoreError::from(error)), None);
            }
        });
    };
    view! {
        <section id="learners" class="stack" aria-labelledby="learners-title">
            <h2 id="learners-title" tabindex="-1">{t::settings::learners()}</h2>
            <p class="soft">{t::settings::learners_about()}</p>
            <ul role="list" class="lines">
                {move || {
                    everyone()
                        .into_iter()
                        .map(|profile| {
                            let name = match profile.name.as_str() {
                                "" => t::settings::nameless().to_owned(),
                                name => name.to_owned(),
                            };
                            let here = is_here(&profile);
                            let label = t::settings::learner_open(&name);
                            let mark = (profile.kind == ProfileKind::Sample).then(t::sample::mark);
                            view! {
                                <li class="row row-apart">
                                    <span>{name} " " <span class="soft small">{mark}</span></span>
                                    {if here {
                                        view! { <span class="soft small">{t::settings::learner_here()}</span> }.into_any()
                                    } else {
                                        view! {
                                            <button
                                                type="button"
                                                class="button"
                                                on:click=move |_| open.run(profile.clone())
                                            >
                                                {label}
                                            </button>
                                        }
                                            .into_any()
                                    }}
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
            <p>
                <button
                    type="button"
                    class="button"
                    on:click=begin
                >
                    {t::settings::learner_new()}
                </button>
            </p>
        </section>
    }
}
