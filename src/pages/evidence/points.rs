//! The points that a piece passes in its life, as a small mark and as a filter.

use std::str::FromStr;

use leptos::prelude::*;
use portfolio::{EntityId, Portfolio};

use super::gallery::Asked;
use crate::i18n::t;
use crate::state::{AppState, PieceStage};
use crate::ui::icon::{Glyph, Icon};

/// Where a piece stands, in one word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Point {
    /// Never sent.
    Draft,
    /// As it was sent.
    Sent,
    /// Sent, and another by now.
    Changed,
    /// Sent and taken back.
    Withdrawn,
}

impl Point {
    const ALL: [Self; 4] = [Self::Draft, Self::Sent, Self::Changed, Self::Withdrawn];

    /// Where a piece stands.
    pub fn of(portfolio: &Portfolio, piece: &EntityId) -> Self {
        match PieceStage::of(portfolio, piece) {
            PieceStage::Draft => Self::Draft,
            PieceStage::Sent(_) => Self::Sent,
            PieceStage::Changed(_) => Self::Changed,
            PieceStage::Withdrawn(_) => Self::Withdrawn,
        }
    }

    /// Its name in an address.
    fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sent => "sent",
            Self::Changed => "changed",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn glyph(self) -> Glyph {
        match self {
            Self::Draft | Self::Changed => Glyph::Edit,
            Self::Sent => Glyph::Sent,
            Self::Withdrawn => Glyph::Undo,
        }
    }

    /// The word for one piece that stands there.
    fn word(self) -> &'static str {
        match self {
            Self::Draft => t::life::draft(),
            Self::Sent => t::life::mark_sent(),
            Self::Changed => t::life::mark_changed(),
            Self::Withdrawn => t::life::mark_withdrawn(),
        }
    }

    /// The word for all that stand there.
    pub fn shelf(self) -> &'static str {
        match self {
            Self::Draft => t::life::stage_drafts(),
            Self::Sent => t::life::stage_sent(),
            Self::Changed => t::life::stage_changed(),
            Self::Withdrawn => t::life::stage_withdrawn(),
        }
    }
}

impl FromStr for Point {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|point| point.name() == name).ok_or(())
    }
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// The mark on a card.
#[component]
pub fn PointMark(point: Point) -> impl IntoView {
    view! {
        <span class="stage-mark soft small">
            <Icon glyph=point.glyph() />
            {point.word()}
        </span>
    }
}

/// Chooses the pieces that stand at one point; the address keeps it. It is there as soon as something was sent.
#[component]
pub fn PointFilter(asked: Asked) -> impl IntoView {
    let state = AppState::expect();
    let (at, set_at) = asked.point;
    let is_wanted = Memo::new(move |_| {
        let was_sent = state.watch(&["submission"], |world| world.portfolio.submissions().next().is_some());
        at.get().is_some() || was_sent == Some(true)
    });
    let choice = move |point: Option<Point>| {
        let words = point.map_or(t::life::stage_all(), Point::shelf);
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (at.get() == point).to_string()
                on:click=move |_| set_at.set(point)
            >
                {words}
            </button>
        }
    };
    view! {
        <Show when=move || is_wanted.get()>
            <div class="chips" role="group" aria-label=t::life::stage()>
                {choice(None)}
                {Point::ALL.map(|point| choice(Some(point))).into_iter().collect_view()}
            </div>
        </Show>
    }
}
