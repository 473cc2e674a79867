//! Three to five next steps, each with its reasons.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::next_steps::{self, NextStep, Reason};
use portfolio::{ItemId, Level};

use crate::components::choose::ChooseGoal;
use crate::components::interests;
use crate::components::level::{LevelOf, number};
use crate::i18n::{list, t};
use crate::routes::Place;
use crate::state::{AppState, World};

/// A step with its words.
#[derive(Clone, PartialEq)]
struct Card {
    id: ItemId,
    name: String,
    statement: String,
    held: Option<Level>,
    next: String,
    reasons: Vec<String>,
    only_said: bool,
}

fn card(world: World<'_>, step: NextStep) -> Option<Card> {
    let item = world.frameworks.item(&step.competency)?;
    Some(Card {
        id: item.id.clone(),
        name: item.name().to_owned(),
        statement: if item.name() == item.statement { String::new() } else { item.statement.clone() },
        held: step.held.map(|held| held.level),
        next: t::today::aim_next(number(step.next)),
        reasons: step.reasons.iter().map(|reason| sentence(world, reason)).collect(),
        only_said: !step.only_said.is_empty(),
    })
}

fn sentence(world: World<'_>, reason: &Reason) -> String {
    match reason {
        Reason::OnPathway { place, .. } => t::today::on_pathway(place + 1),
        Reason::NearlyThere { held } => t::today::nearly(number(*held)),
        Reason::InProgress { held } => t::today::in_progress(number(*held)),
        Reason::Interests { interests } => {
            let words: Vec<String> = interests.iter().map(|tag| interests::words(tag)).collect();
            t::today::interests(list(&words))
        }
        Reason::Opens { competencies } => {
            let name =
                |id: &ItemId| world.frameworks.item(id).map_or_else(|| id.to_string(), |item| item.name().to_owned());
            let names: Vec<String> = competencies.iter().map(name).collect();
            t::today::opens(names.len(), list(&names))
        }
        Reason::ComesNext => t::today::comes_next().to_owned(),
    }
}

/// The cards, and one tap to everything.
#[component]
pub fn NextSteps() -> impl IntoView {
    let state = AppState::expect();
    let cards = Memo::new(move |_| {
        let cards = state.watch(&["framework", "goal", "claim", "evidence", "learner"], |world| {
            let steps = next_steps::cards(world.portfolio, world.frameworks);
            steps.into_iter().filter_map(|step| card(world, step)).collect::<Vec<_>>()
        });
        cards.unwrap_or_default()
    });
    let has_framework =
        move || state.watch(&["framework"], |world| world.frameworks.iter().next().is_some()).unwrap_or(false);
    view! {
        <section class="stack" aria-labelledby="next-steps">
            <div class="row row-apart">
                <h2 id="next-steps">{t::today::next()}</h2>
                <A href=Place::Explore.to_string()>{t::today::all_open()}</A>
            </div>
            <ul role="list" class="stack">
                <For each=move || cards.get() key=|card| (card.id.clone(), card.reasons.clone(), card.held) let(card)>
                    <StepCard card />
                </For>
            </ul>
            <Show when=move || cards.read().is_empty()>
                <div class="empty">
                    {move || {
                        if has_framework() {
                            view! { <p>{t::today::next_none()}</p> }.into_any()
                        } else {
                            view! {
                                <p>{t::today::no_framework()}</p>
                                <A href=format!("{}#frameworks", Place::Settings) attr:class="button button-main">
                                    {t::pathway::to_settings()}
                                </A>
                            }
                                .into_any()
                        }
                    }}
                </div>
            </Show>
        </section>
    }
}

#[component]
fn StepCard(card: Card) -> impl IntoView {
    let Card { id, name, statement, held, next, reasons, only_said } = card;
    let reasons = reasons.into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view();
    let link = Place::Competency(id.to_string()).to_string();
    let title = name.clone();
    view! {
        <li>
            <article class="card">
                <h3>
                    <A href=link>{title}</A>
                </h3>
                {(!statement.is_empty()).then(|| view! { <p>{statement}</p> })}
                <p class="row">
                    {held.map(|held| view! { <LevelOf level=Some(held) /> })} <span class="soft small">{next}</span>
                </p>
                <ul class="reasons small">{reasons}</ul>
                {only_said.then(|| view! { <p class="soft small">{t::today::only_said()}</p> })}
                <div class="row">
                    <ChooseGoal competency=id name />
                </div>
            </article>
        </li>
    }
}
