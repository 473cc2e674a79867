//! A competency of the pathways, chosen from a list.

use leptos::prelude::*;
use portfolio::ItemId;
use portfolio::model::Turn;

use crate::i18n::t;
use crate::state::AppState;
use crate::ui::field::{Field, describedby};

/// What is on the pathways, or nothing of it.
#[component]
pub fn Topics(id: &'static str, label: &'static str, topic: RwSignal<Option<ItemId>>) -> impl IntoView {
    let state = AppState::expect();
    let topics = Memo::new(move |_| {
        let topics = state.watch(&["goal", "pathway", "framework"], |world| {
            let named = |turn: Turn<'_>| (turn.goal.competency.clone(), world.frameworks.name(&turn.goal.competency));
            world.portfolio.by_turn().into_iter().map(named).collect::<Vec<_>>()
        });
        topics.unwrap_or_default()
    });
    let choose = move |value: String| topic.set(ItemId::new(&value).ok());
    view! {
        <Field id label>
            <select
                id=id
                class="input"
                aria-describedby=describedby(id)
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="" prop:selected=move || topic.read().is_none()>
                    {t::week::no_topic()}
                </option>
                <For each=move || topics.get() key=Clone::clone let((competency, name))>
                    <option
                        value=competency.to_string()
                        prop:selected=move || topic.read().as_ref() == Some(&competency)
                    >
                        {name}
                    </option>
                </For>
            </select>
        </Field>
    }
}
