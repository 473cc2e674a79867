//! What I set out to do this week, and how it went.

mod commitment;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use leptos::prelude::*;
use platform::page;
use portfolio::calendar::{monday_of, sunday_of};
use portfolio::intent::Wording;
use portfolio::{EntityId, Intent, ItemId};

use super::calendar::days;
use super::topics::Topics;
use crate::i18n::t;
use crate::state::{AppState, TextField, World};
use crate::ui::field::{Field, describedby};
use crate::ui::icon::{Glyph, Icon};
use commitment::CommitmentRow;

/// The week that is looked back on today: this one from Friday on; before that the last one, if something was set out in it and nothing
/// was written of it.
fn looked_back_on(world: World<'_>) -> Option<NaiveDate> {
    let today = world.today;
    let is_friday = today.weekday().num_days_from_monday() >= Weekday::Fri.num_days_from_monday();
    let last = monday_of(today).checked_sub_days(Days::new(7))?;
    let is_open =
        |week| !world.portfolio.commitments_of(week).is_empty() && world.portfolio.looked_back(week).is_empty();
    if is_friday { Some(monday_of(today)) } else { Some(last).filter(|last| is_open(*last)) }
}

/// This week with its commitments, and on Fridays a look back.
#[component]
pub fn ThisWeek() -> impl IntoView {
    let state = AppState::expect();
    let today = state.read(|world| world.today).unwrap_or_default();
    let week = monday_of(today);
    // Asked once, so that what is being written does not go while it is written.
    let looked_back = state.read(looked_back_on).flatten();
    view! {
        <section class="stack" aria-labelledby="week-title">
            <h2 id="week-title" class="aside-title" tabindex="-1">{t::week::this_week()}</h2>
            <Commitments week />
            <NewCommitment week />
            {looked_back.filter(|looked| *looked == week).map(|week| view! { <LookBack week /> })}
        </section>
        {looked_back
            .filter(|looked| *looked != week)
            .map(|week| {
                view! {
                    <section class="stack" aria-labelledby="last-week-title">
                        <h2 id="last-week-title" class="aside-title">{t::week::last_week()}</h2>
                        <p class="soft small">{days(week, sunday_of(week))}</p>
                        <Commitments week />
                        <LookBack week />
                    </section>
                }
            })}
    }
}

#[component]
fn Commitments(week: NaiveDate) -> impl IntoView {
    let state = AppState::expect();
    let commitments = Memo::new(move |_| {
        let ids = state.watch(&["commitment"], |world| {
            world.portfolio.commitments_of(week).into_iter().map(|one| one.id.clone()).collect::<Vec<EntityId>>()
        });
        ids.unwrap_or_default()
    });
    view! {
        <ul role="list" class="lines">
            <For each=move || commitments.get() key=Clone::clone let(id)>
                <CommitmentRow id />
            </For>
        </ul>
    }
}

#[component]
fn NewCommitment(week: NaiveDate) -> impl IntoView {
    const FIELD: &str = "commit-what";
    let state = AppState::expect();
    let (what, topic) = (RwSignal::new(String::new()), RwSignal::new(None::<ItemId>));
    let error = RwSignal::new(None::<String>);
    let add = move |_| {
        page::focus_when_drawn(FIELD.to_owned());
        if what.with_untracked(|what| what.trim().is_empty()) {
            error.set(Some(t::week::needs_words().to_owned()));
            return;
        }
        let intent = Intent::Commit { week, what: what.get_untracked(), competency: topic.get_untracked() };
        match state.perform(intent) {
            Ok(_) => {
                error.set(None);
                what.set(String::new());
            }
            Err(refused) => error.set(Some(refused.sentence())),
        }
    };
    view! {
        <Field id=FIELD label=t::week::what() error=error>
            <input id=FIELD class="input" maxlength=Wording::What.most_letters() aria-describedby=describedby(FIELD) bind:value=what />
        </Field>
        <Topics id="commit-topic" label=t::week::what_for() topic />
        <div class="row">
            <button type="button" class="button" on:click=add>
                <Icon glyph=Glyph::Add />
                {t::week::add()}
            </button>
        </div>
    }
}

/// A few words on how the week went, stored while they are written.
#[component]
fn LookBack(week: NaiveDate) -> impl IntoView {
    const FIELD: &str = "look-back";
    let state = AppState::expect();
    let id = EntityId::week(week);
    // While one types the field itself is ahead of the portfolio.
    let words = state.read(|world| world.portfolio.looked_back(week).to_owned()).unwrap_or_default();
    view! {
        <Field id=FIELD label=t::week::look_back() hint=t::week::look_back_hint()>
            <textarea
                id=FIELD
                class="input"
                maxlength=TextField::LookBack.wording().most_letters()
                aria-describedby=describedby(FIELD)
                prop:value=words
                on:input:target=move |event| state.typed(id.clone(), TextField::LookBack, event.target().value())
                on:blur=move |_| state.flush()
            ></textarea>
        </Field>
    }
}
