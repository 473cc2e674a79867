//! A map in pixels, as it is drawn on the screen and on a sheet.

use crate::bends::{curve, curve_within};
use crate::cairn::{self, Stack};
use crate::camera::{Part, Size};
use crate::layout::{Layout, Region, Spot, Trail};

/// How wide a column is.
pub const COLUMN: f64 = 190.0;
/// How high a row is.
pub const ROW: f64 = 136.0;
/// Half of how wide a stone is.
pub const STONE: f64 = 33.0;
/// The stone lies above the middle of its row, for below it stands its name.
const RISE: f64 = 20.0;
/// How high a stack of stones may be on its stone.
const STACK: f64 = 44.0;
/// The flag of a goal, planted beside a stone.
pub const FLAG: &str = "M25-7v-40l20 7.5-20 8.5";
/// Half of how wide and how high the light around a stone is.
pub const LIGHT: (f64, f64) = (45.0, 26.0);
/// The tick on a stone that is reached.
pub const TICK: &str = "M-8-1l6 6 10-11";
/// The bar on a stone that is retired.
pub const BAR: &str = "M-8 0h16";

/// A place of the layout in pixels.
pub fn spot(at: Spot) -> Spot {
    Spot { x: at.x * COLUMN, y: at.y * ROW - RISE }
}

/// How large a map is.
pub fn size(layout: &Layout) -> Size {
    (layout.width * COLUMN, layout.height * ROW)
}

/// Where a region is.
pub fn region(region: &Region) -> Part {
    let (left, top) = (region.corner.x * COLUMN, region.corner.y * ROW);
    Part { left, top, right: left + region.width * COLUMN, bottom: top + region.height * ROW }
}

/// All that a stone with its name and its cairn takes.
pub fn stone(layout: &Layout, stone: usize) -> Part {
    let Spot { x, y } = layout.stones.get(stone).copied().map(spot).unwrap_or_default();
    Part { left: x - COLUMN / 2.0, top: y - ROW / 2.0 + RISE, right: x + COLUMN / 2.0, bottom: y + ROW / 2.0 + RISE }
}

/// The line of a trail, from the edge of one stone to that of the other.
pub fn trail(layout: &Layout, trail: &Trail) -> String {
    curve(through(layout, trail))
}

/// The same line as far as a window has anything of it: a trail may be a hundred screens long, and a browser paints every dash of it.
pub fn trail_within(layout: &Layout, trail: &Trail, window: &Part) -> String {
    let through: Vec<Spot> = through(layout, trail).collect();
    let legs = through.windows(2).filter_map(|leg| Some((*leg.first()?, *leg.last()?)));
    legs.map(|(from, to)| curve_within(from, to, window)).collect()
}

/// The part of the map that a trail goes through.
pub fn trail_part(layout: &Layout, trail: &Trail) -> Part {
    Part::around(through(layout, trail))
}

fn through(layout: &Layout, trail: &Trail) -> impl Iterator<Item = Spot> {
    let at = |stone: usize| layout.stones.get(stone).copied().map(spot).unwrap_or_default();
    let (from, to) = (at(trail.from), at(trail.to));
    // A sequence may go back, and straight down.
    let side = if (to.x - from.x).abs() < 1.0 { 0.0 } else { (to.x - from.x).signum() * (STONE + 4.0) };
    let ends = (Spot { x: from.x + side, ..from }, Spot { x: to.x - side, ..to });
    let bends = trail.bends.iter().copied().map(spot);
    [ends.0].into_iter().chain(bends).chain([ends.1])
}

/// The outline of the stone itself, around its middle. No two stones that lie side by side are quite alike.
pub fn base(stone: usize) -> String {
    let lean = (stone as f64 * 2.4).sin();
    let (top, bottom, side) = (7.0 * lean, -5.0 * lean, 3.0 * lean);
    format!(
        "M-{STONE} {side:.1}C-{STONE} {:.1} {:.1} -17 {top:.1} -17C{:.1} -17 {STONE} {:.1} {STONE} 0C{STONE} 11 {:.1} 16 {bottom:.1} 16C{:.1} 16 -{STONE} 11 -{STONE} {side:.1}Z",
        side - 9.0,
        top - 20.0,
        top + 19.0,
        -9.0 - side,
        bottom + 20.0,
        bottom - 19.0
    )
}

/// The outlines of the stones stacked on it.
pub fn stack(count: usize) -> impl Iterator<Item = String> {
    let height = f64::min(9.5, STACK / count.clamp(1, cairn::MOST) as f64);
    Stack { x: 0.0, y: -14.0, height, half_width: 23.0, taper: 14.0 }.stones(count).map(cairn::Stone::outline)
}

#[cfg(test)]
mod tests {
    use super::{size, trail, trail_part, trail_within};
    use crate::Graph;
    use crate::camera::Part;
    use crate::testing::laid_out;

    #[test]
    fn a_trail_is_drawn_as_far_as_a_window_has_of_it() {
        let layout = laid_out(&Graph::new(vec![0; 4], [(0, 1), (1, 2), (2, 3), (0, 3)]));
        let long = layout.trails.iter().find(|trail| !trail.bends.is_empty()).unwrap();
        let (width, height) = size(&layout);
        let all = trail_within(&layout, long, &Part { left: 0.0, top: 0.0, right: width, bottom: height });
        assert_eq!(all.matches('M').count(), long.bends.len() + 1);
        assert_eq!(all.matches('C').count(), trail(&layout, long).matches('C').count());
        let Part { left, top, bottom, .. } = trail_part(&layout, long);
        let beginning = trail_within(&layout, long, &Part { left, top, right: left + 1.0, bottom });
        assert!(beginning.matches('M').count() == 1 && all.starts_with(&beginning), "{beginning} of {all}");
        assert_eq!(trail_within(&layout, long, &Part { left: -9.0, top, right: -1.0, bottom }), "");
    }
}
