//! How far I am, my cairn, and why the level is what it is.

use leptos::prelude::*;
use leptos_router::components::A;
use platform::intl::{self, DateStyle};
use portfolio::levels::{self, Considered, Source, Why};
use portfolio::model::Basis;
use portfolio::{EntityId, ItemId};

use super::layers::Layers;
use super::past::Past;
use super::rule::RuleHere;
use crate::components::level::LevelOf;
use crate::i18n::{language, t};
use crate::routes::Place;
use crate::state::{AppState, World};
use crate::ui::cairn::Cairn;

/// A claim with the words that show it.
#[derive(Clone, PartialEq)]
struct Row {
    piece: Option<EntityId>,
    title: String,
    date: String,
    considered: Considered,
}

#[derive(Clone, PartialEq, Default)]
struct Explained {
    counted: Option<Row>,
    earlier: Vec<Row>,
    aside: Option<Row>,
    stones: usize,
}

fn explain(world: World<'_>, id: &ItemId) -> Explained {
    let Why { counted, earlier, set_aside } = levels::why(world.portfolio, id);
    let stones = world.portfolio.claims_for(id).filter(|(_, piece)| piece.is_some()).count();
    let row = |considered| row(world, considered);
    Explained {
        counted: counted.map(row),
        earlier: earlier.into_iter().map(row).collect(),
        aside: set_aside.map(row),
        stones,
    }
}

fn row(world: World<'_>, considered: Considered) -> Row {
    let piece = match &considered.held.from {
        Source::Work(piece) => Some(piece.clone()),
        Source::OwnWord(_) => None,
    };
    let title = piece.as_ref().map(|id| world.portfolio.piece(id).map(|piece| piece.title.clone()).unwrap_or_default());
    let title = match title {
        None => t::competency::own_word().to_owned(),
        Some(title) if title.is_empty() => t::evidence::untitled().to_owned(),
        Some(title) => title,
    };
    let date = considered.day.map(|day| intl::date(language().tag(), day, DateStyle::Long)).unwrap_or_default();
    Row { piece, title, date, considered }
}

/// The level held with its cairn, and behind a disclosure the rule and every claim, whether it counted or not.
#[component]
pub fn WhereIAm(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let of = id.clone();
    let shown =
        Memo::new(move |_| state.watch(&["claim", "evidence"], |world| explain(world, &of)).unwrap_or_default());
    let own = Memo::new(move |_| shown.with(|shown| shown.counted.as_ref().map(|row| row.considered.held.level)));
    let label = move || match shown.with(|shown| shown.stones) {
        0 => t::competency::cairn_empty().to_owned(),
        stones => t::competency::cairn(stones),
    };
    let said = move || {
        shown.with(|shown| match shown.counted.as_ref().map(|row| &row.considered.held.from) {
            Some(Source::OwnWord(Basis::Placed)) => Some(t::competency::only_said()),
            Some(Source::OwnWord(Basis::Rests)) => Some(t::competency::rests()),
            _ => None,
        })
    };
    view! {
        <section class="stack" aria-labelledby="where-i-am">
            <h2 id="where-i-am">{t::competency::now()}</h2>
            <div class="row row-start">
                <div class="competency-cairn">
                    {move || view! { <Cairn count=shown.with(|shown| shown.stones) label=label() /> }}
                </div>
                <div class="stack grow">
                    <Layers own />
                    {move || said().map(|words| view! { <p class="soft">{words}</p> })}
                    <Show
                        when=move || shown.with(|shown| shown.counted.is_some())
                        fallback=|| view! { <p class="soft">{t::competency::evidence_none()}</p> }
                    >
                        <details>
                            <summary>{t::competency::why()}</summary>
                            <div class="stack">
                                <p>{t::competency::rule()}</p>
                                {move || rows(t::competency::counted(), shown.get().counted.into_iter().collect())}
                                {move || rows(t::competency::earlier(), shown.get().earlier)}
                                {move || rows(t::competency::aside(), shown.get().aside.into_iter().collect())}
                            </div>
                        </details>
                    </Show>
                    <RuleHere id=id.clone() />
                    <Past id />
                </div>
            </div>
        </section>
    }
}

fn rows(title: &'static str, rows: Vec<Row>) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        let rows = rows
            .into_iter()
            .map(|Row { piece, title, date, considered }| {
                let name = match piece {
                    Some(piece) => {
                        view! { <A href=Place::Piece(piece.rest().to_owned()).to_string()>{title}</A> }.into_any()
                    }
                    None => title.into_any(),
                };
                view! {
                    <li class="row row-apart">
                        <span>{name} " " <span class="soft small">{date}</span></span>
                        <LevelOf level=Some(considered.held.level) />
                    </li>
                }
            })
            .collect_view();
        view! {
            <div>
                <h3 class="aside-title">{title}</h3>
                <ul role="list" class="lines">{rows}</ul>
            </div>
        }
    })
}
