//! The pieces among what the palette offers. They are found by all their words, as they are in the gallery; while the portfolio is
//! being read, by what was kept of them.

use std::cmp::Reverse;

use platform::intl::{self, DateStyle};
use portfolio::EntityId;
use portfolio::gallery::{Headline, Order, latest_first};
use search::{Hit, Query, fold};

use super::act::Act;
use super::entry::Entry;
use super::offer::Fit;
use crate::i18n::{language, t};
use crate::routes::Place;
use crate::state::{AppState, World};
use crate::ui::icon::Glyph;

/// The pieces in use.
pub struct Pieces {
    state: AppState,
    /// `None` while the portfolio is being read.
    latest_first: Option<LatestFirst>,
}

struct LatestFirst {
    ids: Vec<EntityId>,
    order: Order,
}

impl Pieces {
    /// Those that there are now. They can be found from now on.
    pub fn of(state: AppState) -> Self {
        state.want_search();
        let latest_first = |world: World<'_>| {
            let ids: Vec<_> = latest_first(world.portfolio).into_iter().map(|piece| piece.id.clone()).collect();
            LatestFirst { order: Order::of(&ids), ids }
        };
        Self { state, latest_first: state.read(latest_first) }
    }

    /// The latest.
    pub fn latest(&self, most: usize) -> Vec<Entry> {
        let latest = |world: World<'_>| {
            let ids = self.latest_first.iter().flat_map(|latest_first| &latest_first.ids);
            ids.take(most).filter_map(|id| seen(world, id).map(|(key, headline)| entry(key, headline))).collect()
        };
        self.state.read(latest).unwrap_or_default()
    }

    /// Those with the best fit, of those that fit alike the latest first, and how many fit at all. Subscribes the running view.
    pub fn found(&self, query: &Query, typed: &str, most: usize) -> (Vec<(Fit, Entry)>, usize) {
        let state = self.state;
        let found = match &self.latest_first {
            Some(LatestFirst { ids, order }) => state.find(
                query,
                |key, _| order.has(key),
                |hits| state.read(|world| best(&order.ranked(hits), |place| seen(world, ids.get(place)?), typed, most)),
            ),
            None => state.find(
                query,
                // One in the trash has none.
                |_, note| !note.is_empty(),
                |hits| Some(best(&kept(hits), seen_when_kept, typed, most)),
            ),
        };
        found.flatten().unwrap_or_default()
    }
}

/// What was found among what was kept, the best first, of those that fit alike the latest. Ids of one day count up, as a rule.
fn kept<'i>(hits: &[Hit<'i>]) -> Vec<(u32, Hit<'i>)> {
    let days = hits.iter().filter_map(|hit| Some((hit.points, Headline::read(hit.note)?.day, *hit)));
    let mut kept: Vec<_> = days.collect();
    kept.sort_by_key(|(points, day, hit)| Reverse((*points, *day, hit.key)));
    kept.into_iter().map(|(points, _, hit)| (points, hit)).collect()
}

fn seen<'w>(world: World<'w>, id: &EntityId) -> Option<(&'w str, Headline<'w>)> {
    let piece = world.portfolio.piece(id)?;
    Some((piece.id.rest(), Headline::of(piece)?))
}

fn seen_when_kept(hit: Hit<'_>) -> Option<(&str, Headline<'_>)> {
    Some((hit.key, Headline::read(hit.note)?))
}

/// The best of what fits, and how many fit.
fn best<'p, T: Copy>(
    fitting: &[(u32, T)],
    seen: impl Fn(T) -> Option<(&'p str, Headline<'p>)>,
    typed: &str,
    most: usize,
) -> (Vec<(Fit, Entry)>, usize) {
    // What is called just like that may stand behind others with as many points.
    let least = fitting.get(most.saturating_sub(1)).map_or(0, |(points, _)| *points);
    let near = fitting.iter().take_while(|(points, _)| *points >= least);
    let typed = fold::tag(typed);
    let near = near.filter_map(|(points, piece)| Some((*points, seen(*piece)?)));
    let mut best: Vec<(Fit, _)> =
        near.map(|(points, (key, headline))| ((points, fold::tag(headline.title) == typed), (key, headline))).collect();
    best.sort_by_key(|(fit, _)| Reverse(*fit));
    let best = best.into_iter().take(most).map(|(fit, (key, headline))| (fit, entry(key, headline)));
    (best.collect(), fitting.len())
}

fn entry(key: &str, Headline { day, title }: Headline<'_>) -> Entry {
    let name = if title.is_empty() { t::evidence::untitled() } else { title };
    let day = day.map(|day| intl::date(language().tag(), day, DateStyle::Medium));
    Entry {
        about: day.unwrap_or_default(),
        ..Entry::new(Glyph::Evidence, name, Act::go(&Place::Piece(key.to_owned())))
    }
}
