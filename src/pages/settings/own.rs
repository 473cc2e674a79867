//! What the learner wrote about competencies: their own, and what they say comes first.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::ItemId;

use crate::components::save_told::SaveTold;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, Told};

/// A row for each that there is, to be saved as a file, and the competencies that were put away.
#[component]
pub fn OwnFrameworks() -> impl IntoView {
    let state = AppState::expect();
    let counts = Memo::new(move |_| {
        let counts = state.watch(&["own", "notes"], |world| {
            let own = world.portfolio.all_own().into_iter().filter(|own| own.standing.is_live()).count();
            let needs = world.portfolio.needs().filter(|need| world.portfolio.own(&need.after).is_none()).count();
            (own, needs)
        });
        counts.unwrap_or_default()
    });
    view! {
        <Show when=move || { counts.get().0 > 0 }>
            <Row name=t::own::mine() told=Told::Own label=t::own::save_own() about=move || t::own::count(counts.get().0) />
        </Show>
        <Show when=move || { counts.get().1 > 0 }>
            <Row
                name=t::own::needs()
                told=Told::Needs
                label=t::own::save_needs()
                about=move || t::own::needs_count(counts.get().1)
            />
        </Show>
        <PutAway />
    }
}

#[component]
fn Row(
    name: &'static str,
    told: Told,
    label: &'static str,
    about: impl Fn() -> String + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <div class="row row-apart">
            <span>
                <strong>{name}</strong>
                " "
                <span class="soft small">{about}</span>
            </span>
            <SaveTold told label />
        </div>
    }
}

/// Those that were put away, each with the way to its page.
#[component]
fn PutAway() -> impl IntoView {
    let state = AppState::expect();
    let away = Memo::new(move |_| {
        let away = state.watch(&["own", "framework"], |world| {
            let away = world.portfolio.all_own().into_iter().filter(|own| !own.standing.is_live());
            away.map(|own| (own.competency.clone(), world.frameworks.name(&own.competency))).collect::<Vec<_>>()
        });
        away.unwrap_or_default()
    });
    let link = |(id, name): (ItemId, String)| {
        view! {
            <li>
                <A href=Place::Competency(id.to_string()).to_string()>{name}</A>
            </li>
        }
    };
    view! {
        <Show when=move || !away.read().is_empty()>
            <details>
                <summary>{move || t::own::away_count(away.read().len())}</summary>
                <ul role="list" class="lines">
                    <For each=move || away.get() key=Clone::clone let(own)>
                        {link(own)}
                    </For>
                </ul>
            </details>
        </Show>
    }
}
