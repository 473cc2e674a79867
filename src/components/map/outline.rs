//! The same as the map, as a list of lists: region by region, in the order of the frameworks.

use leptos::prelude::*;
use leptos_router::components::A;

use super::atlas::Atlas;
use super::filters::{Count, Filters};
use super::stone::Drawing;
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
    view! {
        <div class="stack">
            <Filters atlas />
            <Count atlas />
            <For each=move || regions.get() key=Clone::clone let((region, stones))>
                <RegionList atlas region stones />
            </For>
        </div>
    }
    .into_any()
}

/// A region. What it holds is drawn when it is opened: there may be thousands.
#[component]
fn RegionList(atlas: Atlas, region: usize, stones: Vec<usize>) -> impl IntoView {
    let name = atlas.chart().regions.get(region).cloned().unwrap_or_default();
    let count = stones.len();
    let is_open = RwSignal::new(false);
    let stones = StoredValue::new(stones);
    view! {
        <details on:toggle=move |_| is_open.set(true)>
            <summary>
                {name} " " <span class="soft small">{t::pathway::found(count)}</span>
            </summary>
            <Show when=move || is_open.get()>
                <ul role="list" class="lines">
                    {stones
                        .get_value()
                        .into_iter()
                        .map(|stone| view! { <Row atlas stone /> })
                        .collect_view()}
                </ul>
            </Show>
        </details>
    }
}

#[component]
fn Row(atlas: Atlas, stone: usize) -> impl IntoView {
    let standing = Memo::new(move |_| atlas.standing(stone));
    let chart = atlas.chart();
    let Some(competency) = chart.stones.get(stone).cloned() else { return ().into_any() };
    view! {
        <li class="row map-row">
            {move || view! { <Drawing stone standing=standing.get() /> }}
            <span class="grow">
                <A href=Place::Competency(competency.id.to_string()).to_string()>{competency.name}</A>
            </span>
            <span class="soft small">{move || standing.get().words()}</span>
        </li>
    }
    .into_any()
}
