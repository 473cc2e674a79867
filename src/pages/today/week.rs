//! This week: what I set out to do, and how the plan stands.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::Intent;
use portfolio::first_screen::{Promise, ThisWeek as Week};
use portfolio::model::Outcome;

use crate::components::pace_words::sentence;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// The week, where there is something to say of it. All the rest of it is at [`Place::Pace`].
#[component]
pub fn ThisWeek() -> impl IntoView {
    let state = AppState::expect();
    let week = Memo::new(move |_| state.first_screen().map(|screen| screen.week.clone()).unwrap_or_default());
    let promises = Memo::new(move |_| week.with(|week| week.promises.clone()));
    let stands = move || week.with(|week| week.pace).map(|pace| view! { <p class="measure">{sentence(pace)}</p> });
    view! {
        <Show when=move || !week.with(Week::is_empty)>
            <section class="card this-week" aria-labelledby="this-week">
                <div class="row row-apart">
                    <h2 id="this-week" class="aside-title">{t::week::this_week()}</h2>
                    <A href=Place::Pace.to_string()>{t::today::to_pace()}</A>
                </div>
                {stands}
                <Show when=move || !promises.read().is_empty()>
                    <ul role="list" class="this-week-list" aria-label=t::today::promises()>
                        <For
                            each=move || promises.get()
                            key=|promise| (promise.id.clone(), promise.what.clone(), promise.topic.clone())
                            let(promise)
                        >
                            <PromiseLine promise promises />
                        </For>
                    </ul>
                </Show>
            </section>
        </Show>
    }
}

/// One thing, to be ticked when it is done; ticked by mistake, it is open again. The line stays where it is then, and so does the
/// focus in it.
#[component]
fn PromiseLine(promise: Promise, promises: Memo<Vec<Promise>>) -> impl IntoView {
    let state = AppState::expect();
    let Promise { id, what, topic, .. } = promise;
    let outcome = Memo::new({
        let id = id.clone();
        move |_| promises.with(|promises| promises.iter().find(|promise| promise.id == id)?.outcome)
    });
    let say = move |is_done: bool| {
        let outcome = is_done.then_some(Outcome::Done);
        state.attempt(Intent::SayOutcome { commitment: id.clone(), outcome });
    };
    let otherwise = move || match outcome.get() {
        Some(Outcome::Partly) => Some(t::week::partly()),
        Some(Outcome::NotDone) => Some(t::week::not_done()),
        Some(Outcome::Done) | None => None,
    };
    view! {
        <li class="row">
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || outcome.get() == Some(Outcome::Done)
                    on:change:target=move |event| say(event.target().checked())
                />
                {what}
            </label>
            {topic
                .map(|(competency, name)| {
                    view! {
                        <A href=Place::Competency(competency.to_string()).to_string() attr:class="small">
                            {name}
                        </A>
                    }
                })}
            {move || otherwise().map(|words| view! { <span class="soft small">{words}</span> })}
        </li>
    }
}
