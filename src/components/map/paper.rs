//! The whole map on one sheet: printed, or saved as a picture.

use leptos::prelude::*;
use platform::object_url::ObjectUrl;
use platform::{download, page};
use trail::sheet::{self, Mark};

use super::atlas::Atlas;
use crate::i18n::t;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

const FILE: &str = "trail-map.svg";

/// The buttons, and the sheet, which is seen on paper alone.
#[component]
pub fn Paper(atlas: Atlas) -> impl IntoView {
    let state = AppState::expect();
    let sheet = RwSignal::new_local(None::<ObjectUrl>);
    let fails = move || state.say(t::map::no_print(), None);
    let save = move |_| {
        if download::bytes(FILE, drawn(state, atlas).as_bytes()).is_err() {
            fails();
        }
    };
    // It is printed as soon as the picture is there.
    let print = move |_| sheet.set(Some(ObjectUrl::of_bytes(drawn(state, atlas).as_bytes(), "image/svg+xml")));
    let is_there = move |_| {
        if page::print().is_err() {
            fails();
        }
    };
    view! {
        <div class="row">
            <button type="button" class="button" on:click=print>
                <Icon glyph=Glyph::Print />
                {t::map::print()}
            </button>
            <button type="button" class="button" on:click=save>
                <Icon glyph=Glyph::Download />
                {t::map::save()}
            </button>
        </div>
        {move || {
            sheet
                .get()
                .map(|url| view! { <img class="map-paper" src=url.to_string() alt=t::map::label() on:load=is_there /> })
        }}
    }
}

/// All of the map as it stands now, with what is asked for.
fn drawn(state: AppState, atlas: Atlas) -> String {
    let chart = atlas.chart();
    let (standings, shown) = (atlas.standings.get_untracked(), atlas.shown.get_untracked());
    let mark = |(number, stone): (usize, &super::chart::Stone)| {
        let standing = standings.get(number).copied().unwrap_or_default();
        Mark {
            name: stone.name.clone(),
            words: standing.words(),
            look: standing.look,
            stones: standing.pieces,
            has_flag: standing.is_goal,
            is_faint: shown.get(number) != Some(&true),
        }
    };
    let marks: Vec<_> = chart.stones.iter().enumerate().map(mark).collect();
    let learner = state.read(|world| world.portfolio.learner().name.clone()).unwrap_or_default();
    let title = if learner.is_empty() { t::map::label().to_owned() } else { t::map::of(learner) };
    sheet::sheet(&title, &chart.layout, &marks, &chart.regions)
}
