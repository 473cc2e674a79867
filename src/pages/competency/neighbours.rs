//! What it rests on and what it opens.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::framework::Requirement;
use portfolio::{ItemId, Level, levels};

use super::links::{links, named};
use crate::components::level::{LevelOf, number};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, World};

/// A requirement with the words and levels that show it.
#[derive(Clone, PartialEq)]
enum Needed {
    One { id: ItemId, name: String, needs: Level, held: Option<Level> },
    Some { count: usize, of: Vec<Needed> },
}

fn needed(world: World<'_>, requirement: &Requirement) -> Needed {
    match requirement {
        Requirement::Item { item, level } => Needed::One {
            id: item.clone(),
            name: name_of(world, item),
            needs: *level,
            held: levels::held(world.portfolio, item).map(|held| held.level),
        },
        Requirement::AtLeast { count, of } => {
            Needed::Some { count: *count, of: of.iter().map(|part| needed(world, part)).collect() }
        }
    }
}

fn name_of(world: World<'_>, id: &ItemId) -> String {
    world.frameworks.name(id)
}

/// Both lists; nothing where the framework links nothing.
#[component]
pub fn Neighbours(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let of = id.clone();
    let rests_on = Memo::new(move |_| {
        let found = state.watch(&["claim", "evidence", "framework"], |world| {
            let requirement = world.frameworks.of(&of)?.requirement(&of)?;
            Some(needed(world, &requirement))
        });
        found.flatten()
    });
    let opens = state.read(|world| {
        let framework = world.frameworks.of(&id);
        let opened = framework.map(|framework| framework.opens(&id)).unwrap_or_default();
        opened.into_iter().map(named).collect::<Vec<_>>()
    });
    let opens = opens.unwrap_or_default();
    view! {
        <section class="stack stack-tight" aria-labelledby="rests-on">
            <h2 id="rests-on" class="aside-title">{t::competency::rests_on()}</h2>
            {move || match rests_on.get() {
                Some(needed) => view! { <ul role="list" class="stack stack-tight">{show(needed)}</ul> }.into_any(),
                None => view! { <p class="soft">{t::competency::rests_on_none()}</p> }.into_any(),
            }}
        </section>
        {(!opens.is_empty())
            .then(|| {
                view! {
                    <section class="stack stack-tight" aria-labelledby="opens">
                        <h2 id="opens" class="aside-title">{t::competency::opens()}</h2>
                        <ul role="list" class="stack stack-tight">{links(opens)}</ul>
                    </section>
                }
            })}
    }
}

fn show(needed: Needed) -> AnyView {
    match needed {
        Needed::One { id, name, needs, held } => view! {
            <li class="stack stack-tight">
                <A href=Place::Competency(id.to_string()).to_string()>{name}</A>
                <span class="row small">
                    <LevelOf level=held />
                    <span class="soft">{t::competency::needs(number(needs))}</span>
                </span>
            </li>
        }
        .into_any(),
        Needed::Some { count, of } => {
            let words = if count >= of.len() {
                t::competency::group_all().to_owned()
            } else {
                t::competency::group_some(count)
            };
            view! {
                <li class="stack stack-tight">
                    <span class="soft small">{words}</span>
                    <ul role="list" class="stack stack-tight needed">{of.into_iter().map(show).collect_view()}</ul>
                </li>
            }
            .into_any()
        }
    }
}
