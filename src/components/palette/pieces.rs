//! The pieces among what the palette offers. They are found by all their words, as they are in the gallery.

use std::cmp::Reverse;
use std::collections::HashMap;

use portfolio::EntityId;
use portfolio::gallery::latest_first;
use search::{Query, fold};

use super::act::Act;
use super::entry::Entry;
use super::offer::Fit;
use crate::i18n::{language, t};
use crate::platform::intl::{self, DateStyle};
use crate::routes::Place;
use crate::state::{AppState, World};
use crate::ui::icon::Glyph;

/// The pieces in use.
pub struct Pieces {
    state: AppState,
    latest_first: Vec<EntityId>,
}

impl Pieces {
    /// Those that there are now. They can be found from now on.
    pub fn of(state: AppState) -> Self {
        state.want_search();
        let ids = |world: World<'_>| latest_first(world.portfolio).into_iter().map(|piece| piece.id.clone()).collect();
        Self { state, latest_first: state.read(ids).unwrap_or_default() }
    }

    /// The latest.
    pub fn latest(&self, most: usize) -> Vec<Entry> {
        self.latest_first.iter().take(most).filter_map(|id| self.entry(id)).collect()
    }

    /// Those with the best fit, of those that fit alike the latest first, and how many fit at all. Subscribes the running view.
    pub fn found(&self, query: &Query, typed: &str, most: usize) -> (Vec<(Fit, Entry)>, usize) {
        let fitting = self.state.find(query, |hits| {
            let points: HashMap<&str, u32> = hits.iter().map(|hit| (hit.key, hit.points)).collect();
            let fits = self.latest_first.iter().filter_map(|id| Some((*points.get(id.rest())?, id)));
            let mut fitting: Vec<_> = fits.collect();
            fitting.sort_by_key(|(points, _)| Reverse(*points));
            fitting
        });
        let fitting = fitting.unwrap_or_default();
        // What is called just like that may stand behind others with as many points.
        let least = fitting.get(most.saturating_sub(1)).map_or(0, |(points, _)| *points);
        let near = fitting.iter().take_while(|(points, _)| *points >= least);
        let mut best: Vec<(Fit, &EntityId)> =
            near.map(|(points, id)| ((*points, self.is_called(id, typed)), *id)).collect();
        best.sort_by_key(|(fit, _)| Reverse(*fit));
        let best = best.into_iter().take(most).filter_map(|(fit, id)| Some((fit, self.entry(id)?)));
        (best.collect(), fitting.len())
    }

    fn is_called(&self, id: &EntityId, typed: &str) -> bool {
        let is_called =
            |world: World<'_>| world.portfolio.piece(id).is_some_and(|piece| fold::same_words(&piece.title, typed));
        self.state.read(is_called).unwrap_or_default()
    }

    fn entry(&self, id: &EntityId) -> Option<Entry> {
        let entry = |world: World<'_>| {
            let piece = world.portfolio.piece(id)?;
            let name = if piece.title.is_empty() { t::evidence::untitled() } else { &piece.title };
            let day = piece.day().map(|day| intl::date(language().tag(), day, DateStyle::Medium));
            Some(Entry {
                about: day.unwrap_or_default(),
                ..Entry::new(Glyph::Evidence, name, Act::go(&Place::Piece(piece.id.rest().to_owned())))
            })
        };
        self.state.read(entry).flatten()
    }
}
