//! One stone: what it is called, how one stands to it, its cairn, its flag.

use leptos::prelude::*;
use trail::drawn;
use trail::sheet::Look;

use super::atlas::Atlas;
use super::standing::Standing;

/// What the element of a stone is called in the page.
pub fn stone_id(stone: usize) -> String {
    format!("map-stone-{stone}")
}

fn class(standing: Standing) -> &'static str {
    match standing.look {
        Look::Ready if standing.is_only_said => "map-drawing map-ready map-on-word",
        Look::Blocked => "map-drawing map-blocked",
        Look::Ready => "map-drawing map-ready",
        Look::Said => "map-drawing map-said",
        Look::Reached => "map-drawing map-reached",
        Look::Retired => "map-drawing map-retired",
    }
}

/// A stone as one of the options of the map.
#[component]
pub fn StoneView(atlas: Atlas, stone: usize) -> impl IntoView {
    let chart = atlas.chart();
    let name = chart.stones.get(stone).map(|stone| stone.name.clone()).unwrap_or_default();
    let (all, region) = (chart.stones.len(), chart.region_of(stone).to_owned());
    let standing = Memo::new(move |_| atlas.standing(stone));
    let spot = atlas.spot(stone);
    let label = {
        let name = name.clone();
        move || format!("{}, {region}", standing.read().told(&name))
    };
    view! {
        <div
            id=stone_id(stone)
            class="map-stone"
            role="option"
            aria-selected=move || (atlas.chosen.get() == stone).to_string()
            aria-label=label
            aria-setsize=all
            aria-posinset=stone + 1
            style:transform=format!("translate({:.0}px, {:.0}px)", spot.x, spot.y)
            on:click=move |_| atlas.choose(stone)
        >
            {move || view! { <Drawing stone standing=standing.get() /> }}
            <span class="map-name">{name}</span>
            " "
            <span class="map-word">{move || standing.read().words()}</span>
        </div>
    }
}

/// A stone as it is drawn, also beside words that tell how one stands to it.
#[component]
pub fn Drawing(stone: usize, standing: Standing) -> impl IntoView {
    let stack = drawn::stack(standing.pieces).map(|outline| view! { <path class="map-stack" d=outline /> });
    let is_reached = matches!(standing.look, Look::Said | Look::Reached);
    view! {
        <svg class=class(standing) viewBox="-50 -64 100 94" aria-hidden="true" focusable="false">
            {(standing.look == Look::Ready)
                .then(|| view! { <ellipse class="map-light" rx=drawn::LIGHT.0 ry=drawn::LIGHT.1 /> })}
            <ellipse class="map-ring" rx=drawn::LIGHT.0 + 2.0 ry=drawn::LIGHT.1 + 2.0 />
            <path class="map-base" d=drawn::base(stone) />
            {stack.collect_view()}
            {is_reached.then(|| view! { <path class="map-tick" d=drawn::TICK /> })}
            {(standing.look == Look::Retired).then(|| view! { <path class="map-bar" d=drawn::BAR /> })}
            {standing.is_goal.then(|| view! { <path class="map-flag" d=drawn::FLAG /> })}
        </svg>
    }
}
