//! The stone that is looked at: how one stands to it, what it waits for, what it opens.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::framework::Requirement;
use portfolio::{ItemId, Level, levels};
use trail::sheet::Look;

use super::atlas::Atlas;
use super::chart::Chart;
use super::standing::Standing;
use super::stone::Drawing;
use crate::components::choose::ChooseGoal;
use crate::components::comes_first::{self, AddNeed, RemoveNeed};
use crate::components::level::{LevelOf, number};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, World};
use crate::ui::in_turn::InTurn;

/// The panel beside the map.
#[component]
pub fn About(atlas: Atlas) -> impl IntoView {
    view! {
        <section class="card map-about" aria-label=t::map::about()>
            <InTurn>{move || view! { <AboutStone atlas stone=atlas.chosen.get() /> }}</InTurn>
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
        {(!chart.is_retired(stone))
            .then(|| {
                view! {
                    <div class="row">
                        <ChooseGoal competency=id name />
                    </div>
                    <Needs atlas id=competency.id.clone() />
                }
            })}
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
        Look::Retired => t::retired::on_map().to_owned(),
    }
}

/// What it rests on: all that its requirement names, with the level that is held and the one that is needed, and a way to say what else
/// comes first.
#[component]
fn Needs(atlas: Atlas, id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let of = id.clone();
    let needs = move || {
        let shown = state.watch(&["claim", "evidence", "framework"], |world| needed(world, &atlas.chart(), &of));
        shown.flatten()
    };
    let after = id.clone();
    view! {
        <div class="stack stack-tight">
            <h3 id=comes_first::HEADING class="map-about-title" tabindex="-1">
                {t::competency::rests_on()}
            </h3>
            {move || match needs() {
                None => view! { <p class="soft small">{t::competency::rests_on_none()}</p> }.into_any(),
                Some((some, rows)) => {
                    let rows = rows.into_iter().map(|needed| row(atlas, needed, &after));
                    view! {
                        {some.map(|words| view! { <p class="soft small">{words}</p> })}
                        <ul role="list" class="stack stack-tight">{rows.collect_view()}</ul>
                    }
                        .into_any()
                }
            }}
            <AddNeed competency=id />
        </div>
    }
}

/// A stone that another rests on.
struct Needed {
    stone: usize,
    item: ItemId,
    name: String,
    held: Option<Level>,
    needs: Level,
    is_said: bool,
}

/// Those of a competency, and how many of them are enough where that is not all.
fn needed(world: World<'_>, chart: &Chart, id: &ItemId) -> Option<(Option<String>, Vec<Needed>)> {
    let requirement = world.frameworks.of(id)?.requirement(id)?;
    let some = match &requirement {
        Requirement::AtLeast { count, of } if *count < of.len() => Some(t::competency::group_some(*count)),
        _ => None,
    };
    let row = |(item, needs): (&ItemId, Level)| {
        Some(Needed {
            stone: chart.place(item)?,
            item: item.clone(),
            name: world.frameworks.name(item),
            held: levels::held(world.portfolio, item).map(|held| held.level),
            needs,
            is_said: comes_first::is_said(world, item, id),
        })
    };
    Some((some, requirement.items().into_iter().filter_map(row).collect()))
}

fn row(atlas: Atlas, needed: Needed, after: &ItemId) -> impl IntoView + use<> {
    let Needed { stone, item, name, held, needs, is_said } = needed;
    let is_held = held.is_some_and(|held| held >= needs);
    let said = is_said.then(|| view! { <RemoveNeed before=item after=after.clone() name=name.clone() /> });
    view! {
        <li class="stack stack-tight">
            {go(atlas, stone, name)}
            <span class="row small">
                <LevelOf level=held />
                {(!is_held).then(|| view! { <span class="soft">{t::competency::needs(number(needs))}</span> })}
            </span>
            {said}
        </li>
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
