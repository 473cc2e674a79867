//! A portfolio that exists already, and a look around.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::components::arrival::ZipArrival;
use crate::components::work::WorkBar;
use crate::i18n::t;
use crate::platform::archive::ArchiveError;
use crate::routes::Place;
use crate::state::{AppState, SampleError, Work};

/// The ways in for somebody who has a portfolio.
#[component]
pub fn Existing() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="existing">
            <h2 id="existing">{t::archive::existing_title()}</h2>
            <p class="soft">{t::archive::existing_about()}</p>
            <ZipArrival label=t::archive::from_zip() />
        </section>
    }
}

/// The sample, for somebody who wants to see first.
#[component]
pub fn LookAround() -> impl IntoView {
    let state = AppState::expect();
    let navigate = use_navigate();
    let under_way = RwSignal::new_local(None::<Work>);
    let problem = RwSignal::new(None::<&'static str>);
    let look = move |_| {
        let (work, navigate) = (Work::new(), navigate.clone());
        under_way.set(Some(work.clone()));
        problem.set(None);
        spawn_local(async move {
            let fetched = state.fetch_sample(&work).await;
            // Somebody who went elsewhere meanwhile stays there.
            if under_way.try_set(None).is_some() {
                return;
            }
            match fetched {
                Ok(sample) => {
                    let to_today = move || navigate(&Place::Today.to_string(), NavigateOptions::default());
                    state.enter(sample, to_today).await;
                }
                Err(error) => problem.set(sentence(&error)),
            }
        });
    };
    view! {
        <section class="card" aria-labelledby="look-around">
            <h2 id="look-around">{t::sample::title()}</h2>
            <p class="soft">{t::sample::about()}</p>
            <div aria-live="polite">
                {move || under_way.get().map(|work| view! { <WorkBar work label=t::sample::fetching() /> })}
                {move || problem.get().map(|words| view! { <p class="error">{words}</p> })}
            </div>
            <div class="row">
                <button type="button" class="button" disabled=move || under_way.read().is_some() on:click=look>
                    {t::sample::look()}
                </button>
            </div>
        </section>
    }
}

fn sentence(error: &SampleError) -> Option<&'static str> {
    match error {
        SampleError::NotThere => Some(t::sample::not_there()),
        SampleError::Archive(ArchiveError::Cancelled) => None,
        SampleError::Archive(ArchiveError::Quota) => Some(t::sample::full()),
        SampleError::Archive(_) => Some(t::sample::failed()),
    }
}
