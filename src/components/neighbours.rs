//! What a competency rests on and what it opens. There is one of these on a page.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::framework::Requirement;
use portfolio::levels::{self, Held};
use portfolio::{ItemId, Level};

use crate::components::comes_first::{self, AddNeed, RemoveNeed};
use crate::components::competency_links::{links, named};
use crate::components::level::{LevelOf, number};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, World};

/// A requirement with the words and levels that show it.
#[derive(Clone, PartialEq)]
enum Needed {
    One { id: ItemId, name: String, needs: Level, held: Option<Held>, is_mine: bool },
    Some { count: usize, of: Vec<Needed> },
}

fn needed(world: World<'_>, of: &ItemId, requirement: &Requirement) -> Needed {
    match requirement {
        Requirement::Item { item, level } => Needed::One {
            id: item.clone(),
            name: name_of(world, item),
            needs: *level,
            held: levels::held(world.portfolio, item),
            is_mine: comes_first::is_said(world, item, of),
        },
        Requirement::AtLeast { count, of: parts } => {
            Needed::Some { count: *count, of: parts.iter().map(|part| needed(world, of, part)).collect() }
        }
    }
}

fn name_of(world: World<'_>, id: &ItemId) -> String {
    world.frameworks.name(id)
}

/// Both lists, with what the learner says comes first.
#[component]
pub fn Neighbours(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let (of, opening) = (id.clone(), id.clone());
    let rests_on = Memo::new(move |_| {
        let found = state.watch(&["claim", "evidence", "framework"], |world| {
            let requirement = world.frameworks.of(&of)?.requirement(&of)?;
            Some(needed(world, &of, &requirement))
        });
        found.flatten()
    });
    let opens = Memo::new(move |_| {
        let opened = state
            .watch(&["framework"], |world| world.frameworks.opens(&opening).into_iter().map(named).collect::<Vec<_>>());
        opened.unwrap_or_default()
    });
    let after = id.clone();
    view! {
        <section class="stack stack-tight" aria-labelledby="rests-on">
            <h2 id=comes_first::HEADING class="aside-title" tabindex="-1">{t::competency::rests_on()}</h2>
            {move || match rests_on.get() {
                Some(needed) => view! { <ul role="list" class="stack stack-tight">{show(needed, &after)}</ul> }.into_any(),
                None => view! { <p class="soft">{t::competency::rests_on_none()}</p> }.into_any(),
            }}
            <AddNeed competency=id />
        </section>
        <Show when=move || !opens.read().is_empty()>
            <section class="stack stack-tight" aria-labelledby="opens">
                <h2 id="opens" class="aside-title">{t::competency::opens()}</h2>
                <ul role="list" class="stack stack-tight">{move || links(opens.get())}</ul>
            </section>
        </Show>
    }
}

fn show(needed: Needed, after: &ItemId) -> AnyView {
    match needed {
        Needed::One { id, name, needs, held, is_mine } => {
            let to = Place::Competency(id.to_string());
            let is_said = held.as_ref().is_some_and(Held::is_only_said);
            let mine = is_mine.then(|| view! { <RemoveNeed before=id after=after.clone() name=name.clone() /> });
            view! {
                <li class="stack stack-tight">
                    <A href=to.to_string()>{name}</A>
                    <span class="row small">
                        <LevelOf level=held.map(|held| held.level) is_said />
                        <span class="soft">{t::competency::needs(number(needs))}</span>
                    </span>
                    {is_said.then(|| view! { <span class="soft small">{t::competency::only_said()}</span> })}
                    {mine}
                </li>
            }
            .into_any()
        }
        Needed::Some { count, of } => {
            let words = if count >= of.len() {
                t::competency::group_all().to_owned()
            } else {
                t::competency::group_some(count)
            };
            view! {
                <li class="stack stack-tight">
                    <span class="soft small">{words}</span>
                    <ul role="list" class="stack stack-tight needed">{of.into_iter().map(|part| show(part, after)).collect_view()}</ul>
                </li>
            }
            .into_any()
        }
    }
}
