//! The laws of a map.

use proptest::prelude::*;

use crate::columns::Columns;
use crate::testing::{graphs, laid_out, large, now};
use crate::{Course, Direction, Graph, Layout, Spot, crossings, layers, order, travel};

/// Crossings between neighbouring columns, pair by pair.
fn crossings_by_trying(columns: &Columns) -> usize {
    let places = columns.places();
    let trails: Vec<(usize, usize, usize)> = columns
        .order
        .iter()
        .enumerate()
        .flat_map(|(column, slots)| slots.iter().map(move |slot| (column, *slot)))
        .flat_map(|(column, slot)| columns.slots[slot].after.iter().map(move |to| (column, slot, *to)))
        .map(|(column, from, to)| (column, places[from], places[to]))
        .collect();
    let cross = |one: &(usize, usize, usize), other: &(usize, usize, usize)| {
        one.0 == other.0 && one.1 < other.1 && one.2 > other.2
    };
    trails.iter().map(|one| trails.iter().filter(|other| cross(one, other)).count()).sum()
}

fn columns_of(graph: &Graph) -> Columns {
    let all: Vec<_> = (0..graph.len()).collect();
    Columns::of(graph, &layers::of(graph), &all)
}

fn is_apart(one: Spot, other: Spot) -> bool {
    (one.x - other.x).abs() > 0.99 || (one.y - other.y).abs() > 0.99
}

/// Where stones stand from the corner of their region.
fn within(graph: &Graph, layout: &Layout, region: usize) -> Vec<Spot> {
    let corner = layout.regions[region].corner;
    let stones = (0..graph.len()).filter(|stone| graph.region(*stone) == region);
    stones.map(|stone| layout.stones[stone]).map(|spot| Spot { x: spot.x - corner.x, y: spot.y - corner.y }).collect()
}

/// Whether two places are one, but for what is lost when a corner is added and taken off again.
fn is_same(one: &Spot, other: &Spot) -> bool {
    (one.x - other.x).abs() < 1e-6 && (one.y - other.y).abs() < 1e-6
}

/// The share of the pairs of stones in one column and region that stand the other way round in the other map.
fn turned(graph: &Graph, before: &Layout, after: &Layout) -> f64 {
    let (mut pairs, mut turned) = (0, 0);
    for one in 0..graph.len() {
        for other in 0..one {
            let is_beside = graph.region(one) == graph.region(other) && before.stones[one].x == before.stones[other].x;
            if is_beside && after.stones[one].x == after.stones[other].x {
                pairs += 1;
                let is_above = |layout: &Layout| layout.stones[one].y < layout.stones[other].y;
                turned += usize::from(is_above(before) != is_above(after));
            }
        }
    }
    turned as f64 / f64::max(f64::from(pairs), 1.0)
}

#[test]
fn a_tangle_is_undone() {
    // Six stones that open six others, each the one that stands opposite.
    let graph = Graph::new(vec![0; 12], (0..6).map(|stone| (stone, 11 - stone)));
    let mut columns = columns_of(&graph);
    assert_eq!(crossings_by_trying(&columns), 15);
    now(order::untangle(&mut columns, &mut async || {}));
    assert_eq!(crossings_by_trying(&columns), 0);
    let layout = laid_out(&graph);
    assert!((0..6).all(|stone| layout.stones[stone].y == layout.stones[11 - stone].y), "straight trails: {layout:?}");
}

#[test]
fn a_trail_bends_around_what_it_passes_by() {
    let graph = Graph::new(vec![0; 4], [(0, 1), (1, 2), (0, 2), (1, 3)]);
    let layout = laid_out(&graph);
    let passing = layout.trails.iter().find(|trail| (trail.from, trail.to) == (0, 2)).unwrap();
    assert_eq!(passing.bends.len(), 1);
    assert_eq!(passing.bends[0].x, layout.stones[1].x);
    assert!((passing.bends[0].y - layout.stones[1].y).abs() > 0.69);
}

#[test]
fn what_has_no_trails_is_an_island_in_sequence() {
    let graph = Graph::new(vec![0, 0, 0, 1, 1], []);
    let layout = laid_out(&graph);
    assert!(layout.stones[0].y == layout.stones[1].y && layout.stones[2].y > layout.stones[1].y);
    let next: Vec<_> =
        layout.trails.iter().map(|trail| (trail.from, trail.to, trail.course == Course::Sequence)).collect();
    assert_eq!(next, [(0, 1, true), (1, 2, true), (3, 4, true)]);
    assert_eq!(laid_out(&Graph::default()), Layout::default());
}

#[test]
fn the_arrow_keys_go_along_trails() {
    // 0 → 2 → 3, 1 → 2; 4 stands alone below.
    let graph = Graph::new(vec![0; 5], [(0, 2), (1, 2), (2, 3)]);
    let layout = laid_out(&graph);
    let go = |from, direction| travel(&graph, &layout, from, direction, |_| true);
    assert_eq!(go(1, Direction::Right), Some(2));
    assert_eq!(go(2, Direction::Left), Some(0), "of two as straight the first");
    assert_eq!((go(0, Direction::Down), go(1, Direction::Up), go(1, Direction::Down)), (Some(1), Some(0), Some(4)));
    assert_eq!((go(3, Direction::Right), go(0, Direction::Up), go(9, Direction::Up)), (None, None, None));
    assert_eq!(
        travel(&graph, &layout, 0, Direction::Right, |stone| stone != 2),
        Some(3),
        "hidden ones are passed over"
    );
}

/// A stable layout: a trail more in a map of a thousand stones leaves nearly all of it as it was. The figures are printed.
#[test]
fn a_new_trail_leaves_most_of_a_map_as_it_was() {
    let graph = large(1_000, 3_000);
    let before = laid_out(&graph);
    let shares: Vec<f64> = (0..20)
        .map(|place| (place * 47, place * 47 + 3))
        .map(|new| Graph::new((0..1_000).map(|stone| graph.region(stone)).collect(), graph.trails().chain([new])))
        .map(|changed| turned(&graph, &before, &laid_out(&changed)))
        .collect();
    let mean = shares.iter().sum::<f64>() / shares.len() as f64;
    let most = shares.iter().copied().fold(0.0, f64::max);
    println!("a trail more turns {:.1} % of the pairs round, at most {:.1} %", mean * 100.0, most * 100.0);
    assert!(mean < 0.08 && most < 0.2, "{shares:?}");
}

#[test]
fn ten_thousand_stones_are_laid_out() {
    let graph = large(10_000, 30_000);
    let layout = laid_out(&graph);
    assert_eq!(layout.stones.len(), 10_000);
    assert!(layout.trails.len() > 29_000 && layout.width < 1_000.0 && layout.height < 10_000.0);
}

proptest! {
    #[test]
    fn there_are_never_more_crossings_than_in_a_naive_layout(graph in graphs(40)) {
        let mut columns = columns_of(&graph);
        let naive = crossings_by_trying(&columns);
        prop_assert_eq!(crossings::count(&columns, &columns.places()), naive);
        now(order::untangle(&mut columns, &mut async || {}));
        let found = crossings_by_trying(&columns);
        prop_assert!(found <= naive);
        prop_assert_eq!(crossings::count(&columns, &columns.places()), found);
    }

    #[test]
    fn no_stone_lies_on_another_and_all_in_their_regions(graph in graphs(40)) {
        let layout = laid_out(&graph);
        for (one, spot) in layout.stones.iter().enumerate() {
            prop_assert!(layout.stones[..one].iter().all(|other| is_apart(*spot, *other)));
            let region = layout.regions[graph.region(one)];
            let (x, y) = (spot.x - region.corner.x, spot.y - region.corner.y);
            prop_assert!(x > 0.4 && x < region.width - 0.4 && y > 0.99 && y < region.height - 0.5, "{region:?} {spot:?}");
        }
        for (one, region) in layout.regions.iter().enumerate() {
            let is_clear = |other: &crate::Region| {
                region.corner.y >= other.corner.y + other.height
                    || other.corner.y >= region.corner.y + region.height
                    || region.corner.x >= other.corner.x + other.width
                    || other.corner.x >= region.corner.x + region.width
            };
            prop_assert!(layout.regions[..one].iter().all(is_clear));
            prop_assert!(region.corner.x + region.width <= layout.width + 1e-9 && region.corner.y + region.height <= layout.height + 1e-9);
        }
    }

    #[test]
    fn every_trail_within_a_region_leads_to_the_right_and_none_is_lost(graph in graphs(40)) {
        let layout = laid_out(&graph);
        let drawn: Vec<_> = layout.trails.iter().filter(|trail| trail.course != Course::Sequence).collect();
        prop_assert_eq!(drawn.iter().map(|trail| (trail.from, trail.to)).collect::<Vec<_>>(), graph.trails().collect::<Vec<_>>());
        for trail in drawn.into_iter().filter(|trail| trail.course == Course::Within) {
            let through = [layout.stones[trail.from]].into_iter().chain(trail.bends.iter().copied()).chain([layout.stones[trail.to]]);
            prop_assert!(through.collect::<Vec<_>>().windows(2).all(|step| step[0].x < step[1].x));
        }
    }

    #[test]
    fn the_same_map_is_always_laid_out_alike_and_circles_do_no_harm(
        regions in prop::collection::vec(0..3_usize, 1..20),
        trails in prop::collection::vec((0..20_usize, 0..20_usize), 0..40),
    ) {
        let graph = Graph::new(regions.clone(), trails.clone());
        let mut shuffled = trails;
        shuffled.reverse();
        prop_assert_eq!(laid_out(&graph), laid_out(&Graph::new(regions, shuffled)));
    }

    #[test]
    fn a_change_in_one_region_moves_no_stone_within_another(graph in graphs(40), from in 0..40_usize, to in 0..40_usize) {
        let regions: Vec<_> = (0..graph.len()).map(|stone| graph.region(stone)).collect();
        let from = from % graph.len();
        let beside: Vec<_> = (from..graph.len()).filter(|stone| regions[*stone] == regions[from]).collect();
        let to = beside[to % beside.len()];
        let changed = Graph::new(regions, graph.trails().chain([(from, to)]));
        // A trail may make the way to a stone longer, and all that this opens stands farther to the right then.
        prop_assume!(layers::of(&graph) == layers::of(&changed));
        let (before, after) = (laid_out(&graph), laid_out(&changed));
        for region in (0..graph.regions()).filter(|region| *region != graph.region(from)) {
            let (before, after) = (within(&graph, &before, region), within(&graph, &after, region));
            prop_assert!(before.iter().zip(&after).all(|(one, other)| is_same(one, other)), "{before:?} {after:?}");
        }
    }
}
