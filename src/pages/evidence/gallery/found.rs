//! The pieces that were asked for, in the order in which they are shown.

use std::sync::Arc;

use leptos::prelude::*;
use portfolio::EntityId;
use portfolio::gallery::{self, Filter, Order, in_trash, latest_first};
use search::Query;

use super::asked::{Asked, Layout};
use crate::i18n::t;
use crate::pages::evidence::points::Point;
use crate::state::AppState;
use crate::ui::long_list::Group;

/// A piece among all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its id.
    pub id: EntityId,
    /// The year it stands at.
    pub year: Option<i32>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The pieces.
    pub pieces: Arc<Vec<Placed>>,
    /// The same by year; together where those that fit best stand first.
    pub groups: Vec<Group>,
    /// Whether more may be found, because not every word was read yet.
    pub is_looking: bool,
}

/// Counts the changes of pieces and what belongs to them.
pub fn changes(state: AppState) -> Memo<u32> {
    Memo::new(move |changes: Option<&u32>| {
        ["evidence", "artifact", "claim", "submission"].into_iter().for_each(|topic| state.track(topic));
        changes.map_or(0, |changes| changes.wrapping_add(1))
    })
}

/// What was found, from now on.
pub fn found(state: AppState, asked: Asked, changes: Memo<u32>) -> Memo<Found> {
    let shelf = Memo::new(move |_| {
        // Read, not only tracked: a memo that nobody reads never learns what it depends on.
        let (_changes, trashed) = (changes.get(), asked.is_in_trash());
        shelf(state, trashed)
    });
    // A letter that is typed asks for neither of these again.
    let wanted = Memo::new(move |_| {
        let _changes = changes.get();
        wanted(state, shelf.get(), &asked.filter(), asked.point())
    });
    let order = Memo::new(move |_| wanted.with(|wanted| Arc::new(Order::of(wanted.iter().map(|placed| &placed.id)))));
    Memo::new(move |_| {
        let (wanted, query) = (wanted.get(), Query::new(&asked.words()));
        if query.is_blank() {
            return Found { groups: by_year(&wanted), pieces: wanted, is_looking: false };
        }
        let (order, by_fit) = (order.get(), asked.layout() == Layout::Cards);
        let ranked = state.find(&query, |key, _| order.has(key), |hits| order.ranked(hits)).unwrap_or_default();
        let fitting = placed(&wanted, ranked, by_fit);
        let groups = if by_fit { together(&fitting) } else { by_year(&fitting) };
        Found { groups, pieces: Arc::new(fitting), is_looking: !state.finds_all() }
    })
}

/// All pieces in use or all in the trash, latest work first.
fn shelf(state: AppState, trashed: bool) -> Arc<Vec<Placed>> {
    let shelf = state.read(|world| {
        let pieces = if trashed { in_trash(world.portfolio) } else { latest_first(world.portfolio) };
        pieces.into_iter().map(|piece| Placed { id: piece.id.clone(), year: gallery::year_of(piece) }).collect()
    });
    Arc::new(shelf.unwrap_or_default())
}

/// Those of a shelf that a filter keeps.
fn wanted(state: AppState, shelf: Arc<Vec<Placed>>, filter: &Filter, point: Option<Point>) -> Arc<Vec<Placed>> {
    if *filter == Filter::default() && point.is_none() {
        return shelf;
    }
    let wanted = state.read(|world| {
        let keeps = filter.keeper(world.portfolio);
        let is_wanted = |placed: &&Placed| {
            world.portfolio.piece(&placed.id).is_some_and(&keeps)
                && point.is_none_or(|point| Point::of(world.portfolio, &placed.id) == point)
        };
        shelf.iter().filter(is_wanted).cloned().collect()
    });
    Arc::new(wanted.unwrap_or_default())
}

/// Those that hold the words that are looked for, the best fit first or else as they stand on the shelf.
fn placed(wanted: &[Placed], mut ranked: Vec<(u32, usize)>, by_fit: bool) -> Vec<Placed> {
    if !by_fit {
        ranked.sort_unstable_by_key(|(_, place)| *place);
    }
    ranked.into_iter().filter_map(|(_, place)| wanted.get(place).cloned()).collect()
}

fn by_year(pieces: &[Placed]) -> Vec<Group> {
    let group = |pieces: &[Placed]| {
        let year = pieces.first().and_then(|placed| placed.year);
        let name = year.map(|year| year.to_string());
        Group {
            key: name.clone().unwrap_or_default(),
            heading: Some(name.unwrap_or_else(|| t::evidence::undated().to_owned())),
            count: pieces.len(),
        }
    };
    pieces.chunk_by(|one, other| one.year == other.year).map(group).collect()
}

fn together(pieces: &[Placed]) -> Vec<Group> {
    let all = Group { key: "all".to_owned(), heading: None, count: pieces.len() };
    if pieces.is_empty() { Vec::new() } else { vec![all] }
}
