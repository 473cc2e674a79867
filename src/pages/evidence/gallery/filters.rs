//! What narrows the gallery down. It is folded away until somebody wants it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use portfolio::{ItemId, gallery};

use super::asked::{Asked, FormatName};
use crate::i18n::t;
use crate::pages::evidence::points::PointFilter;
use crate::routes::QueryText;
use crate::state::AppState;

/// What the portfolio offers to narrow down by.
#[derive(Clone, Default, PartialEq)]
struct Offered {
    /// Competencies by their ids, in the order of their names.
    competencies: Vec<(String, String)>,
    tags: Vec<String>,
    /// The latest first.
    years: Vec<i32>,
}

/// The ways to narrow down, in a fold.
#[component]
pub fn Filters(asked: Asked) -> impl IntoView {
    let state = AppState::expect();
    let offered = Memo::new(move |_| offered(state));
    let (tag, set_tag) = asked.tag;
    let (competency, set_competency) = asked.competency;
    let (year, set_year) = asked.year;
    let tags =
        move || offered.with(|offered| offered.tags.iter().map(|tag| (tag.clone(), tag.clone())).collect::<Vec<_>>());
    let years = move || {
        let year = |year: &i32| (year.to_string(), year.to_string());
        offered.with(|offered| offered.years.iter().map(year).collect::<Vec<_>>())
    };
    view! {
        <details class="filters">
            <summary>{t::find::filters()}</summary>
            <div class="stack">
                <Formats asked />
                <PointFilter asked />
                <div class="filter-choices">
                    <Choice
                        id="filter-competency"
                        label=t::find::competency()
                        any=t::find::any_competency()
                        options=Signal::derive(move || offered.with(|offered| offered.competencies.clone()))
                        chosen=Memo::new(move |_| competency.get().map(|id| id.to_string()))
                        choose=Callback::new(move |id: Option<String>| set_competency.set(id.and_then(|id| id.parse().ok())))
                    />
                    <Choice
                        id="filter-tag"
                        label=t::find::tag()
                        any=t::find::any_tag()
                        options=Signal::derive(tags)
                        chosen=Memo::new(move |_| tag.get().map(QueryText::into_text))
                        choose=Callback::new(move |tag: Option<String>| set_tag.set(tag.and_then(QueryText::new)))
                    />
                    <Choice
                        id="filter-year"
                        label=t::find::year()
                        any=t::find::any_year()
                        options=Signal::derive(years)
                        chosen=Memo::new(move |_| year.get().map(|year| year.to_string()))
                        choose=Callback::new(move |year: Option<String>| set_year.set(year.and_then(|year| year.parse().ok())))
                    />
                </div>
            </div>
        </details>
    }
}

/// Formats as chips, of which one is pressed.
#[component]
fn Formats(asked: Asked) -> impl IntoView {
    let (format, set_format) = asked.format;
    let choice = move |of: Option<FormatName>| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (format.get() == of).to_string()
                on:click=move |_| set_format.set(of)
            >
                {of.map_or(t::find::any_format(), FormatName::word)}
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=t::find::format()>
            {choice(None)}
            {FormatName::ALL.map(|format| choice(Some(format))).into_iter().collect_view()}
        </div>
    }
}

/// A list to choose one from, or any. Where there is nothing to choose it is not there.
#[component]
fn Choice(
    id: &'static str,
    label: &'static str,
    any: &'static str,
    /// Values with their words.
    options: Signal<Vec<(String, String)>>,
    chosen: Memo<Option<String>>,
    choose: Callback<Option<String>>,
) -> impl IntoView {
    let option = move |(value, words): (String, String)| {
        let of = value.clone();
        let is_chosen = move || chosen.with(|chosen| chosen.as_ref() == Some(&of));
        view! {
            <option value=value prop:selected=is_chosen>
                {words}
            </option>
        }
    };
    view! {
        <Show when=move || options.with(|options| !options.is_empty())>
            <div class="field">
                <label for=id>{label}</label>
                <select
                    id=id
                    class="input"
                    on:change:target=move |event| {
                        let value = event.target().value();
                        choose.run((!value.is_empty()).then_some(value));
                    }
                >
                    <option value="" prop:selected=move || chosen.with(Option::is_none)>
                        {any}
                    </option>
                    {move || options.get().into_iter().map(option).collect_view()}
                </select>
            </div>
        </Show>
    }
}

fn offered(state: AppState) -> Offered {
    let offered = state.watch(&["evidence", "claim", "framework"], |world| {
        let called = |id: &ItemId| Some((id.to_string(), world.frameworks.item(id)?.name().to_owned()));
        let mut competencies: Vec<_> = gallery::competencies(world.portfolio).into_iter().filter_map(called).collect();
        competencies.sort_by_cached_key(|(_, name)| search::fold::words(name));
        let years = world.portfolio.pieces().filter(|piece| piece.standing.is_live()).filter_map(gallery::year_of);
        let years: BTreeSet<i32> = years.collect();
        Offered {
            competencies,
            tags: gallery::tags(world.portfolio).into_iter().map(str::to_owned).collect(),
            years: years.into_iter().rev().collect(),
        }
    });
    offered.unwrap_or_default()
}
