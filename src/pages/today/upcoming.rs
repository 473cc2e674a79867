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

/// Of goals by date the last that have passed and the next that come, [`SHOWN`] together. Half of the places are kept for what
/// comes.
fn around(dated: &[(NaiveDate, ItemId)], today: NaiveDate) -> &[(NaiveDate, ItemId)] {
    let passed = dated.iter().take_while(|(due, _)| *due < today).count();
    let to_come = (dated.len() - passed).min(SHOWN / 2);
    let from = passed.saturating_sub(SHOWN - to_come);
    dated.get(from..dated.len().min(from + SHOWN)).unwrap_or_default()
}

/// Dated goals that are not reached, by date. What has passed lately is said kindly, and never crowds out what comes.
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
            let named = around(&dated, world.today).iter().cloned().map(|(due, id)| {
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

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use portfolio::ItemId;

    use super::around;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).unwrap_or_default()
    }

    #[test]
    fn what_has_passed_leaves_room_for_what_comes() {
        let shown = |days: &[u32]| {
            let dated: Vec<_> = days.iter().filter_map(|number| Some((day(*number), ItemId::new("a").ok()?))).collect();
            around(&dated, day(10)).iter().map(|(due, _)| *due).collect::<Vec<_>>()
        };
        assert_eq!(shown(&[1, 2, 3, 4, 5, 12, 13, 14]), [4, 5, 12, 13].map(day));
        assert_eq!(shown(&[1, 2, 3, 4, 5]), [2, 3, 4, 5].map(day));
        assert_eq!(shown(&[1, 2, 3, 4, 5, 12]), [3, 4, 5, 12].map(day));
        assert_eq!(shown(&[1, 10, 12, 13, 14, 15]), [1, 10, 12, 13].map(day));
        assert_eq!(shown(&[]), []);
    }
}
