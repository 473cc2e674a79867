//! Terms, or breaks: the list and the form for another.

use chrono::NaiveDate;
use leptos::prelude::*;
use platform::page;
use portfolio::Intent;
use portfolio::calendar::{Period, PeriodKind};
use portfolio::intent::Wording;

use super::super::chart::short_date;
use crate::i18n::t;
use crate::state::AppState;
use crate::ui::date::DateInput;
use crate::ui::field::{Field, describedby};
use crate::ui::icon::{Glyph, Icon};

/// From when to when, or the one day.
pub fn days(first: NaiveDate, last: NaiveDate) -> String {
    if first == last { short_date(first) } else { t::calendar::from_to(short_date(first), short_date(last)) }
}

fn called(period: &Period) -> String {
    let days = days(period.first, period.last);
    if period.name.is_empty() { days } else { format!("{} · {days}", period.name) }
}

fn words(kind: PeriodKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        PeriodKind::Term => ("term", t::calendar::terms(), t::calendar::add_term()),
        PeriodKind::Break => ("break", t::calendar::breaks(), t::calendar::add_break()),
    }
}

/// All of one kind, the earliest first.
#[component]
pub fn Periods(kind: PeriodKind) -> impl IntoView {
    let state = AppState::expect();
    let (id, title, _) = words(kind);
    let periods =
        Memo::new(move |_| state.watch(&["calendar"], |world| world.portfolio.calendar().periods(kind).to_vec()));
    let remove = move |period: Period| {
        let removed = t::calendar::removed(called(&period));
        if state.attempt_aloud(Intent::RemovePeriod { kind, period }, removed).is_some() {
            // The button is gone with its row.
            page::focus_when_drawn(format!("{id}-title"));
        }
    };
    view! {
        <section class="stack" aria-labelledby=format!("{id}-title")>
            <h3 id=format!("{id}-title") tabindex="-1" class="aside-title">{title}</h3>
            <ul role="list" class="lines">
                <For each=move || periods.get().unwrap_or_default() key=Clone::clone let(period)>
                    <li class="row row-apart">
                        <span class="grow">{called(&period)}</span>
                        <button
                            type="button"
                            class="button button-icon button-quiet"
                            aria-label=t::calendar::remove(called(&period))
                            on:click=move |_| remove(period.clone())
                        >
                            <Icon glyph=Glyph::Remove />
                        </button>
                    </li>
                </For>
            </ul>
            <AddPeriod kind />
        </section>
    }
}

/// First day, last day, a name if it has one. What has no last day lasts one day.
#[component]
fn AddPeriod(kind: PeriodKind) -> impl IntoView {
    let state = AppState::expect();
    let (id, _, button) = words(kind);
    let (first, last) = (RwSignal::new(None::<NaiveDate>), RwSignal::new(None::<NaiveDate>));
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let day_field = move |field: &'static str, label: &'static str, day: RwSignal<Option<NaiveDate>>| {
        let id = format!("{id}-{field}");
        view! {
            <Field id=id.clone() label=label>
                <DateInput id=id day change=Callback::new(move |picked| day.set(picked)) />
            </Field>
        }
    };
    let add = move |_| {
        let Some(begins) = first.get_untracked() else {
            error.set(Some(t::calendar::needs_first().to_owned()));
            page::focus_when_drawn(format!("{id}-first"));
            return;
        };
        let period = Period { first: begins, last: last.get_untracked().unwrap_or(begins), name: name.get_untracked() };
        match state.perform(Intent::AddPeriods { periods: vec![(kind, period)] }) {
            Ok(_) => {
                error.set(None);
                first.set(None);
                last.set(None);
                name.set(String::new());
                page::focus_when_drawn(format!("{id}-first"));
            }
            Err(refused) => error.set(Some(refused.sentence())),
        }
    };
    let name_id = format!("{id}-name");
    view! {
        <div class="row row-start">
            {day_field("first", t::calendar::first(), first)} {day_field("last", t::calendar::last(), last)}
            <Field id=name_id.clone() label=t::calendar::name()>
                <input
                    id=name_id.clone()
                    class="input"
                    maxlength=Wording::Period.most_letters()
                    aria-describedby=describedby(&name_id)
                    bind:value=name
                />
            </Field>
        </div>
        {move || error.get().map(|words| view! { <p class="error" role="alert">{words}</p> })}
        <div class="row">
            <button type="button" class="button" on:click=add>
                <Icon glyph=Glyph::Add />
                {button}
            </button>
        </div>
    }
}
