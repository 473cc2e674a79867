//! The goals behind the lines.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::pace::{GoalPace, Pace};

use super::chart::date;
use super::spread::Spread;
use super::topics::name;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, World};

/// A dated goal in words.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    competency: String,
    name: String,
    about: String,
}

impl Row {
    fn of(goal: &GoalPace, world: World<'_>) -> Self {
        let due = goal.due.map(date).unwrap_or_default();
        Self {
            competency: goal.competency.to_string(),
            name: name(world, &goal.competency),
            about: t::pace::goal_steps(goal.done_on(world.today), goal.steps, due),
        }
    }
}

/// Each dated goal with its steps, how many have no date, and a way to date them all.
#[component]
pub fn Goals(pace: Memo<Option<Pace>>) -> impl IntoView {
    let state = AppState::expect();
    let rows = Memo::new(move |_| {
        let rows = |pace: &Pace| {
            state
                .read(|world| pace.dated.iter().map(|goal| Row::of(goal, world)).collect::<Vec<_>>())
                .unwrap_or_default()
        };
        pace.with(|pace| pace.as_ref().map(rows)).unwrap_or_default()
    });
    let undated = Memo::new(move |_| pace.with(|pace| pace.as_ref().map_or(0, |pace| pace.undated.len())));
    view! {
        <Show when=move || !rows.read().is_empty() || undated.get() != 0>
            <section class="stack" aria-labelledby="pace-goals">
                <h2 id="pace-goals" tabindex="-1">{t::pace::goals()}</h2>
                <ul role="list" class="lines">
                    <For each=move || rows.get() key=Clone::clone let(Row { competency, name, about })>
                        <li class="row row-apart">
                            <A href=Place::Competency(competency).to_string()>{name}</A>
                            <span class="soft small">{about}</span>
                        </li>
                    </For>
                </ul>
                <Show when=move || { undated.get() > 0 }>
                    <p class="soft">{move || t::pace::undated(undated.get())}</p>
                    <Spread pace />
                </Show>
            </section>
        </Show>
    }
}
