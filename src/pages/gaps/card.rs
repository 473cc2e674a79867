//! One gap: what is missing, why, what it opens, and the next step in one tap.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::gaps::Kind;

use super::found::{Row, Step};
use crate::components::level::{LevelOf, number};
use crate::i18n::t;
use crate::routes::Place;
use crate::ui::icon::{Glyph, Icon};

/// The name of a kind of gap.
pub fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::BelowAim => t::gaps::below(),
        Kind::NoEvidence => t::gaps::no_evidence(),
        Kind::Blocked => t::gaps::blocked(),
        Kind::AwaitingJudgement => t::gaps::awaiting(),
        Kind::Stale => t::gaps::stale(),
        Kind::Retired => t::retired::badge(),
    }
}

/// What a kind of gap is told apart by, beside its name.
fn glyph(kind: Kind) -> Glyph {
    match kind {
        Kind::BelowAim => Glyph::Up,
        Kind::NoEvidence => Glyph::Evidence,
        Kind::Blocked => Glyph::Pause,
        Kind::AwaitingJudgement => Glyph::Sent,
        Kind::Stale => Glyph::History,
        Kind::Retired => Glyph::Folder,
    }
}

/// A gap as a card.
#[component]
pub fn GapCard(row: Row) -> impl IntoView {
    let Row { competency, name, subject, kind, held, is_said, aim, why, opens, step } = row;
    let (place, title) = (Place::Competency(competency.to_string()).to_string(), name.clone());
    view! {
        <article class="card gap">
            <div class="stack stack-tight grow">
                <p class="row small">
                    <span class="gap-kind">
                        <Icon glyph=glyph(kind) />
                        {word(kind)}
                    </span>
                    <span class="soft">{subject}</span>
                </p>
                <h2 class="goal-name">
                    <A href=place>{title}</A>
                </h2>
                <p>{why}</p>
                {(!opens.is_empty()).then(|| view! { <p class="gap-opens">{opens}</p> })}
            </div>
            <div class="stack gap-step">
                <p class="row small">
                    <LevelOf level=held is_said />
                    <span class="soft">{t::gaps::aim(number(aim))}</span>
                </p>
                <NextStep competency=competency.to_string() name step />
            </div>
        </article>
    }
}

/// Where the step leads by itself is said; otherwise the name stands on the card already, and is said to those who hear the link alone.
#[component]
fn NextStep(competency: String, name: String, step: Step) -> impl IntoView {
    let (place, glyph, words, of) = match step {
        Step::Show => (Place::NewEvidence(Some(competency)), Glyph::Add, t::competency::add().to_owned(), Some(name)),
        Step::Begin { competency, name } => {
            (Place::Competency(competency.to_string()), Glyph::Pathway, t::gaps::begin(name), None)
        }
        Step::GoOn { name: next } => (Place::Competency(competency), Glyph::Pathway, t::gaps::go_on(next), Some(name)),
        Step::Kept => (Place::Competency(competency), Glyph::Look, t::gaps::kept().to_owned(), Some(name)),
        Step::Look(piece) => {
            (Place::Piece(piece.rest().to_owned()), Glyph::Look, t::gaps::look().to_owned(), Some(name))
        }
    };
    view! {
        <A href=place.to_string() attr:class="button">
            <Icon glyph />
            <span>{words} {of.map(|name| view! { <span class="visually-hidden">" · " {name}</span> })}</span>
        </A>
    }
}
