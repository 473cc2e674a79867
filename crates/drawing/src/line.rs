//! From the points of a hand to the smooth line between them: a curve through the middles of the way, with each point drawing the
//! curve towards itself (quadratic Bézier curves, joined where they have the same direction).

use crate::{Point, Thickness, Tool};

/// A place on the line, and half its width there. In units of the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sample {
    pub x: f64,
    pub y: f64,
    pub radius: f64,
}

/// How far the line may be from the true curve, in units: a sixth of a pixel.
const TOLERANCE: f64 = 1.5;
/// The most pieces that one curve is cut into.
const MOST_PIECES: f64 = 16.0;

impl Sample {
    /// Where the hand was at `point`, with this tool.
    pub fn at(point: Point, tool: Tool, thickness: Thickness) -> Self {
        Self { x: point.x.into(), y: point.y.into(), radius: tool.radius(thickness, point.pressure) }
    }

    /// Between two places: 0 is this one, 1 the other.
    fn towards(self, other: Self, part: f64) -> Self {
        let mix = |from: f64, to: f64| from + (to - from) * part;
        Self { x: mix(self.x, other.x), y: mix(self.y, other.y), radius: mix(self.radius, other.radius) }
    }

    pub fn middle(self, other: Self) -> Self {
        self.towards(other, 0.5)
    }
}

/// The whole line through `points`.
pub(crate) fn through(points: &[Point], tool: Tool, thickness: Thickness) -> Vec<Sample> {
    let places: Vec<Sample> = points.iter().map(|point| Sample::at(*point, tool, thickness)).collect();
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return Vec::new() };
    let mut line = vec![*first];
    let mut from = *first;
    for pair in places.windows(2) {
        let [before, after] = pair else { continue };
        let to = before.middle(*after);
        curve(&mut line, from, *before, to);
        from = to;
    }
    if places.len() > 1 {
        line.push(*last);
    }
    line
}

/// Goes on from `from`, where `line` ends, to `to`, drawn towards `control`.
pub(crate) fn curve(line: &mut Vec<Sample>, from: Sample, control: Sample, to: Sample) {
    if from.x == control.x && from.y == control.y {
        // The beginning of a stroke: straight.
        line.push(to);
        return;
    }
    let bend = |from: f64, control: f64, to: f64| from - 2.0 * control + to;
    let (x, y) = (bend(from.x, control.x, to.x), bend(from.y, control.y, to.y));
    // In n pieces a curve with this second difference is nowhere further from its chords than a quarter of it by n².
    let pieces = ((x * x + y * y).sqrt() / (4.0 * TOLERANCE)).sqrt().ceil().clamp(1.0, MOST_PIECES) as u32;
    line.extend((1..=pieces).map(|piece| {
        let part = f64::from(piece) / f64::from(pieces);
        from.towards(control, part).towards(control.towards(to, part), part)
    }));
}
