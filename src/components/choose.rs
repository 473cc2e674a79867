//! Putting a competency on the pathway, or seeing that it is there.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::{Intent, ItemId, Level};

use crate::i18n::t;
use crate::platform::page;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

fn link_id(competency: &ItemId) -> String {
    format!("chosen-{competency}")
}

/// A button while it is not chosen, a way to the pathway when it is. What is not ready can be chosen, too.
#[component]
pub fn ChooseGoal(
    competency: ItemId,
    name: String,
    /// Whether it is on the pathway as far as is known before a portfolio is open.
    #[prop(optional)]
    is_chosen: bool,
) -> impl IntoView {
    let state = AppState::expect();
    let chosen = {
        let competency = competency.clone();
        Memo::new(move |_| {
            state.watch(&["goal"], |world| world.portfolio.goal_for(&competency).is_some()).unwrap_or(is_chosen)
        })
    };
    let name = StoredValue::new(name);
    let competency = StoredValue::new(competency);
    let choose = move || {
        let intent = Intent::ChooseGoal { competency: competency.get_value(), aim: Level::PROFICIENT, due: None };
        if state.attempt_aloud(intent, t::pathway::chosen(name.get_value())).is_some() {
            // The button gives way to a link; whoever pressed it by keyboard goes on from there.
            page::focus_when_drawn(competency.with_value(link_id));
        }
    };
    let choose = move |_| state.when_open(choose);
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
                    {choose_named(name.get_value())}
                </button>
            }
            .into_any()
        }
    }
}

/// The words on the button. The name stands on the card already; it is said to those who hear the button alone.
fn choose_named(name: String) -> impl IntoView {
    const NAME: &str = "\0";
    let words = t::pathway::choose_named(NAME);
    let (before, after) = words.split_once(NAME).unwrap_or((&words, ""));
    view! {
        <span>
            {before.to_owned()}
            <span class="visually-hidden">{name}</span>
            {after.to_owned()}
        </span>
    }
}
