//! The same as the map, as a list of lists: region by region, in the order of the frameworks.

use leptos::prelude::*;
use leptos_router::components::A;

use super::asked;
use super::atlas::Atlas;
use super::chart::Stone;
use super::filters::{Count, Filters};
use super::stone::Drawing;
use crate::components::neighbours::Neighbours;
use crate::i18n::t;
use crate::routes::Place;

/// The outline with the filters of the map.
pub fn show(atlas: Atlas) -> AnyView {
    let regions = Memo::new(move |_| {
        let chart = atlas.chart();
        let mut regions: Vec<(usize, Vec<usize>)> =
            (0..chart.regions.len()).map(|region| (region, Vec::new())).collect();
        let shown = atlas.shown.read();
        for stone in (0..chart.stones.len()).filter(|stone| shown.get(*stone) == Some(&true)) {
            if let Some((_, stones)) = regions.get_mut(chart.graph.region(stone)) {
                stones.push(stone);
            }
        }
        regions.retain(|(_, stones)| !stones.is_empty());
        regions
    });
    // The stone that the address names was looked at, here or on the map.
    let open = RwSignal::new(asked::at().map(|_| atlas.chosen.get_untracked()));
    view! {
        <div class="stack">
            <Filters atlas />
            <Count atlas />
            <For each=move || regions.get() key=Clone::clone let((region, stones))>
                <RegionList atlas open region stones />
            </For>
        </div>
    }
    .into_any()
}

/// A region. What it holds is drawn when it is opened: there may be thousands.
#[component]
fn RegionList(atlas: Atlas, open: RwSignal<Option<usize>>, region: usize, stones: Vec<usize>) -> impl IntoView {
    let name = atlas.chart().regions.get(region).cloned().unwrap_or_default();
    let count = stones.len();
    let is_open = RwSignal::new(open.with_untracked(|open| open.is_some_and(|open| stones.contains(&open))));
    let stones = StoredValue::new(stones);
    view! {
        <details open=is_open.get_untracked() on:toggle=move |_| is_open.set(true)>
            <summary>
                {name} " " <span class="soft small">{t::pathway::found(count)}</span>
            </summary>
            <Show when=move || is_open.get()>
                <ul role="list" class="lines">
                    {stones
                        .get_value()
                        .into_iter()
                        .map(|stone| view! { <Row atlas open stone /> })
                        .collect_view()}
                </ul>
            </Show>
        </details>
    }
}

/// A competency, and of the one that is looked at its trails: what it rests on and what it opens.
#[component]
fn Row(atlas: Atlas, open: RwSignal<Option<usize>>, stone: usize) -> impl IntoView {
    let standing = Memo::new(move |_| atlas.standing(stone));
    let chart = atlas.chart();
    let Some(Stone { id, name, .. }) = chart.stones.get(stone).cloned() else { return ().into_any() };
    let trails = format!("trails-{stone}");
    let is_open = Memo::new(move |_| open.get() == Some(stone));
    let turn = move |_| {
        open.set((!is_open.get_untracked()).then_some(stone));
        atlas.choose(stone);
    };
    let to_trails = (!chart.is_retired(stone)).then(|| {
        view! {
            <button
                type="button"
                class="button button-quiet"
                aria-expanded=move || is_open.get().to_string()
                aria-controls=trails.clone()
                aria-label=t::map::trails_of(&name)
                on:click=turn
            >
                {t::map::trails()}
            </button>
        }
    });
    let of = id.clone();
    view! {
        <li class="stack stack-tight">
            <div class="row map-row">
                {move || view! { <Drawing stone standing=standing.get() /> }}
                <span class="grow">
                    <A href=Place::Competency(id.to_string()).to_string()>{name}</A>
                </span>
                <span class="row">
                    <span class="soft small">{move || standing.get().words()}</span>
                    {to_trails}
                </span>
            </div>
            <Show when=move || is_open.get()>
                <div id=trails.clone() class="stack map-row-trails">
                    <Neighbours id=of.clone() />
                </div>
            </Show>
        </li>
    }
    .into_any()
}
