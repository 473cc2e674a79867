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

/// The stone that one comes to from `from`: to the left and right along the straightest trail, if need be to another region; where no
/// trail leads on, to the nearest stone that way.
/// Stones for which `is_shown` is false are passed over. `None` at the edge of the map.
pub fn travel(
    graph: &Graph,
    layout: &Layout,
    from: usize,
    direction: Direction,
    is_shown: impl Fn(usize) -> bool,
) -> Option<usize> {
    let start = layout.stones.get(from)?;
    let away = |stone: usize| {
        let spot = layout.stones.get(stone)?;
        Some((spot.x - start.x, spot.y - start.y))
    };
    let cost = |stone: usize| {
        let (across, down) = away(stone)?;
        let (along, aside) = match direction {
            Direction::Left => (-across, down),
            Direction::Right => (across, down),
            Direction::Up => (-down, across),
            Direction::Down => (down, across),
        };
        (along > 0.01).then(|| along + ASIDE * aside.abs())
    };
    let distance = |stone: usize| away(stone).map(|(across, down)| across.hypot(down));
    let nearest = |stones: &mut dyn Iterator<Item = usize>, far: &dyn Fn(usize) -> Option<f64>| {
        let shown = stones.filter(|stone| is_shown(*stone)).filter_map(|stone| Some((stone, far(stone)?)));
        shown.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(stone, _)| stone)
    };
    let trails = match direction {
        Direction::Left => graph.before(from),
        Direction::Right => graph.after(from),
        Direction::Up | Direction::Down => &[],
    };
    nearest(&mut trails.iter().copied(), &cost)
        .or_else(|| nearest(&mut trails.iter().copied(), &distance))
        .or_else(|| nearest(&mut (0..layout.stones.len()), &cost))
}
