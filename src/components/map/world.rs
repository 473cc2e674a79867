//! The map as it lies below the frame: regions, trails, stones.

use leptos::prelude::*;
use trail::camera::Part;
use trail::drawn;

use super::atlas::Atlas;
use super::dots::DotsView;
use super::scene::{self, Kind, Line, Trails};
use super::stone::StoneView;

/// How high the names of regions are on the screen, in pixels, wherever the map is looked at from.
const TITLE: f64 = 19.0;
/// From far away they would reach over what lies in the region; they grow so many times at most.
const MOST: f64 = 4.5;
/// How wide a trail and a dot are at least, in the same.
const LINE: f64 = 1.3;
const DOT: f64 = 6.0;

/// All of it that is in sight.
#[component]
pub fn WorldView(atlas: Atlas, window: Memo<Part>, trails: Memo<Trails>) -> impl IntoView {
    let stones = scene::stones(atlas, window);
    let dots = scene::dots_beside(atlas, window, stones);
    let has_names = scene::has_names(atlas);
    let (width, height) = atlas.chart().size();
    let regions = Memo::new(move |_| scene::regions(&atlas.chart(), &window.get()));
    // From far away the stone that is looked at is a ring around its dot.
    let here = move || {
        let spot = atlas.spot(atlas.chosen.get());
        (stones.read().len() == 1).then(|| format!("M{:.0} {:.0}h0", spot.x, spot.y))
    };
    let at_least = move |screen: f64, map: f64| (screen / atlas.camera.read().scale).max(map);
    let wide = move |screen: f64, map: f64| format!("{:.1}", at_least(screen, map));
    view! {
        <div
            class="map-world"
            class:map-glides=move || atlas.glides.get()
            class:map-far=move || !has_names.get()
            style:transform=move || atlas.camera.get().transform(atlas.frame.get())
        >
            <For each=move || regions.get() key=|region| *region let(region)>
                <RegionView atlas region />
            </For>
            <svg class="map-lines" width=width height=height aria-hidden="true" focusable="false">
                <g class:map-dense=move || trails.read().is_dense style:stroke-width=move || wide(LINE, 2.0)>
                    <For each=move || trails.read().far.clone() key=|line| *line let(line)>
                        <path class=far(line.kind) d=move || course(atlas, line, &window.read()) />
                    </For>
                </g>
                <g style:stroke-width=move || wide(2.0 * LINE, 4.0)>
                    <For each=move || trails.read().near.clone() key=|line| *line let(line)>
                        <path class=near(line.kind) d=move || course(atlas, line, &window.read()) />
                    </For>
                </g>
                <path class="map-here" style:stroke-width=move || wide(3.0 * DOT, 0.0) d=here />
                <DotsView dots width=Signal::derive(move || at_least(DOT, 13.0)) />
            </svg>
            <For each=move || stones.get() key=|stone| *stone let(stone)>
                <StoneView atlas stone />
            </For>
        </div>
    }
}

fn course(atlas: Atlas, line: Line, window: &Part) -> String {
    let chart = atlas.chart();
    chart
        .layout
        .trails
        .get(line.trail)
        .map(|trail| drawn::trail_within(&chart.layout, trail, window))
        .unwrap_or_default()
}

fn far(kind: Kind) -> &'static str {
    match kind {
        Kind::Sequence => "map-trail map-trail-sequence",
        Kind::Passing => "map-trail map-trail-passing",
        Kind::Ahead => "map-trail map-trail-ahead",
        Kind::Walked => "map-trail map-trail-walked",
        Kind::Added => "map-trail map-trail-added",
    }
}

fn near(kind: Kind) -> &'static str {
    match kind {
        Kind::Added => "map-trail map-trail-added map-trail-near",
        Kind::Sequence | Kind::Passing | Kind::Ahead | Kind::Walked => "map-trail map-trail-near",
    }
}

/// A region with its name.
#[component]
fn RegionView(atlas: Atlas, region: usize) -> impl IntoView {
    let chart = atlas.chart();
    let part = chart.layout.regions.get(region).map(drawn::region).unwrap_or_default();
    let name = chart.regions.get(region).cloned().unwrap_or_default();
    let size = move || format!("{:.1}px", (TITLE / atlas.camera.read().scale).clamp(TITLE, MOST * TITLE));
    view! {
        <div
            class="map-region"
            // A screen reader hears of what stands in it, stone by stone.
            aria-hidden="true"
            style:transform=format!("translate({:.0}px, {:.0}px)", part.left, part.top)
            style:width=format!("{:.0}px", part.right - part.left)
            style:height=format!("{:.0}px", part.bottom - part.top)
        >
            <span class="map-region-name" style:font-size=size>
                {name}
            </span>
        </div>
    }
}
