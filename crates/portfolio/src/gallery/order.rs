//! The order in which pieces stand, for what a search finds among them.

use std::borrow::Borrow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use search::Hit;

use crate::entity::EntityId;

/// Where each of some pieces stands among the others, to be asked by the key of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order(HashMap<Key, usize>);

impl Order {
    /// That in which the pieces come.
    pub fn of<'p>(pieces: impl IntoIterator<Item = &'p EntityId>) -> Self {
        let keys = pieces.into_iter().map(|piece| Key(piece.clone()));
        Self(keys.zip(0..).collect())
    }

    /// Whether the piece is among them.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The places of those that were found, each behind its points: the best fit first, those that fit alike as they stand.
    pub fn ranked(&self, hits: &[Hit<'_>]) -> Vec<(u32, usize)> {
        let places = hits.iter().filter_map(|hit| Some((hit.points, *self.0.get(hit.key)?)));
        let mut ranked: Vec<(u32, usize)> = places.collect();
        ranked.sort_unstable_by_key(|(points, place)| (Reverse(*points), *place));
        ranked
    }
}

/// A piece by the key of its document, which is what follows the kind in its id.
#[derive(Clone, Debug)]
struct Key(EntityId);

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        self.0.rest()
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.rest().hash(state);
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0.rest() == other.0.rest()
    }
}

impl Eq for Key {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::Kind;

    #[test]
    fn the_best_fit_stands_first_and_what_fits_alike_as_before() {
        let pieces: Vec<EntityId> = (0..4).map(|bits| EntityId::random(Kind::Evidence, bits)).collect();
        let order = Order::of(pieces.iter().rev());
        let hit = |piece: usize, points| Hit { key: pieces[piece].rest(), note: "", points };
        let hits = [hit(0, 3), hit(1, 8), hit(3, 3), Hit { key: "nowhere", note: "", points: 9 }];
        assert_eq!(order.ranked(&hits), [(8, 2), (3, 0), (3, 3)]);
        assert!(order.has(pieces[2].rest()) && !order.has("nowhere") && !order.has(pieces[2].as_str()));
        assert!(order.ranked(&[]).is_empty());
    }
}
