//! Finding a stone by its words: the best fit comes into the middle.

use std::collections::BTreeSet;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use portfolio::Framework;

use super::atlas::Atlas;
use crate::i18n::t;
use crate::state::AppState;

/// The field. Enter goes to the next that fits.
#[component]
pub fn Finder(atlas: Atlas) -> impl IntoView {
    let state = AppState::expect();
    let words = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let (words, chart, shown) = (words.get(), atlas.chart(), atlas.shown.read());
        let found = state.watch(&["framework"], |world| {
            let places = |framework: &Framework| {
                let found = framework.search(&words).into_iter().filter_map(|item| chart.place(&item.id));
                found.collect::<Vec<_>>()
            };
            // What is retired goes by the words that it had.
            let retired = world.frameworks.earlier().flat_map(places).filter(|stone| chart.is_retired(*stone));
            let all = world.frameworks.iter().flat_map(places).chain(retired);
            let mut met = BTreeSet::new();
            all.filter(|stone| shown.get(*stone) == Some(&true) && met.insert(*stone)).collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    });
    let place = RwSignal::new(0_usize);
    let show = move |to: usize| {
        place.set(to);
        if let Some(stone) = found.with_untracked(|found| found.get(to).copied()) {
            atlas.go_to(stone);
        }
    };
    let typed = move |now: String| {
        words.set(now);
        show(0);
    };
    let next = move |event: SubmitEvent| {
        event.prevent_default();
        show((place.get_untracked() + 1) % found.read_untracked().len().max(1));
    };
    let said = move || {
        let is_asked = !words.read().trim().is_empty();
        let found = found.read();
        // Filters may have left fewer than there were.
        let place = place.get().min(found.len().saturating_sub(1));
        match found.get(place) {
            _ if !is_asked => String::new(),
            None => t::map::found_none().to_owned(),
            Some(stone) => {
                let chart = atlas.chart();
                let name = chart.stones.get(*stone).map(|stone| stone.name.clone()).unwrap_or_default();
                t::map::found(name, place + 1, found.len())
            }
        }
    };
    view! {
        <form class="field map-finder" role="search" on:submit=next>
            <label for="map-find">{t::map::find()}</label>
            <input
                id="map-find"
                type="search"
                class="input"
                autocomplete="off"
                on:input:target=move |event| typed(event.target().value())
            />
            <p class="soft small" role="status">
                {said}
            </p>
        </form>
    }
}
