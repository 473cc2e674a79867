//! Travelling the map by the arrow keys.

use crate::graph::Graph;
use crate::layout::Layout;

/// Where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what a stone rests on.
    Left,
    /// To what it opens.
    Right,
    /// To what stands above it.
    Up,
    /// To what stands below it.
    Down,
}

/// What is farther off to the side counts as so many times as far.
const ASIDE: f64 = 3.0;

/// The stone that one comes to from `from`: to the left and right along the straightest trail, otherwise to the nearest stone that way.
/// Stones for which `is_shown` is false are passed over. `None` at the edge of the map.
pub fn travel(
    graph: &Graph,
    layout: &Layout,
    from: usize,
    direction: Direction,
    is_shown: impl Fn(usize) -> bool,
) -> Option<usize> {
    let start = layout.stones.get(from)?;
    let cost = |stone: usize| {
        let spot = layout.stones.get(stone)?;
        let (across, down) = (spot.x - start.x, spot.y - start.y);
        let (along, aside) = match direction {
            Direction::Left => (-across, down),
            Direction::Right => (across, down),
            Direction::Up => (-down, across),
            Direction::Down => (down, across),
        };
        (along > 0.01).then_some((stone, along + ASIDE * aside.abs()))
    };
    let nearest = |stones: &mut dyn Iterator<Item = usize>| {
        let shown = stones.filter(|stone| is_shown(*stone)).filter_map(cost);
        shown.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(stone, _)| stone)
    };
    let trails = match direction {
        Direction::Left => graph.before(from),
        Direction::Right => graph.after(from),
        Direction::Up | Direction::Down => &[],
    };
    nearest(&mut trails.iter().copied()).or_else(|| nearest(&mut (0..layout.stones.len())))
}
