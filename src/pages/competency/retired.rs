//! A competency that its framework no longer has: kept with what the learner has of it.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::framework::Item;
use portfolio::succession::{self, Kept, Move};
use portfolio::{Intent, ItemId};

use super::level_words::LevelWords;
use super::standing::WhereIAm;
use super::tree::Inside;
use crate::components::needs_said::NeedsAlong;
use crate::components::page_head::PageHead;
use crate::components::retired::{reason, what};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, World};
use crate::ui::icon::{Glyph, Icon};

/// What it was, that it is retired, what takes its place, and the work that is kept.
#[component]
pub fn Retired(item: Item) -> impl IntoView {
    let state = AppState::expect();
    let id = item.id.clone();
    let framework = state.read(|world| {
        let home = world.frameworks.of(&id).or_else(|| world.frameworks.earlier_home(&id));
        home.map(|home| home.about().title.clone())
    });
    let statement = item.in_full().map(str::to_owned);
    view! {
        <article class="page">
            <PageHead title=item.name().to_owned() />
            <div class="stack stack-tight measure">
                {statement.map(|statement| view! { <p class="statement">{statement}</p> })}
                {item.code.clone().map(|code| view! { <p class="soft small">{code}</p> })}
            </div>
            <div class="card card-sunk stack measure">
                <p class="row">
                    <Icon glyph=Glyph::History />
                    <strong>{t::retired::badge()}</strong>
                </p>
                <p>{t::retired::about(framework.flatten().unwrap_or_default())}</p>
                <Successors id=id.clone() />
            </div>
            <div class="sidebar">
                <div class="stack stack-loose">
                    <WhereIAm id=id.clone() />
                    <LevelWords id=id.clone() levels=item.levels />
                </div>
                <div class="stack stack-loose">
                    <Inside id />
                </div>
            </div>
        </article>
    }
}

/// A competency that takes its place.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Next {
    to: ItemId,
    name: String,
    reason: &'static str,
}

fn next(world: World<'_>, id: &ItemId) -> (Vec<Next>, Kept) {
    let successors = world.frameworks.successors(id).into_iter();
    let next = successors.map(|(to, link)| Next { name: world.frameworks.name(&to), to, reason: reason(link) });
    let kept = succession::kept(world.portfolio, world.frameworks).remove(id);
    (next.collect(), kept.unwrap_or_default())
}

/// What takes its place, and the way there for what the learner has.
#[component]
fn Successors(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let from = id.clone();
    let found = Memo::new(move |_| {
        let topics = &["framework", "claim", "evidence", "goal", "pathway", "notes"];
        state.watch(topics, |world| next(world, &id)).unwrap_or_default()
    });
    let has_any = move || found.with(|(_, kept)| *kept != Kept::default());
    let from = StoredValue::new(from);
    let row = move |Next { to, name, reason }: Next| {
        let (href, label, done) = (Place::Competency(to.to_string()), t::retired::go_to(&name), name.clone());
        let moves = Signal::stored(vec![Move { from: from.get_value(), to }]);
        let go = move |_| {
            let moves = moves.get_untracked();
            state.attempt_aloud(Intent::MoveAlong { moves }, t::retired::moved_to(&done));
        };
        view! {
            <li class="stack">
                <div class="stack stack-tight">
                    <A href=href.to_string()>{name}</A>
                    <span class="soft small">{reason}</span>
                </div>
                <Show when=has_any>
                    <NeedsAlong moves />
                    <div class="row">
                        <button type="button" class="button" on:click=go.clone()>
                            {label.clone()}
                        </button>
                    </div>
                </Show>
            </li>
        }
    };
    view! {
        <Show when=has_any>
            <p>{move || found.with(|(_, kept)| t::retired::what(what(kept)))}</p>
        </Show>
        <Show
            when=move || found.with(|(next, _)| !next.is_empty())
            fallback=|| view! { <p class="soft">{t::retired::no_successor()}</p> }
        >
            <h2 class="aside-title">{t::retired::successors()}</h2>
            <ul role="list" class="lines">
                <For each=move || found.with(|(next, _)| next.clone()) key=Clone::clone let(next)>
                    {row(next)}
                </For>
            </ul>
        </Show>
    }
}
