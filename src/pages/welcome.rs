//! First run: who I am, what I like, what I work with, where I am. Every answer is stored as it is given and can be skipped.

mod existing;
mod framework;
mod interests;
mod name;
mod whereabouts;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{query_signal_with_options, use_navigate};

use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::parts::{Later, apart, arriving};
use crate::routes::Place;
use crate::state::AppState;

const STEPS: u8 = 4;

/// The four questions, one at a time; the URL says which, so that the browser's way back works.
#[component]
pub fn Welcome() -> impl IntoView {
    let (step, set_step) =
        query_signal_with_options::<u8>("step", NavigateOptions { scroll: true, ..Default::default() });
    let at = Memo::new(move |_| step.get().unwrap_or(1).clamp(1, STEPS));
    let state = AppState::expect();
    let navigate = use_navigate();
    let go = Callback::new(move |to: u8| {
        if to > STEPS {
            state.leave_welcome();
            navigate(&Place::Today.to_string(), NavigateOptions::default());
        } else {
            set_step.set(Some(to));
        }
    });
    view! {
        <div class="page page-narrow welcome">
            {move || {
                let here = at.get();
                let next = Callback::new(move |()| go.run(here + 1));
                let question = match here {
                    1 => view! { <name::NameStep next /> }.into_any(),
                    _ => arriving(later_step(state, here, next), unreached).into_any(),
                };
                view! {
                    <PageHead title=title(here) lead=lead(here) />
                    {question}
                    <div class="row row-apart">
                        {(here > 1)
                            .then(|| {
                                view! {
                                    <button
                                        type="button"
                                        class="button button-quiet"
                                        on:click=move |_| go.run(here - 1)
                                    >
                                        {t::welcome::back()}
                                    </button>
                                }
                            })}
                        <p class="soft small">{t::welcome::step(here, STEPS)}</p>
                    </div>
                    {(here == 1).then(|| arriving(ways_in(state), unreached))}
                }
            }}
        </div>
    }
}

apart! {
    fn later_step in welcome(state: AppState, step: u8, next: Callback<()>) -> Later<AnyView> {
        Box::pin(async move {
            state.opened().await;
            match step {
                2 => view! { <interests::InterestsStep next /> }.into_any(),
                3 => view! { <framework::FrameworkStep next /> }.into_any(),
                _ => view! { <whereabouts::WhereStep next /> }.into_any(),
            }
        })
    }

    fn ways_in in welcome(state: AppState) -> Later<AnyView> {
        Box::pin(async move {
            state.opened().await;
            view! {
                <existing::Existing />
                <existing::LookAround />
            }
            .into_any()
        })
    }
}

fn unreached() -> AnyView {
    view! { <p class="error">{t::shell::unreached()}</p> }.into_any()
}

fn title(step: u8) -> &'static str {
    match step {
        1 => t::welcome::title(),
        2 => t::welcome::interests_title(),
        3 => t::welcome::framework_title(),
        _ => t::welcome::place_title(),
    }
}

fn lead(step: u8) -> &'static str {
    match step {
        1 => t::welcome::lead(),
        2 => t::welcome::interests_lead(),
        3 => t::welcome::framework_lead(),
        _ => t::welcome::place_lead(),
    }
}
