//! A stroke while it is being drawn: the trembling is taken out of the hand, and what is new can be drawn alone.

use crate::line::{self, Sample};
use crate::{Colour, Point, Stroke, Thickness, Tool, outline};

/// How much of the way to where the hand is now the line goes at once, from 0 to 1. The rest follows.
const FOLLOWS: f64 = 0.6;
/// The same for its pressure, which trembles more.
const PRESSURE_FOLLOWS: f64 = 0.35;
/// A hand that moved less than this, in units, has not moved.
const STILL: f64 = 18.0;

/// A stroke that is not finished.
#[derive(Clone, Debug)]
pub struct Trace {
    stroke: Stroke,
    /// Where the line is, which follows the hand.
    line: (f64, f64, f64),
    /// Where the hand is.
    hand: (f64, f64, f64),
    /// What was drawn of it ends here.
    drawn: Sample,
    fresh: Vec<Sample>,
}

impl Trace {
    /// The hand comes down. Places in units of the sheet, pressure from 0 to 1.
    pub fn begin(tool: Tool, colour: Colour, thickness: Thickness, x: f64, y: f64, pressure: f64) -> Self {
        let point = Point::near(x, y, pressure);
        let drawn = Sample::at(point, tool, thickness);
        let colour = if tool == Tool::Eraser { Colour::default() } else { colour };
        Self {
            stroke: Stroke { tool, colour, thickness, points: vec![point] },
            line: (x, y, pressure),
            hand: (x, y, pressure),
            drawn,
            fresh: vec![drawn],
        }
    }

    /// The hand moves.
    pub fn go_on(&mut self, x: f64, y: f64, pressure: f64) {
        self.hand = (x, y, pressure);
        let follow = |from: f64, to: f64, part: f64| from + (to - from) * part;
        self.line = (
            follow(self.line.0, x, FOLLOWS),
            follow(self.line.1, y, FOLLOWS),
            follow(self.line.2, pressure, PRESSURE_FOLLOWS),
        );
        self.take(Point::near(self.line.0, self.line.1, self.line.2));
    }

    /// The hand is lifted: the line arrives where the hand is.
    pub fn end(mut self) -> Stroke {
        let hand = Point::near(self.hand.0, self.hand.1, self.line.2);
        let before = self.stroke.points.len();
        self.take(hand);
        if self.stroke.points.len() == before && before > 1 {
            // Too near to be a point of its own: then it is where the last one belongs.
            self.stroke.points.pop();
            self.stroke.points.push(hand);
        }
        self.stroke
    }

    /// What of the stroke was not drawn yet, as path data; `None` where nothing is new. It overlaps what was drawn before.
    pub fn fresh(&mut self) -> Option<String> {
        if self.fresh.is_empty() {
            return None;
        }
        let mut line = std::mem::take(&mut self.fresh);
        line.insert(0, self.drawn);
        self.drawn = *line.last()?;
        Some(outline::of_line(&line))
    }

    /// Whether it has as many points as one stroke may have.
    pub fn is_full(&self) -> bool {
        // One is kept for the end.
        self.stroke.points.len() + 1 >= Stroke::MOST_POINTS
    }

    /// The stroke so far.
    pub fn stroke(&self) -> &Stroke {
        &self.stroke
    }

    fn take(&mut self, point: Point) {
        let Some(last) = self.stroke.points.last().copied() else { return };
        let (x, y) = (f64::from(point.x - last.x), f64::from(point.y - last.y));
        if (x * x + y * y).sqrt() < STILL || self.stroke.points.len() >= Stroke::MOST_POINTS {
            return;
        }
        let at = |point| Sample::at(point, self.stroke.tool, self.stroke.thickness);
        let (before, after) = (at(last), at(point));
        let from = self.fresh.last().copied().unwrap_or(self.drawn);
        line::curve(&mut self.fresh, from, before, before.middle(after));
        self.stroke.points.push(point);
    }
}
