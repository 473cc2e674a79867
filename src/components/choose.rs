//! Putting a competency on a pathway, or seeing that it is there.

mod several;

use leptos::prelude::*;
use leptos_router::components::A;
use platform::page;
use portfolio::intent::NewGoal;
use portfolio::{EntityId, Intent, ItemId, Level};

use crate::components::pathways;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};
use several::Several;

/// A button while it is not chosen, a way to the pathway when it is; of several pathways, the choice. What is not ready can be chosen, too.
#[component]
pub fn ChooseGoal(
    competency: ItemId,
    name: String,
    /// Whether it is on the pathway as far as is known before a portfolio is open.
    #[prop(optional)]
    is_chosen: bool,
) -> impl IntoView {
    let state = AppState::expect();
    let is_one_of_several =
        Memo::new(move |_| state.watch(&["pathway"], |world| world.portfolio.pathways().len() > 1).unwrap_or_default());
    let is_asked = RwSignal::new(false);
    move || {
        let (competency, name) = (competency.clone(), name.clone());
        if is_one_of_several.get() {
            view! { <Several competency name is_asked /> }.into_any()
        } else {
            view! { <OnTheOne competency name is_chosen is_asked /> }.into_any()
        }
    }
}

fn link_id(competency: &ItemId) -> String {
    format!("chosen-{competency}")
}

/// While there is one pathway nobody is asked which. That there are several may only be known when the portfolio is open, after the button
/// was pressed: then `is_asked`.
#[component]
fn OnTheOne(competency: ItemId, name: String, is_chosen: bool, is_asked: RwSignal<bool>) -> impl IntoView {
    let state = AppState::expect();
    let chosen = {
        let competency = competency.clone();
        Memo::new(move |_| state.watch(&["goal"], |world| world.portfolio.is_chosen(&competency)).unwrap_or(is_chosen))
    };
    let name = StoredValue::new(name);
    let competency = StoredValue::new(competency);
    let choose = move |_| {
        let (competency, name) = (competency.get_value(), name.get_value());
        state.when_open(move || choose_when_open(state, competency, &name, is_asked));
    };
    move || {
        if chosen.get() {
            view! {
                <A href=Place::Pathway.to_string() attr:id=competency.with_value(link_id) attr:class="button button-quiet">
                    <Icon glyph=Glyph::Flag />
                    {t::pathway::on_pathway()}
                </A>
            }
            .into_any()
        } else {
            view! {
                <button type="button" class="button" on:click=choose>
                    <Icon glyph=Glyph::Add />
                    {around(t::pathway::choose_named, name.get_value())}
                </button>
            }
            .into_any()
        }
    }
}

/// Puts it on the one pathway. Of several, the choice unfolds where the button was; where that has gone, it is the first, as is said.
fn choose_when_open(state: AppState, competency: ItemId, name: &str, is_asked: RwSignal<bool>) {
    let known = state.read(pathways::all).unwrap_or_default();
    let is_one_of_several = known.len() > 1;
    if is_one_of_several && is_asked.try_set(true).is_none() {
        page::focus_when_drawn(several::id(&competency));
        return;
    }
    let pathway = EntityId::first_pathway();
    let done = match known.iter().find(|(id, _)| is_one_of_several && *id == pathway) {
        Some((_, called)) => t::pathway::chosen_on(name, called),
        None => t::pathway::chosen(name),
    };
    let link = link_id(&competency);
    let goal = NewGoal { competency, aim: Level::PROFICIENT, due: None };
    if state.attempt_aloud(Intent::ChooseGoal { pathway, goal }, done).is_some() {
        // The button gives way to a link; whoever pressed it by keyboard goes on from there.
        page::focus_when_drawn(link);
    }
}

/// Words around a name. The name stands on the card already; it is said to those who hear the button alone.
fn around(words: fn(&'static str) -> String, name: String) -> impl IntoView {
    const NAME: &str = "\0";
    let words = words(NAME);
    let (before, after) = words.split_once(NAME).unwrap_or((&words, ""));
    view! {
        <span>
            {before.to_owned()}
            <span class="visually-hidden">{name}</span>
            {after.to_owned()}
        </span>
    }
}
