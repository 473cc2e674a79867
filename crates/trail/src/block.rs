//! One region by itself.

use crate::columns::{Columns, Kind};
use crate::graph::Graph;
use crate::layout::Spot;
use crate::{islands, order, rows};

/// Room above a region's first row, for its name, in rows.
const HEAD: f64 = 0.65;
/// Room below its last row.
const FOOT: f64 = 0.1;
/// The fewest columns of a region: its name has to have room.
const NARROWEST: usize = 2;

/// A region with everything in it, from its own corner.
#[derive(Default)]
pub(crate) struct Block {
    pub(crate) stones: Vec<(usize, Spot)>,
    /// For each trail what it passes by, in order.
    pub(crate) bends: Vec<((usize, usize), Spot)>,
    /// What follows what, where nothing rests on anything.
    pub(crate) sequence: Vec<(usize, usize)>,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Block {
    /// Lays the stones of one region out: in columns along their trails, and those that have none in rows below; as an island that is
    /// walked in sequence, where none has any.
    pub(crate) async fn of(graph: &Graph, layers: &[usize], stones: &[usize], rest: &mut impl AsyncFnMut()) -> Self {
        let (alone, joined): (Vec<usize>, Vec<usize>) = stones.iter().partition(|stone| graph.is_alone(**stone));
        if joined.is_empty() {
            return Self::island(stones);
        }
        let mut columns = Columns::of(graph, layers, &joined);
        order::untangle(&mut columns, rest).await;
        let down = rows::of(&columns, rest).await;
        Self::lane(&columns, &down, &alone)
    }

    fn island(stones: &[usize]) -> Self {
        let (columns, rows) = islands::size(stones.len());
        let spot = |(column, row): (usize, usize)| Spot { x: column as f64 + 0.5, y: HEAD + row as f64 + 0.5 };
        let next = stones.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
        Self {
            stones: stones.iter().copied().zip(islands::walk(stones.len(), columns).map(spot)).collect(),
            bends: Vec::new(),
            sequence: next.collect(),
            width: columns as f64,
            height: HEAD + rows as f64 + FOOT,
        }
    }

    fn lane(columns: &Columns, down: &[f64], alone: &[usize]) -> Self {
        let mut block = Self::default();
        let mut lowest = 0.0_f64;
        for (column, slots) in columns.order.iter().enumerate() {
            for slot in slots {
                let y = down.get(*slot).copied().unwrap_or_default();
                let spot = Spot { x: column as f64 + 0.5, y: HEAD + y };
                match columns.slots.get(*slot).map(|slot| slot.kind) {
                    Some(Kind::Stone(stone)) => block.stones.push((stone, spot)),
                    Some(Kind::Bend(from, to)) => block.bends.push(((from, to), spot)),
                    None => {}
                }
                lowest = lowest.max(y + 0.5);
            }
        }
        let wide = columns.order.len().max(NARROWEST);
        for (place, stone) in alone.iter().enumerate() {
            let (column, row) = ((place % wide) as f64, (place / wide) as f64);
            block.stones.push((*stone, Spot { x: column + 0.5, y: HEAD + lowest + row + 0.5 }));
        }
        block.width = wide as f64;
        block.height = HEAD + lowest + alone.len().div_ceil(wide) as f64 + FOOT;
        block
    }
}
