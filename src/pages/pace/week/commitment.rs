//! One commitment, and how it went.

use leptos::prelude::*;
use leptos_router::components::A;
use platform::page;
use portfolio::model::{Commitment, Outcome};
use portfolio::{EntityId, Intent};

use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

fn words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => t::week::done(),
        Outcome::Partly => t::week::partly(),
        Outcome::NotDone => t::week::not_done(),
    }
}

/// What it is, for which competency, and three answers to how it went.
#[component]
pub fn CommitmentRow(id: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let Some(Commitment { what, competency, .. }) =
        state.read(|world| world.portfolio.commitment(&id).cloned()).flatten()
    else {
        return ().into_any();
    };
    let outcome = {
        let id = id.clone();
        Memo::new(move |_| state.watch(&[id.as_str()], |world| world.portfolio.commitment(&id)?.outcome).flatten())
    };
    let group = id.rest().to_owned();
    let answers = Outcome::ALL
        .into_iter()
        .map(|answer| {
            let id = id.clone();
            let say = move |_| {
                state.attempt(Intent::SayOutcome { commitment: id.clone(), outcome: Some(answer) });
            };
            view! {
                <label class="chip">
                    <input
                        type="radio"
                        name=group.clone()
                        prop:checked=move || outcome.get() == Some(answer)
                        on:change=say
                    />
                    {words(answer)}
                </label>
            }
        })
        .collect_view();
    let topic = competency.map(|competency| {
        let name = state.read(|world| world.frameworks.name(&competency)).unwrap_or_default();
        view! {
            <A href=Place::Competency(competency.to_string()).to_string() attr:class="small">
                {name}
            </A>
        }
    });
    let removed = t::week::removed(&what);
    let remove = move |_| {
        if state.attempt_aloud(Intent::DropCommitment { commitment: id.clone() }, removed.clone()).is_some() {
            page::focus_when_drawn("week-title".to_owned());
        }
    };
    view! {
        <li class="stack stack-tight">
            <div class="row row-apart row-start">
                <span class="stack stack-tight grow">
                    <span>{what.clone()}</span>
                    {topic}
                </span>
                <button
                    type="button"
                    class="button button-icon button-quiet"
                    aria-label=t::week::remove(&what)
                    on:click=remove
                >
                    <Icon glyph=Glyph::Remove />
                </button>
            </div>
            <fieldset>
                <legend class="visually-hidden">{t::week::how(&what)}</legend>
                <div class="chips">{answers}</div>
            </fieldset>
        </li>
    }
    .into_any()
}
