//! The goals whose dates come next.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::{ItemId, levels};

use crate::i18n::{language, t};
use crate::platform::intl::{self, DateStyle};
use crate::routes::Place;
use crate::state::AppState;

/// How many goals.
const SHOWN: usize = 4;

/// Dated goals that are not reached, the next date first. A date that has passed is said kindly.
#[component]
pub fn Upcoming() -> impl IntoView {
    let state = AppState::expect();
    let goals = Memo::new(move |_| {
        let goals = state.watch(&["goal", "claim", "evidence", "framework"], |world| {
            let open = |goal: &&portfolio::model::Goal| {
                levels::held(world.portfolio, &goal.competency).is_none_or(|held| held.level < goal.aim)
            };
            let dated = world.portfolio.pathway().into_iter().filter(open);
            let mut dated: Vec<(NaiveDate, ItemId)> =
                dated.filter_map(|goal| Some((goal.due?, goal.competency.clone()))).collect();
            dated.sort();
            let named = dated.into_iter().take(SHOWN).map(|(due, id)| {
                let name = world.frameworks.item(&id).map_or_else(|| id.to_string(), |item| item.name().to_owned());
                (due, due < world.today, id, name)
            });
            named.collect::<Vec<_>>()
        });
        goals.unwrap_or_default()
    });
    let words = |due: NaiveDate, is_past: bool| {
        let date = intl::date(language().tag(), due, DateStyle::Long);
        if is_past { t::today::overdue(date) } else { t::today::due_on(date) }
    };
    view! {
        <Show when=move || !goals.read().is_empty()>
            <section class="stack stack-tight" aria-labelledby="upcoming">
                <h2 id="upcoming" class="aside-title">{t::today::due()}</h2>
                <ul role="list" class="lines">
                    <For each=move || goals.get() key=Clone::clone let((due, is_past, id, name))>
                        <li class="stack stack-tight">
                            <A href=Place::Competency(id.to_string()).to_string()>{name}</A>
                            <span class="soft small">{words(due, is_past)}</span>
                        </li>
                    </For>
                </ul>
            </section>
        </Show>
    }
}
