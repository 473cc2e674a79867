//! What to do about it: a plan when behind, going deeper when ahead.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::components::A;
use platform::page;
use portfolio::intent::Wording;
use portfolio::model::CatchUp;
use portfolio::pace::{Pace, Sentence};
use portfolio::{EntityId, Intent, Level};

use super::chart::date;
use crate::components::level::number;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::date::DateInput;
use crate::ui::field::{Field, describedby};

/// The most goals that are offered to go deeper in.
const OFFERED: usize = 3;

/// A plan to catch up, while one is behind or has one.
#[component]
pub fn CatchingUp(pace: Memo<Option<Pace>>) -> impl IntoView {
    let state = AppState::expect();
    let plan = Memo::new(move |_| state.watch(&["plan"], |world| world.portfolio.catch_up().cloned()).flatten());
    let is_behind = Memo::new(move |_| {
        pace.with(|pace| pace.as_ref().is_some_and(|pace| matches!(pace.sentence(), Sentence::Behind { .. })))
    });
    let is_shown = Memo::new(move |_| is_behind.get() || plan.read().is_some());
    view! {
        <Show when=move || is_shown.get()>
            <section class="stack" aria-labelledby="catch-up-title">
                <h2 id="catch-up-title" class="aside-title" tabindex="-1">{t::week::plan()}</h2>
                {move || match plan.get() {
                    Some(plan) => view! { <Plan plan /> }.into_any(),
                    None => {
                        view! {
                            <p class="soft">{t::week::plan_about()}</p>
                            <details>
                                <summary>{t::week::plan_write()}</summary>
                                <div class="stack">
                                    <PlanForm plan=None />
                                </div>
                            </details>
                        }
                            .into_any()
                    }
                }}
            </section>
        </Show>
    }
}

#[component]
fn Plan(plan: CatchUp) -> impl IntoView {
    let state = AppState::expect();
    let id = plan.id.clone();
    let end = move |_| {
        if state.attempt_aloud(Intent::EndCatchUp { plan: id.clone() }, t::week::plan_ended()).is_some() {
            page::focus_when_drawn("week-title".to_owned());
        }
    };
    let who = (!plan.who.is_empty()).then(|| view! { <p>{t::week::plan_with(&plan.who)}</p> });
    let until = plan.until.map(|until| view! { <p>{t::week::plan_until(date(until))}</p> });
    view! {
        <p class="own-words">{plan.helps.clone()}</p>
        {who}
        {until}
        <details>
            <summary>{t::week::plan_change()}</summary>
            <div class="stack">
                <PlanForm plan=Some(plan) />
            </div>
        </details>
        <div class="row">
            <button type="button" class="button" on:click=end>
                {t::week::plan_end()}
            </button>
        </div>
    }
}

#[component]
fn PlanForm(plan: Option<CatchUp>) -> impl IntoView {
    const HELPS: &str = "plan-helps";
    const WHO: &str = "plan-who";
    let state = AppState::expect();
    let was = plan.map(|plan| (plan.helps, plan.who, plan.until)).unwrap_or_default();
    let (helps, who, until) = (RwSignal::new(was.0), RwSignal::new(was.1), RwSignal::new(was.2));
    let error = RwSignal::new(None::<String>);
    let keep = move |_| {
        if helps.with_untracked(|helps| helps.trim().is_empty()) {
            error.set(Some(t::week::plan_needs_words().to_owned()));
            page::focus_when_drawn(HELPS.to_owned());
            return;
        }
        let (helps, who, until) = (helps.get_untracked(), who.get_untracked(), until.get_untracked());
        match state.perform(Intent::PlanCatchUp { helps, who, until }) {
            Ok(_) => page::focus_when_drawn("catch-up-title".to_owned()),
            Err(refused) => error.set(Some(refused.sentence())),
        }
    };
    let pick = Callback::new(move |picked: Option<NaiveDate>| until.set(picked));
    view! {
        <Field id=HELPS label=t::week::plan_helps() error=error>
            <textarea id=HELPS class="input" maxlength=Wording::Help.most_letters() aria-describedby=describedby(HELPS) bind:value=helps></textarea>
        </Field>
        <Field id=WHO label=t::week::plan_who()>
            <input id=WHO class="input" maxlength=Wording::With.most_letters() aria-describedby=describedby(WHO) bind:value=who />
        </Field>
        <Field id="plan-until" label=t::week::plan_date()>
            <DateInput id="plan-until" day=until change=pick />
        </Field>
        <div class="row">
            <button type="button" class="button" on:click=keep>
                {t::week::plan_keep()}
            </button>
        </div>
    }
}

/// A goal that is reached and could be taken further.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Further {
    goal: EntityId,
    competency: String,
    name: String,
    aim: Level,
}

/// While one is ahead: the goals that are reached, to aim higher in before something new is begun.
#[component]
pub fn GoDeeper(pace: Memo<Option<Pace>>) -> impl IntoView {
    let state = AppState::expect();
    let goals = Memo::new(move |_| {
        let pace = pace.get().filter(|pace| matches!(pace.sentence(), Sentence::Ahead { .. }))?;
        state.read(|world| {
            let further = |goal: &portfolio::pace::GoalPace| {
                let aim = world.portfolio.goal(&goal.goal)?.aim;
                let is_reached = goal.left_on(world.today) == 0 && aim < Level::TOP;
                let (competency, name) = (goal.competency.to_string(), world.frameworks.name(&goal.competency));
                is_reached.then(|| Further { goal: goal.goal.clone(), competency, name, aim: Level::TOP })
            };
            pace.dated.iter().filter_map(further).take(OFFERED).collect::<Vec<_>>()
        })
    });
    let is_any = move || goals.read().as_ref().is_some_and(|goals| !goals.is_empty());
    view! {
        <Show when=is_any>
            <section class="stack" aria-labelledby="deeper-title">
                <h2 id="deeper-title" class="aside-title" tabindex="-1">{t::week::deeper()}</h2>
                <p class="soft">{t::week::deeper_about()}</p>
                <ul role="list" class="lines">
                    <For each=move || goals.get().unwrap_or_default() key=Clone::clone let(Further { goal, competency, name, aim })>
                        {
                            let done = t::week::deeper_done(&name, number(aim));
                            let aim_higher = move |_| {
                                let intent = Intent::SetAim { goal: goal.clone(), aim };
                                if state.attempt_aloud(intent, done.clone()).is_some() {
                                    page::focus_when_drawn("pace-goals".to_owned());
                                }
                            };
                            let label = t::week::aim_at_in(number(aim), &name);
                            view! {
                                <li class="row row-apart">
                                    <A href=Place::Competency(competency).to_string()>{name}</A>
                                    <button type="button" class="button" aria-label=label on:click=aim_higher>
                                        {t::week::aim_at(number(aim))}
                                    </button>
                                </li>
                            }
                        }
                    </For>
                </ul>
                <p>
                    <A href=Place::Explore.to_string()>{t::week::move_on()}</A>
                </p>
            </section>
        </Show>
    }
}
