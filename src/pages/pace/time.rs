//! Time I spend on a topic, if I want to log it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use leptos::prelude::*;
use platform::page;
use portfolio::calendar::monday_of;
use portfolio::{EntityId, Intent, ItemId};

use super::chart::short_date;
use super::topics::Topics;
use crate::i18n::t;
use crate::state::{AppState, World};
use crate::ui::date::DateInput;
use crate::ui::field::{Field, describedby};
use crate::ui::icon::{Glyph, Icon};

/// The entries of late that can be taken back.
const LATEST: usize = 5;

/// What was logged, in words.
#[derive(Clone, Default, PartialEq)]
struct Logged {
    /// A line a topic.
    topics: Vec<String>,
    latest: Vec<(EntityId, String)>,
}

fn length(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => t::week::minutes(minutes),
        (hours, 0) => t::week::hours(hours),
        (hours, minutes) => t::week::hours_minutes(hours, minutes),
    }
}

fn logged(world: World<'_>) -> Logged {
    let mut spent: Vec<_> = world.portfolio.spent().collect();
    spent.sort_by(|one, other| (other.day, &other.id).cmp(&(one.day, &one.id)));
    let mut sums: BTreeMap<&ItemId, (u32, u32)> = BTreeMap::new();
    for entry in &spent {
        let (all, week) = sums.entry(&entry.competency).or_default();
        *all += entry.minutes;
        *week += if entry.day >= monday_of(world.today) { entry.minutes } else { 0 };
    }
    let topic = |(topic, (all, week)): (&ItemId, (u32, u32))| {
        t::week::sum(world.frameworks.name(topic), length(all), length(week))
    };
    let entry = |spent: &&portfolio::model::Spent| {
        let words =
            t::week::entry(length(spent.minutes), world.frameworks.name(&spent.competency), short_date(spent.day));
        (spent.id.clone(), words)
    };
    Logged { topics: sums.into_iter().map(topic).collect(), latest: spent.iter().take(LATEST).map(entry).collect() }
}

/// The sums a topic, the latest entries, and a form for another; folded up, for many will not want it.
#[component]
pub fn TimeSpent() -> impl IntoView {
    let state = AppState::expect();
    let shown = Memo::new(move |_| state.watch(&["spent", "framework"], logged).unwrap_or_default());
    let remove = move |spent: EntityId| {
        if state.attempt_aloud(Intent::DropSpent { spent }, t::week::time_removed()).is_some() {
            page::focus_when_drawn("time-title".to_owned());
        }
    };
    view! {
        <section class="stack stack-tight" aria-labelledby="time-title">
            <h2 id="time-title" class="aside-title" tabindex="-1">{t::week::time()}</h2>
            <ul role="list" class="stack stack-tight small">
                <For each=move || shown.get().topics key=Clone::clone let(line)>
                    <li>{line}</li>
                </For>
            </ul>
            <details>
                <summary>{t::week::log_time()}</summary>
                <div class="stack">
                    <LogTime />
                    <ul role="list" class="lines">
                        <For each=move || shown.get().latest key=Clone::clone let((id, words))>
                            {
                                let label = t::week::remove(&words);
                                view! {
                                    <li class="row row-apart small">
                                        <span class="grow">{words}</span>
                                        <button
                                            type="button"
                                            class="button button-icon button-quiet"
                                            aria-label=label
                                            on:click=move |_| remove(id.clone())
                                        >
                                            <Icon glyph=Glyph::Remove />
                                        </button>
                                    </li>
                                }
                            }
                        </For>
                    </ul>
                </div>
            </details>
        </section>
    }
}

#[component]
fn LogTime() -> impl IntoView {
    const MINUTES: &str = "time-minutes";
    let state = AppState::expect();
    let topic = RwSignal::new(None::<ItemId>);
    let minutes = RwSignal::new("30".to_owned());
    let day = RwSignal::new(state.read(|world| world.today));
    let error = RwSignal::new(None::<String>);
    let log = move |_| {
        let said = (topic.get_untracked(), minutes.get_untracked().trim().parse().ok(), day.get_untracked());
        let (Some(competency), Some(minutes), Some(day)) = said else {
            error.set(Some(t::week::needs_all().to_owned()));
            return;
        };
        let done = state.perform(Intent::SpendTime { competency, day, minutes });
        error.set(done.err().map(|refused| refused.sentence()));
    };
    let pick = Callback::new(move |picked: Option<NaiveDate>| day.set(picked));
    view! {
        <Topics id="time-topic" label=t::week::on_what() topic />
        <Field id=MINUTES label=t::week::how_long() error=error>
            <input
                id=MINUTES
                class="input input-choice"
                type="number"
                inputmode="numeric"
                min="1"
                max="1440"
                aria-describedby=describedby(MINUTES)
                bind:value=minutes
            />
        </Field>
        <Field id="time-day" label=t::week::on_day()>
            <DateInput id="time-day" day change=pick />
        </Field>
        <div class="row">
            <button type="button" class="button" on:click=log>
                {t::week::log()}
            </button>
        </div>
    }
}
