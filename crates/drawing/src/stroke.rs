//! One stroke: the way of a hand from down to up.

use crate::{Colour, Thickness, Tool};

/// Where the hand was, and how heavy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Units from the left edge of the sheet; a hand may leave the sheet by up to [`Point::BEYOND`].
    pub x: i32,
    /// Units from its top.
    pub y: i32,
    /// Pressure in per cent; 50 where it is not known.
    pub pressure: u8,
}

impl Point {
    /// How far beyond 0 and beyond the longest side a point may lie.
    pub const BEYOND: i32 = 4_000;
    /// The pressure of a hand whose pressure is not known.
    pub const EVEN: u8 = 50;

    /// The nearest point to what a hand did. Pressure goes from 0 to 1.
    pub fn near(x: f64, y: f64, pressure: f64) -> Self {
        // Clamped to a small range (NaN becomes 0), so that nothing is lost but fractions.
        let whole = |value: f64| {
            let most = f64::from(crate::LONGER_SIDE + Self::BEYOND);
            value.round().clamp(f64::from(-Self::BEYOND), most) as i32
        };
        Self { x: whole(x), y: whole(y), pressure: (pressure * 100.0).round().clamp(0.0, 100.0) as u8 }
    }

    /// Whether it lies where a hand may be.
    pub fn is_sound(self) -> bool {
        let within = |value: i32| (-Self::BEYOND..=crate::LONGER_SIDE + Self::BEYOND).contains(&value);
        within(self.x) && within(self.y) && self.pressure <= 100
    }
}

/// What one movement of the hand left on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// With what.
    pub tool: Tool,
    /// In which colour; the eraser has none, and black stands for that.
    pub colour: Colour,
    /// How broad.
    pub thickness: Thickness,
    /// The way, at least one point and at most [`Stroke::MOST_POINTS`].
    pub points: Vec<Point>,
}

impl Stroke {
    /// The most points of one stroke: some minutes without lifting the hand.
    pub const MOST_POINTS: usize = 8_000;
}
