//! Words on what comes first, named one by one.

use leptos::prelude::*;
use portfolio::framework::Need;
use portfolio::succession::{self, Links, Move};

use crate::i18n::t;
use crate::state::{AppState, World};

/// So many are named; the others are counted.
const NAMED: usize = 8;

/// Which competency before which.
#[component]
pub fn NeedsNamed(#[prop(into)] needs: Signal<Vec<Need>>) -> impl IntoView {
    let state = AppState::expect();
    let named = move |need: &Need| {
        let name =
            |world: World<'_>| t::needs::pair(world.frameworks.name(&need.before), world.frameworks.name(&need.after));
        state.read(name).map(|pair| view! { <li>{pair}</li> })
    };
    let more = move || needs.with(Vec::len).saturating_sub(NAMED);
    view! {
        <ul class="small stack stack-tight ideas">
            {move || needs.with(|needs| needs.iter().take(NAMED).filter_map(named).collect_view())}
        </ul>
        <Show when=move || { more() > 0 }>
            <p class="soft small">{move || t::needs::more(more())}</p>
        </Show>
    }
}

/// What becomes of what the learner says comes first, if these moves are taken. Nothing where nothing does.
#[component]
pub fn NeedsAlong(#[prop(into)] moves: Signal<Vec<Move>>) -> impl IntoView {
    let state = AppState::expect();
    let links = Memo::new(move |_| {
        let topics = &["framework", "notes"];
        let links = |moves: &Vec<Move>| {
            state.watch(topics, |world| succession::links(world.portfolio, world.frameworks, moves))
        };
        moves.with(links).unwrap_or_default()
    });
    let told = move |pick: fn(Links) -> Vec<Need>, words: fn(usize) -> String| {
        let needs = Signal::derive(move || pick(links.get()));
        view! {
            <Show when=move || needs.with(|needs| !needs.is_empty())>
                <div class="stack stack-tight">
                    <p class="small">{move || words(needs.with(Vec::len))}</p>
                    <NeedsNamed needs />
                </div>
            </Show>
        }
    };
    view! {
        {told(|links| links.there.into_iter().collect(), |_| t::retired::needs_along().to_owned())}
        {told(|links| links.circles.into_iter().collect(), t::retired::needs_circles)}
        {told(|links| links.met.into_iter().collect(), t::retired::needs_met)}
    }
}
