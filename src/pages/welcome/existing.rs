//! A portfolio that exists already, and a look around.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use platform::archive::ArchiveError;

use crate::components::arrival::ZipArrival;
use crate::components::storage::{Connect, RunProgress};
use crate::components::to_today::to_today;
use crate::components::work::WorkBar;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, Backup, SampleError, Work};

/// The ways in for somebody who has a portfolio.
#[component]
pub fn Existing() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="existing">
            <h2 id="existing">{t::archive::existing_title()}</h2>
            <p class="soft">{t::archive::existing_about()}</p>
            <ZipArrival label=t::archive::from_zip() />
            <details>
                <summary>{t::sync::from_storage()}</summary>
                <FromStorage />
            </details>
        </section>
    }
}

/// Connects to a storage, waits for what it holds, and goes on at Today with it.
#[component]
fn FromStorage() -> impl IntoView {
    let state = AppState::expect();
    let navigate = use_navigate();
    let is_connected = RwSignal::new(false);
    let progress = Signal::derive_local(move || match state.backup().get() {
        Backup::Running(progress) => progress,
        _ => None,
    });
    let has_come = Memo::new(move |_| {
        is_connected.get()
            && state.backup().with(|backup| matches!(backup, Backup::Whole(_) | Backup::Waiting | Backup::Incomplete))
    });
    let is_empty = Memo::new(move |_| {
        state.watch(&["learner"], |world| world.portfolio.learner().name.is_empty()).unwrap_or(true)
    });
    Effect::new(move |_| {
        if has_come.get() && !is_empty.get() {
            navigate(&Place::Today.to_string(), NavigateOptions::default());
        }
    });
    view! {
        <div class="stack">
            {move || {
                if is_connected.get() {
                    view! {
                        <div aria-live="polite">
                            {move || match has_come.get() {
                                false => view! { <RunProgress progress /> }.into_any(),
                                true => view! { <p>{t::sync::nothing_there()}</p> }.into_any(),
                            }}
                        </div>
                    }
                        .into_any()
                } else {
                    view! { <Connect connected=move |_| is_connected.set(true) /> }.into_any()
                }
            }}
        </div>
    }
}

/// The sample, for somebody who wants to see first.
#[component]
pub fn LookAround() -> impl IntoView {
    let state = AppState::expect();
    let to_today = to_today();
    let under_way = RwSignal::new_local(None::<Work>);
    let problem = RwSignal::new(None::<&'static str>);
    let look = move |_| {
        let (work, to_today) = (Work::new(), to_today.clone());
        under_way.set(Some(work.clone()));
        problem.set(None);
        spawn_local(async move {
            let fetched = state.fetch_sample(&work).await;
            // Somebody who went elsewhere meanwhile stays there.
            if under_way.try_set(None).is_some() {
                return;
            }
            match fetched {
                Ok(sample) => state.enter(sample, to_today).await,
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
