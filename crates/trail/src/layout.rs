//! Where everything lies.

use std::collections::BTreeMap;

use crate::columns::{Columns, Kind};
use crate::graph::Graph;
use crate::{islands, layers, order, rows};

/// Room above a region's first row, for its name, in rows.
const HEAD: f64 = 0.45;
/// Room below its last row.
const FOOT: f64 = 0.1;
/// Room between regions.
const GAP: f64 = 0.25;
/// The fewest columns of a map: a narrow map of many regions would be a tower.
const NARROWEST: usize = 4;

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
    /// Whether nothing is opened by going it: it only shows the sequence on an island.
    pub is_sequence: bool,
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
    let is_island = |stones: &Vec<usize>| stones.iter().all(|stone| graph.is_alone(*stone));
    let longest = layers.iter().max().map_or(NARROWEST, |last| NARROWEST.max(last + 1));
    let wide = longest.max(wide(of_region.iter().filter(|stones| is_island(stones)).map(Vec::len)));

    let mut map = Map::of(graph, of_region.len());
    for (region, stones) in of_region.iter().enumerate().filter(|(_, stones)| !is_island(stones)) {
        let (alone, joined): (Vec<usize>, Vec<usize>) = stones.iter().partition(|stone| graph.is_alone(**stone));
        let mut columns = Columns::of(graph, &layers, &joined);
        order::untangle(&mut columns, &mut rest).await;
        let down = rows::of(&columns, &mut rest).await;
        map.add_lane(region, &columns, &down, (&alone, longest), wide);
    }
    let islands: Vec<_> = of_region.iter().enumerate().filter(|(_, stones)| is_island(stones)).collect();
    map.add_islands(&islands, wide);
    map.finish(graph)
}

/// How many columns make islands of so many stones together about as wide as high.
fn wide(islands: impl Iterator<Item = usize>) -> usize {
    let cells: f64 = islands.map(islands::size).map(|(columns, rows)| columns as f64 * (rows as f64 + HEAD)).sum();
    cells.sqrt().ceil() as usize
}

/// A map while it is laid out from top to bottom.
struct Map {
    layout: Layout,
    bends: BTreeMap<(usize, usize), Vec<Spot>>,
}

impl Map {
    fn of(graph: &Graph, regions: usize) -> Self {
        let stones = vec![Spot::default(); graph.len()];
        let layout = Layout { stones, regions: vec![Region::default(); regions], ..Layout::default() };
        Self { layout, bends: BTreeMap::new() }
    }

    fn put(&mut self, stone: usize, x: f64, y: f64) {
        if let Some(spot) = self.layout.stones.get_mut(stone) {
            *spot = Spot { x, y };
        }
    }

    /// A region over the whole width, below all that is there. Stones without trails stand below the others, so many in a row.
    fn add_lane(
        &mut self,
        region: usize,
        columns: &Columns,
        down: &[f64],
        (alone, in_row): (&[usize], usize),
        wide: usize,
    ) {
        let top = self.layout.height + HEAD;
        let mut lowest = 0.0_f64;
        for (column, slots) in columns.order.iter().enumerate() {
            let x = (columns.first + column) as f64 + 0.5;
            for slot in slots {
                let y = down.get(*slot).copied().unwrap_or_default();
                match columns.slots.get(*slot).map(|slot| slot.kind) {
                    Some(Kind::Stone(stone)) => {
                        self.put(stone, x, top + y);
                        lowest = lowest.max(y + 0.5);
                    }
                    Some(Kind::Bend(from, to)) => {
                        self.bends.entry((from, to)).or_default().push(Spot { x, y: top + y });
                        lowest = lowest.max(y + 0.25);
                    }
                    None => {}
                }
            }
        }
        for (place, stone) in alone.iter().enumerate() {
            let (column, row) = (place % in_row, place / in_row);
            self.put(*stone, column as f64 + 0.5, top + lowest + row as f64 + 0.5);
        }
        let height = HEAD + lowest + alone.len().div_ceil(in_row) as f64 + FOOT;
        self.add_region(region, Region { corner: Spot { x: 0.0, y: top - HEAD }, width: wide as f64, height });
    }

    fn add_islands(&mut self, islands: &[(usize, &Vec<usize>)], wide: usize) {
        let islands: Vec<_> = islands.iter().filter(|(_, stones)| !stones.is_empty()).collect();
        let sizes: Vec<_> = islands.iter().map(|(_, stones)| islands::size(stones.len())).collect();
        let room: Vec<_> = sizes.iter().map(|(columns, rows)| (*columns, *rows as f64 + HEAD + FOOT)).collect();
        let top = self.layout.height;
        let (set, _) = islands::shelve(&room, wide, GAP);
        for (((region, stones), (columns, height)), (left, down)) in islands.iter().zip(room).zip(set) {
            let corner = Spot { x: left as f64, y: top + down };
            for (stone, (column, row)) in stones.iter().zip(islands::walk(stones.len(), columns)) {
                self.put(*stone, corner.x + column as f64 + 0.5, corner.y + HEAD + row as f64 + 0.5);
            }
            let next = stones.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
            let sequence = |(from, to)| Trail { from, to, bends: Vec::new(), is_sequence: true };
            self.layout.trails.extend(next.map(sequence));
            self.add_region(*region, Region { corner, width: columns as f64, height });
        }
    }

    fn add_region(&mut self, region: usize, drawn: Region) {
        self.layout.width = self.layout.width.max(drawn.corner.x + drawn.width);
        self.layout.height = self.layout.height.max(drawn.corner.y + drawn.height + GAP);
        if let Some(region) = self.layout.regions.get_mut(region) {
            *region = drawn;
        }
    }

    fn finish(mut self, graph: &Graph) -> Layout {
        let trails = graph.trails().map(|(from, to)| Trail {
            from,
            to,
            bends: self.bends.remove(&(from, to)).unwrap_or_default(),
            is_sequence: false,
        });
        let trails: Vec<_> = trails.collect();
        self.layout.trails.extend(trails);
        self.layout
    }
}
