//! The goals behind the lines, each with its date on a line of days.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::pace::{GoalPace, Pace};
use portfolio::{EntityId, Intent, ItemId};

use super::chart::date;
use super::spread::Spread;
use super::timeline::Days;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::day_slider::DaySlider;

/// Each dated goal with its steps and a date to be moved, how many have no date, and a way to date them all.
#[component]
pub fn Goals(pace: Memo<Option<Pace>>) -> impl IntoView {
    let dated = Memo::new(move |_| {
        let ids = |pace: &Pace| {
            pace.dated.iter().map(|goal| (goal.goal.clone(), goal.competency.clone())).collect::<Vec<_>>()
        };
        pace.with(|pace| pace.as_ref().map(ids)).unwrap_or_default()
    });
    let undated = Memo::new(move |_| pace.with(|pace| pace.as_ref().map_or(0, |pace| pace.undated.len())));
    let span = Memo::new(move |_| pace.with(|pace| pace.as_ref().map(Pace::days_to_plan)).unwrap_or_default());
    view! {
        <Show when=move || !dated.read().is_empty() || undated.get() != 0>
            <section class="stack" aria-labelledby="pace-goals">
                <h2 id="pace-goals" tabindex="-1">{t::pace::goals()}</h2>
                <Show when=move || !dated.read().is_empty()>
                    <p class="hint">{t::pace::move_hint()}</p>
                    <div class="days">
                        <Days pace span />
                        <ul role="list" class="lines">
                            <For each=move || dated.get() key=Clone::clone let((goal, competency))>
                                <GoalLine goal competency pace span />
                            </For>
                        </ul>
                    </div>
                </Show>
                <Show when=move || { undated.get() > 0 }>
                    <p class="soft">{move || t::pace::undated(undated.get())}</p>
                    <Spread pace />
                </Show>
            </section>
        </Show>
    }
}

/// A goal in words, and its date. While the date is moved the words say where it would be.
#[component]
fn GoalLine(
    goal: EntityId,
    competency: ItemId,
    pace: Memo<Option<Pace>>,
    span: Memo<(NaiveDate, NaiveDate)>,
) -> impl IntoView {
    let state = AppState::expect();
    let named = state.read(|world| world.frameworks.name(&competency)).unwrap_or_default();
    let steps = Memo::new({
        let goal = goal.clone();
        move |before: Option<&(u32, u32, NaiveDate)>| {
            let of = |pace: &Pace| {
                let found: &GoalPace = pace.dated.iter().find(|dated| dated.goal == goal)?;
                Some((found.done_on(pace.today), found.steps, found.due?))
            };
            pace.with(|pace| pace.as_ref().and_then(of)).or(before.copied()).unwrap_or_default()
        }
    });
    let moving = RwSignal::new(None::<NaiveDate>);
    let due = Memo::new(move |_| steps.get().2);
    let about = move || {
        let (done, of, due) = steps.get();
        t::pace::goal_steps(done, of, date(moving.get().unwrap_or(due)))
    };
    let change = {
        let named = named.clone();
        Callback::new(move |due: NaiveDate| {
            let words = t::pace::date_moved(&named, date(due));
            state.attempt_aloud(Intent::SetDue { goal: goal.clone(), due: Some(due) }, words);
        })
    };
    let label = t::pace::date_of(&named);
    view! {
        <li class="stack stack-tight">
            <div class="row row-apart">
                <A href=Place::Competency(competency.to_string()).to_string()>{named}</A>
                <span class="soft small">{about}</span>
            </div>
            <DaySlider label span day=due words=date moving change />
        </li>
    }
}
