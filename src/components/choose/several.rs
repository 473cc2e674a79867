//! On which of several pathways a competency stands.

use leptos::prelude::*;
use portfolio::intent::NewGoal;
use portfolio::{EntityId, Intent, ItemId, Level};

use super::around;
use crate::components::pathways;
use crate::i18n::{list, t};
use crate::state::{AppState, World};
use crate::ui::icon::{Glyph, Icon};

/// A pathway, and whether the competency is on it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Choice {
    pathway: EntityId,
    name: String,
    is_on: bool,
}

fn choices(world: World<'_>, competency: &ItemId) -> Vec<Choice> {
    let choice = |(pathway, name): (EntityId, String)| {
        let goal = world.portfolio.goal(&EntityId::goal(&pathway, competency));
        Choice { is_on: goal.is_some_and(|goal| goal.standing.is_live()), pathway, name }
    };
    pathways::all(world).into_iter().map(choice).collect()
}

/// Where the focus goes when it is asked which pathway.
pub fn id(competency: &ItemId) -> String {
    format!("choose-{competency}")
}

/// Folded up: where it stands. Unfolded, as it is when `is_asked`: each pathway, to put it on or take it off.
#[component]
pub fn Several(competency: ItemId, name: String, is_asked: RwSignal<bool>) -> impl IntoView {
    let state = AppState::expect();
    let of = competency.clone();
    let choices =
        Memo::new(move |_| state.watch(&["goal", "pathway"], |world| choices(world, &of)).unwrap_or_default());
    let known = Memo::new(move |_| {
        choices.get().into_iter().map(|Choice { pathway, name, .. }| (pathway, name)).collect::<Vec<_>>()
    });
    let (label, called) = (t::pathway::choose_which(&name), name.clone());
    let summary = move || {
        let on: Vec<_> = choices.get().into_iter().filter(|choice| choice.is_on).map(|choice| choice.name).collect();
        if on.is_empty() {
            view! {
                <Icon glyph=Glyph::Add />
                {around(t::pathway::choose_on, called.clone())}
            }
            .into_any()
        } else {
            view! {
                <Icon glyph=Glyph::Flag />
                {t::pathway::on_several(list(&on))}
            }
            .into_any()
        }
    };
    let name = StoredValue::new(name);
    let id = id(&competency);
    let competency = StoredValue::new(competency);
    view! {
        <details class="choose-several" open=move || is_asked.get()>
            <summary id=id class="button">
                {summary}
            </summary>
            <div class="chips" role="group" aria-label=label>
                <For each=move || known.get() key=Clone::clone let((pathway, called))>
                    {
                        let of = pathway.clone();
                        let is_on = Memo::new(move |_| {
                            choices.with(|all| all.iter().any(|choice| choice.pathway == of && choice.is_on))
                        });
                        let label = called.clone();
                        let toggle = move |_| {
                            let (intent, done) = competency.with_value(|competency| {
                                let name = name.get_value();
                                toggled(&pathway, competency, is_on.get_untracked(), name, &called)
                            });
                            state.attempt_aloud(intent, done);
                        };
                        view! {
                            <button
                                type="button"
                                class="chip"
                                aria-pressed=move || is_on.get().to_string()
                                on:click=toggle
                            >
                                {label}
                            </button>
                        }
                    }
                </For>
            </div>
        </details>
    }
}

/// What puts it on a pathway or takes it off, and what is said then.
fn toggled(pathway: &EntityId, competency: &ItemId, is_on: bool, name: String, called: &str) -> (Intent, String) {
    if is_on {
        let goal = EntityId::goal(pathway, competency);
        return (Intent::DropGoal { goal }, t::pathway::dropped_from(name, called));
    }
    let goal = NewGoal { competency: competency.clone(), aim: Level::PROFICIENT, due: None };
    (Intent::ChooseGoal { pathway: pathway.clone(), goal }, t::pathway::chosen_on(name, called))
}
