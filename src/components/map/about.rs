//! The stone that is looked at: how one stands to it, what it waits for, what it opens.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::framework::Requirement;
use portfolio::{ItemId, levels};
use trail::sheet::Look;

use super::atlas::Atlas;
use super::standing::Standing;
use super::stone::Drawing;
use crate::components::choose::ChooseGoal;
use crate::components::level::{LevelOf, number};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// The panel beside the map.
#[component]
pub fn About(atlas: Atlas) -> impl IntoView {
    view! {
        <section class="card map-about" aria-label=t::map::about()>
            {move || view! { <AboutStone atlas stone=atlas.chosen.get() /> }}
        </section>
    }
}

#[component]
fn AboutStone(atlas: Atlas, stone: usize) -> impl IntoView {
    let chart = atlas.chart();
    let Some(competency) = chart.stones.get(stone).cloned() else { return ().into_any() };
    let standing = Memo::new(move |_| atlas.standing(stone));
    let (id, name) = (competency.id.clone(), competency.name.clone());
    view! {
        <span class="soft tiny">{chart.region_of(stone).to_owned()}</span>
        <h2 class="goal-name">
            <A href=Place::Competency(id.to_string()).to_string()>{competency.name.clone()}</A>
        </h2>
        <div class="row row-start">
            {move || view! { <Drawing stone standing=standing.get() /> }}
            <div class="stack stack-tight grow">
                {move || view! { <LevelOf level=standing.get().level /> }}
                <p class="small">{move || sentence(standing.get())}</p>
            </div>
        </div>
        <div class="row">
            <ChooseGoal competency=id name />
        </div>
        <Needs atlas id=competency.id.clone() />
        {ways(atlas, t::competency::opens(), chart.graph.after(stone))}
    }
    .into_any()
}

fn sentence(standing: Standing) -> String {
    match standing.look {
        Look::Ready if standing.is_only_said => t::map::tells_ready_said().to_owned(),
        Look::Ready => t::map::tells_ready().to_owned(),
        Look::Said => t::competency::only_said().to_owned(),
        Look::Reached => t::map::tells_reached().to_owned(),
        Look::Blocked => t::map::tells_blocked(standing.waits_for),
    }
}

/// What it rests on: all that its requirement names, with the level that is held and the one that is needed.
#[component]
fn Needs(atlas: Atlas, id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let needs = move || {
        let shown = state.watch(&["claim", "evidence", "framework"], |world| {
            let requirement = world.frameworks.of(&id)?.requirement(&id)?;
            let some = match &requirement {
                Requirement::AtLeast { count, of } if *count < of.len() => Some(t::competency::group_some(*count)),
                _ => None,
            };
            let chart = atlas.chart();
            let rows: Vec<_> = requirement
                .items()
                .into_iter()
                .filter_map(|(item, needed)| {
                    let stone = chart.place(item)?;
                    let held = levels::held(world.portfolio, item).map(|held| held.level);
                    Some((stone, world.frameworks.name(item), held, needed))
                })
                .collect();
            Some((some, rows))
        });
        shown.flatten()
    };
    move || {
        let (some, rows) = needs()?;
        let rows = rows.into_iter().map(|(stone, name, held, needed)| {
            let is_held = held.is_some_and(|held| held >= needed);
            view! {
                <li class="stack stack-tight">
                    {go(atlas, stone, name)}
                    <span class="row small">
                        <LevelOf level=held />
                        {(!is_held).then(|| view! { <span class="soft">{t::competency::needs(number(needed))}</span> })}
                    </span>
                </li>
            }
        });
        Some(view! {
            <div class="stack stack-tight">
                <h3 class="map-about-title">{t::competency::rests_on()}</h3>
                {some.map(|words| view! { <p class="soft small">{words}</p> })}
                <ul role="list" class="stack stack-tight">{rows.collect_view()}</ul>
            </div>
        })
    }
}

/// Buttons that go on to other stones; nothing where there are none.
fn ways(atlas: Atlas, title: &'static str, stones: &[usize]) -> impl IntoView + use<> {
    let chart = atlas.chart();
    let named = |stone: &usize| Some((*stone, chart.stones.get(*stone)?.name.clone()));
    let stones: Vec<_> = stones.iter().filter_map(named).collect();
    (!stones.is_empty()).then(|| {
        let rows = stones.into_iter().map(|(stone, name)| view! { <li>{go(atlas, stone, name)}</li> });
        view! {
            <div class="stack stack-tight">
                <h3 class="map-about-title">{title}</h3>
                <ul role="list" class="stack stack-tight">{rows.collect_view()}</ul>
            </div>
        }
    })
}

fn go(atlas: Atlas, stone: usize, name: String) -> impl IntoView {
    view! {
        <button type="button" class="map-go" on:click=move |_| atlas.go_to(stone)>
            {name}
        </button>
    }
}
