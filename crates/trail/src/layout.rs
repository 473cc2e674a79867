//! Where everything lies.

use std::collections::BTreeMap;

use crate::block::Block;
use crate::graph::Graph;
use crate::{islands, layers};

/// Room between regions, in rows.
const GAP: f64 = 0.2;
/// Room between regions side by side, in columns.
const ASIDE: f64 = 0.15;

/// A place on the map: in columns from the left and rows from the top. The middle of the first column and row is at a half.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    /// Across.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// The way from one stone to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Trail {
    /// Where it begins.
    pub from: usize,
    /// Where it leads.
    pub to: usize,
    /// What it passes by.
    pub bends: Vec<Spot>,
    /// What kind of way it is.
    pub course: Course,
}

/// Kinds of ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// A trail within a region.
    Within,
    /// A trail from one region to another, over all that lies between.
    Between,
    /// Nothing is opened by going it: it only shows the sequence on an island.
    Sequence,
}

/// A part of the map that belongs together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Region {
    /// Its upper left corner.
    pub corner: Spot,
    /// In columns.
    pub width: f64,
    /// In rows.
    pub height: f64,
}

/// A map, laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The middle of each stone.
    pub stones: Vec<Spot>,
    /// All trails, and the sequences on islands.
    pub trails: Vec<Trail>,
    /// All regions; one without stones has no size.
    pub regions: Vec<Region>,
    /// In columns.
    pub width: f64,
    /// In rows.
    pub height: f64,
}

/// Lays a map out. `rest` is awaited every millisecond or so, so that a page can do other things meanwhile.
pub async fn lay_out(graph: &Graph, mut rest: impl AsyncFnMut()) -> Layout {
    let layers = layers::of(graph);
    let mut of_region: Vec<Vec<usize>> = vec![Vec::new(); graph.regions()];
    (0..graph.len()).for_each(|stone| of_region[graph.region(stone)].push(stone));
    let mut blocks = Vec::new();
    for (region, stones) in of_region.iter().enumerate().filter(|(_, stones)| !stones.is_empty()) {
        blocks.push((region, Block::of(graph, &layers, stones, &mut rest).await));
    }
    shelved(graph, &blocks, of_region.len())
}

/// Sets the regions side by side and below each other, in order.
fn shelved(graph: &Graph, blocks: &[(usize, Block)], regions: usize) -> Layout {
    let stones = vec![Spot::default(); graph.len()];
    let mut layout = Layout { stones, regions: vec![Region::default(); regions], ..Layout::default() };
    let mut bends: BTreeMap<(usize, usize), Vec<Spot>> = BTreeMap::new();
    let room: Vec<_> = blocks.iter().map(|(_, block)| (block.width, block.height)).collect();
    for ((region, block), corner) in blocks.iter().zip(islands::shelve(&room, (ASIDE, GAP))) {
        let put = |spot: &Spot| Spot { x: corner.x + spot.x, y: corner.y + spot.y };
        for (stone, spot) in &block.stones {
            layout.stones[*stone] = put(spot);
        }
        for (trail, spot) in &block.bends {
            bends.entry(*trail).or_default().push(put(spot));
        }
        let sequence =
            |(from, to): &(usize, usize)| Trail { from: *from, to: *to, bends: Vec::new(), course: Course::Sequence };
        layout.trails.extend(block.sequence.iter().map(sequence));
        layout.regions[*region] = Region { corner, width: block.width, height: block.height };
        layout.width = layout.width.max(corner.x + block.width);
        layout.height = layout.height.max(corner.y + block.height);
    }
    let trail = |(from, to)| {
        let bends = bends.remove(&(from, to)).unwrap_or_default();
        let course = if graph.region(from) == graph.region(to) { Course::Within } else { Course::Between };
        Trail { from, to, bends, course }
    };
    layout.trails.extend(graph.trails().map(trail));
    layout
}
