//! Which stones are shown: by subject, by interest, by pathway, ready.

use leptos::prelude::*;
use platform::page;

use super::asked::Part;
use super::atlas::Atlas;
use crate::components::interests;
use crate::components::pathways::{self, Wanted};
use crate::i18n::t;
use crate::state::AppState;

/// From this width on, in the size of letters, there is room for the filters.
const WIDE: u16 = 60;

/// The filters. Where they would push the map off the screen they are folded up.
#[component]
pub fn Filters(atlas: Atlas) -> impl IntoView {
    let asked = atlas.asked;
    let (subjects, interests) = offered(atlas);
    view! {
        <details class="map-fold" open=page::is_wide(WIDE)>
            <summary>{t::map::filters()}</summary>
            <div class="map-filters">
            {choice("map-subject", t::pathway::subject(), t::pathway::all_subjects(), asked.subject, subjects, str::to_owned)}
            {choice(
                "map-interest",
                t::pathway::interest(),
                t::pathway::all_interests(),
                asked.interest,
                interests,
                interests::words,
            )}
            <OfPathway pathway=asked.pathway />
            {switch(t::pathway::ready_only(), asked.ready.0.into(), move |is_on| asked.ready.1.set(is_on.then_some(true)))}
            </div>
        </details>
    }
}

/// How many stones the filters leave, and the way back to all.
#[component]
pub fn Count(atlas: Atlas) -> impl IntoView {
    let count = Memo::new(move |_| atlas.count());
    view! {
        <div class="row">
            <p class="soft small" role="status">
                {move || t::pathway::found(count.get())}
            </p>
            <Show when=move || atlas.asked.is_filtered()>
                <button type="button" class="button" on:click=move |_| atlas.asked.clear()>
                    {t::pathway::clear()}
                </button>
            </Show>
        </div>
    }
}

/// The subjects and the interests that stones have, as they are met first.
fn offered(atlas: Atlas) -> (Vec<String>, Vec<String>) {
    let chart = atlas.chart();
    let once = |all: &mut Vec<String>, names: &[String]| {
        for name in names {
            if !all.contains(name) {
                all.push(name.clone());
            }
        }
    };
    let (mut subjects, mut interests) = (Vec::new(), Vec::new());
    for stone in &chart.stones {
        once(&mut subjects, &stone.subjects);
        once(&mut interests, &stone.keywords);
    }
    (subjects, interests)
}

fn choice(
    id: &'static str,
    label: &'static str,
    all: &'static str,
    (chosen, choose): Part<String>,
    names: Vec<String>,
    words: fn(&str) -> String,
) -> impl IntoView {
    let options = names.into_iter().map(|name| {
        let (label, value) = (words(&name), name.clone());
        view! {
            <option value=value prop:selected=move || chosen.read().as_deref() == Some(name.as_str())>
                {label}
            </option>
        }
    });
    let change = move |value: String| choose.set((!value.is_empty()).then_some(value));
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id class="input" on:change:target=move |event| change(event.target().value())>
                <option value="">{all}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

fn switch(label: &'static str, is_on: Signal<Option<bool>>, turn: impl Fn(bool) + 'static) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=move || is_on.get() == Some(true)
                on:change:target=move |event| turn(event.target().checked())
            />
            {label}
        </label>
    }
}

/// What is on the learner's pathways; of several, on each.
#[component]
fn OfPathway(pathway: Part<Wanted>) -> impl IntoView {
    let state = AppState::expect();
    let known = Memo::new(move |_| state.watch(&["pathway"], pathways::all).unwrap_or_default());
    let (asked, ask) = pathway;
    move || {
        let known = known.get();
        if known.len() < 2 {
            let is_on = Signal::derive(move || Some(asked.read().is_some()));
            let turn = move |is_on: bool| ask.set(is_on.then_some(Wanted::Mine));
            return switch(t::map::mine_only(), is_on, turn).into_any();
        }
        let mine = std::iter::once((Wanted::Mine, t::map::mine().to_owned()));
        let options = mine.chain(known.into_iter().map(|(pathway, name)| (Wanted::One(pathway), name)));
        let options = options.map(|(wanted, name)| {
            let value = wanted.to_string();
            view! {
                <option value=value prop:selected=move || asked.read().as_ref() == Some(&wanted)>
                    {name}
                </option>
            }
        });
        view! {
            <div class="field">
                <label for="map-pathway">{t::map::pathways()}</label>
                <select
                    id="map-pathway"
                    class="input"
                    on:change:target=move |event| ask.set(event.target().value().parse().ok())
                >
                    <option value="">{t::map::all()}</option>
                    {options.collect_view()}
                </select>
            </div>
        }
        .into_any()
    }
}
