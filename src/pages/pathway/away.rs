//! The pathways that were put away, to be taken up again.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use portfolio::{EntityId, Intent};

use crate::components::pathways::called;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// Folded up, where there is any: each with a button that brings it back.
#[component]
pub fn PutAway() -> impl IntoView {
    let state = AppState::expect();
    let away = Memo::new(move |_| {
        let away = state.watch(&["pathway"], |world| {
            let away = world.portfolio.pathways_put_away().into_iter();
            away.map(|pathway| (pathway.id.clone(), called(pathway))).collect::<Vec<_>>()
        });
        away.unwrap_or_default()
    });
    let navigate = use_navigate();
    let take_up = Callback::new(move |(pathway, name): (EntityId, String)| {
        let place = Place::OnePathway(pathway.rest().to_owned());
        if state.attempt_aloud(Intent::TakeUpPathway { pathway }, t::pathway::taken_up(name)).is_some() {
            navigate(&place.to_string(), NavigateOptions::default());
        }
    });
    view! {
        <Show when=move || !away.read().is_empty()>
            <details>
                <summary>{move || t::pathway::away(away.read().len())}</summary>
                <ul role="list" class="lines">
                    <For each=move || away.get() key=Clone::clone let((pathway, name))>
                        <li class="row row-apart">
                            <span>{name.clone()}</span>
                            <button
                                type="button"
                                class="button"
                                aria-label=t::pathway::take_up_named(&name)
                                on:click=move |_| take_up.run((pathway.clone(), name.clone()))
                            >
                                {t::pathway::take_up()}
                            </button>
                        </li>
                    </For>
                </ul>
            </details>
        </Show>
    }
}
