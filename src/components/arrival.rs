//! A portfolio that comes in a ZIP: picked, looked at, brought in.

mod bad;
mod found;
mod words;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::files;
use platform::profiles::Profile;

use crate::components::to_today::to_today;
use crate::components::work::WorkBar;
use crate::i18n::t;
use crate::state::{AppState, Arrival, Came};
use bad::BadList;
use found::FoundCard;
use words::{failure, whose};

/// The way for a ZIP, from picking it to being there. Whole portfolios are opened at once.
#[component]
pub fn ZipArrival(
    /// What stands on the button that picks the ZIP.
    label: &'static str,
) -> impl IntoView {
    let state = AppState::expect();
    let to_today = to_today();
    let enter = Callback::new(move |profile: Profile| {
        state.dismiss_arrival();
        spawn_local(state.enter(profile, to_today.clone()));
    });
    Effect::new(move |_| {
        if let Some(Arrival::Came(Came { profile: Some(profile), imported, .. })) = state.arrival()
            && imported.bad.is_empty()
        {
            enter.run(profile);
        }
    });
    let is_busy = move || matches!(state.arrival(), Some(Arrival::Looking(_) | Arrival::Coming(_)));
    let pick = move |event| {
        if let Some(zip) = files::chosen(&event).into_iter().next() {
            state.look_into(zip);
        }
    };
    view! {
        <div class="stack">
            <div class="row">
                <label class="button">
                    {label}
                    <input
                        type="file"
                        class="visually-hidden"
                        accept=".zip,application/zip"
                        disabled=is_busy
                        on:change=pick
                    />
                </label>
            </div>
            <div class="stack" aria-live="polite">
                {move || {
                    state
                        .arrival()
                        .map(|arrival| match arrival {
                            Arrival::Looking(work) => {
                                view! { <WorkBar work label=t::archive::looking() /> }.into_any()
                            }
                            Arrival::Found(found) => view! { <FoundCard found /> }.into_any(),
                            Arrival::Coming(work) => view! { <WorkBar work label=t::archive::coming() /> }.into_any(),
                            Arrival::Came(came) => view! { <CameCard came enter /> }.into_any(),
                            Arrival::Failed(error) => view! { <p class="error">{failure(&error)}</p> }.into_any(),
                        })
                }}
            </div>
        </div>
    }
}

/// What came in, what did not, and the way to it.
#[component]
fn CameCard(came: Came, enter: Callback<Profile>) -> impl IntoView {
    let state = AppState::expect();
    let Came { profile, imported, .. } = came;
    let rest = (!imported.bad.is_empty()).then(|| view! { <p>{t::archive::bad_rest()}</p> });
    let words = match &profile {
        Some(_) => t::archive::came(whose(&imported.about.name)),
        None => t::archive::came_here().to_owned(),
    };
    let way = match profile {
        Some(profile) => view! {
            <button type="button" class="button button-main" on:click=move |_| enter.run(profile.clone())>
                {t::archive::open()}
            </button>
        }
        .into_any(),
        None => view! {
            <button type="button" class="button" on:click=move |_| state.dismiss_arrival()>
                {t::archive::close()}
            </button>
        }
        .into_any(),
    };
    view! {
        <div class="card card-sunk">
            <p>{words}</p>
            <BadList bad=imported.bad />
            {rest}
            <div class="row">{way}</div>
        </div>
    }
}
