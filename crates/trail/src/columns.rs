//! What stands in the columns of one region: its stones, and the bends of trails that pass by.

use crate::graph::Graph;

/// A trail over more columns than these is drawn in one sweep. It would bend among stones that it has nothing to do with, and the bends
/// of all such trails would outnumber the stones.
pub(crate) const LONGEST: usize = 6;

/// What stands somewhere in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// This stone.
    Stone(usize),
    /// The trail from one stone to another bends here.
    Bend(usize, usize),
}

/// Something in a column, with what it is joined to in the columns beside it. Neighbours are places in [`Columns::slots`].
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub(crate) kind: Kind,
    pub(crate) before: Vec<usize>,
    pub(crate) after: Vec<usize>,
}

/// A region taken apart into columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    pub(crate) slots: Vec<Slot>,
    /// The slots of each column, from top to bottom.
    pub(crate) order: Vec<Vec<usize>>,
    /// How many steps come before the first column.
    first: usize,
}

impl Columns {
    /// The stones of one region, all in the order of their numbers.
    pub(crate) fn of(graph: &Graph, layers: &[usize], stones: &[usize]) -> Self {
        let layer = |stone: &usize| layers.get(*stone).copied().unwrap_or_default();
        let first = stones.iter().map(layer).min().unwrap_or_default();
        let last = stones.iter().map(layer).max().unwrap_or_default();
        let mut columns = Self { slots: Vec::new(), order: vec![Vec::new(); last + 1 - first], first };
        for stone in stones {
            columns.put(Kind::Stone(*stone), layer(stone));
        }
        for (from_slot, from) in stones.iter().enumerate() {
            for to in graph.after(*from) {
                let Ok(to_slot) = stones.binary_search(to) else { continue };
                let (begins, ends) = (layer(from), layer(to));
                if ends > begins && ends - begins <= LONGEST {
                    columns.join(from_slot, to_slot, (*from, *to), begins + 1..ends);
                }
            }
        }
        columns.sort();
        columns
    }

    /// For each slot its place in its column.
    pub(crate) fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.slots.len()];
        for column in &self.order {
            for (place, slot) in column.iter().enumerate() {
                places[*slot] = place;
            }
        }
        places
    }

    fn put(&mut self, kind: Kind, layer: usize) -> usize {
        let slot = self.slots.len();
        self.slots.push(Slot { kind, before: Vec::new(), after: Vec::new() });
        self.order[layer - self.first].push(slot);
        slot
    }

    fn join(&mut self, from: usize, to: usize, trail: (usize, usize), between: std::ops::Range<usize>) {
        let mut at = from;
        for layer in between {
            let bend = self.put(Kind::Bend(trail.0, trail.1), layer);
            self.link(at, bend);
            at = bend;
        }
        self.link(at, to);
    }

    fn link(&mut self, before: usize, after: usize) {
        self.slots[before].after.push(after);
        self.slots[after].before.push(before);
    }

    /// The order to begin with: stones by number, and a bend behind the stone that its trail comes from.
    fn sort(&mut self) {
        let key = |slot: &usize| match self.slots[*slot].kind {
            Kind::Stone(stone) => (stone, None),
            Kind::Bend(from, to) => (from, Some(to)),
        };
        for column in &mut self.order {
            column.sort_by_key(key);
        }
    }
}
