//! From a line with a width at each place to the outline of what it covers, as SVG path data to be filled by the nonzero rule.
//!
//! An outline that went up one side and down the other would cross itself wherever the line turns sharply, and leave holes. So the
//! line is cut into runs in which it turns gently: there, both sides of every step go forward, each step is a simple quadrilateral
//! that turns clockwise, and what turns one way can only add up. Each run is closed by round ends, which fill the sharp turns.

mod path;

use crate::Stroke;
use crate::line::{self, Sample};
use path::Path;

/// Path data of all that a stroke covers; empty for a stroke without points.
pub fn outline(stroke: &Stroke) -> String {
    of_line(&line::through(&stroke.points, stroke.tool, stroke.thickness))
}

/// Path data of all that a line covers.
pub(crate) fn of_line(line: &[Sample]) -> String {
    let mut path = Path::default();
    let line = apart(line);
    match line.as_slice() {
        [] => {}
        [dot] => path.dot(dot.x, dot.y, dot.radius),
        line => {
            let steps: Vec<Step> = line.windows(2).filter_map(Step::between).collect();
            let mut rest = steps.as_slice();
            while !rest.is_empty() {
                let (run, after) = rest.split_at(gentle(rest));
                run_along(&mut path, run);
                rest = after;
            }
        }
    }
    path.into_data()
}

/// The places of a line that differ.
fn apart(line: &[Sample]) -> Vec<Sample> {
    let mut places: Vec<Sample> = Vec::with_capacity(line.len());
    for sample in line {
        match places.last_mut() {
            Some(last) if last.x == sample.x && last.y == sample.y => last.radius = last.radius.max(sample.radius),
            _ => places.push(*sample),
        }
    }
    places
}

/// From one place to the next.
#[derive(Clone, Copy)]
struct Step {
    from: Sample,
    to: Sample,
    length: f64,
    /// Its direction, of length 1.
    along: (f64, f64),
}

impl Step {
    fn between(pair: &[Sample]) -> Option<Self> {
        let [from, to] = pair else { return None };
        let (x, y) = (to.x - from.x, to.y - from.y);
        let length = (x * x + y * y).sqrt();
        Some(Self { from: *from, to: *to, length, along: (x / length, y / length) })
    }

    /// The direction across the line where this step meets the next: to the left of the way, halfway between both.
    fn across_to(&self, next: &Self) -> (f64, f64) {
        let (x, y) = (self.along.0 + next.along.0, self.along.1 + next.along.1);
        let length = (x * x + y * y).sqrt();
        left_of((x / length, y / length))
    }

    /// Whether the line turns so gently from this step to the next that both sides go forward: at the joint each may be ahead or
    /// behind by less than half of either step.
    fn turns_gently_to(&self, next: &Self) -> bool {
        let (a, b) = (self.along, next.along);
        if a.0 * b.0 + a.1 * b.1 <= 0.0 {
            return false;
        }
        let across = self.across_to(next);
        let ahead = |along: (f64, f64)| (across.0 * along.0 + across.1 * along.1).abs() * self.to.radius;
        ahead(a) < self.length / 2.0 && ahead(b) < next.length / 2.0
    }
}

fn left_of((x, y): (f64, f64)) -> (f64, f64) {
    (y, -x)
}

/// How many of `steps` make the first run: at least one.
fn gentle(steps: &[Step]) -> usize {
    let turns = steps.windows(2).position(|pair| match pair {
        [step, next] => !step.turns_gently_to(next),
        _ => false,
    });
    turns.map_or(steps.len(), |at| at + 1)
}

/// Goes up the left side of a run, round its end, down the right side and round its beginning.
fn run_along(path: &mut Path, run: &[Step]) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let mut left = Vec::with_capacity(run.len() + 1);
    let mut right = Vec::with_capacity(run.len() + 1);
    let mut cross = |place: Sample, across: (f64, f64)| {
        let (x, y) = (across.0 * place.radius, across.1 * place.radius);
        left.push((place.x + x, place.y + y));
        right.push((place.x - x, place.y - y));
    };
    cross(first.from, left_of(first.along));
    for pair in run.windows(2) {
        if let [step, next] = pair {
            cross(step.to, step.across_to(next));
        }
    }
    cross(last.to, left_of(last.along));
    let mut left = left.into_iter();
    let Some(start) = left.next() else { return };
    path.move_to(start);
    left.for_each(|place| path.line_to(place));
    let mut right = right.into_iter().rev();
    if let Some(end) = right.next() {
        path.arc_to(end, last.to.radius);
    }
    right.for_each(|place| path.line_to(place));
    path.arc_to(start, first.from.radius);
    path.close();
}
