//! The school calendar: what there is, and the ways to change it.

mod import;
mod periods;

use chrono::Weekday;
use leptos::prelude::*;
use platform::intl;
use portfolio::Intent;
use portfolio::calendar::{Calendar, PeriodKind, Weekdays};

use super::chart::date;
use crate::i18n::{language, list, t};
use crate::state::AppState;
use import::ImportCalendar;
use periods::Periods;

pub use periods::days;

fn name(weekday: Weekday) -> String {
    intl::weekday(language().tag(), weekday)
}

fn summary(calendar: &Calendar) -> String {
    let days = Weekdays::WEEK.into_iter().filter(|day| calendar.weekdays().has(*day)).map(name).collect::<Vec<_>>();
    let terms = calendar.terms().len();
    let breaks = calendar.breaks().len();
    let mut said = vec![list(&days)];
    if terms > 0 {
        said.push(t::calendar::terms_count(terms));
    }
    if breaks > 0 {
        said.push(t::calendar::breaks_count(breaks));
    }
    said.join(" · ")
}

/// School days, terms and breaks; folded up, for it is set once a year.
#[component]
pub fn SchoolCalendar() -> impl IntoView {
    let state = AppState::expect();
    let said = Memo::new(move |_| {
        state.watch(&["calendar"], |world| {
            let calendar = world.portfolio.calendar();
            (summary(calendar), calendar.known_until())
        })
    });
    let summary = move || said.get().map(|(summary, _)| summary);
    let until = move || match said.get().and_then(|(_, until)| until) {
        Some(until) => t::calendar::known_until(date(until)),
        None => t::calendar::no_terms().to_owned(),
    };
    view! {
        <section id="calendar" class="stack stack-tight" aria-labelledby="calendar-title">
            <h2 id="calendar-title" class="aside-title" tabindex="-1">{t::calendar::title()}</h2>
            <p>{summary}</p>
            <p class="soft small">{until}</p>
            <details>
                <summary>{t::calendar::change()}</summary>
                <div class="stack stack-loose measure">
                    <SchoolDays />
                    <Periods kind=PeriodKind::Term />
                    <Periods kind=PeriodKind::Break />
                    <ImportCalendar />
                </div>
            </details>
        </section>
    }
}

/// The days of the week with school.
#[component]
fn SchoolDays() -> impl IntoView {
    let state = AppState::expect();
    let weekdays = Memo::new(move |_| state.watch(&["calendar"], |world| world.portfolio.calendar().weekdays()));
    let days = Weekdays::WEEK
        .into_iter()
        .map(|day| {
            let has = move || weekdays.get().unwrap_or_default().has(day);
            let set = move |is_in: bool| {
                let weekdays = weekdays.get_untracked().unwrap_or_default().with(day, is_in);
                state.attempt(Intent::SetSchoolDays { weekdays });
            };
            view! {
                <label class="chip">
                    <input
                        type="checkbox"
                        prop:checked=has
                        on:change:target=move |event| {
                            set(event.target().checked());
                            // The last one stays: where a change is refused, the box shows what holds.
                            event.target().set_checked(untrack(has));
                        }
                    />
                    {name(day)}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="stack stack-tight">
            <legend class="field-label">{t::calendar::school_days()}</legend>
            <div class="chips">{days}</div>
        </fieldset>
    }
}
