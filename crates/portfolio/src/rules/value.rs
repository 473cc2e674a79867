//! What a formula comes to, between levels.

use crate::level::Level;

/// A number from 0 to 4 that a formula came to. It is shown to two places and becomes a level only by rounding *down*,
/// because 2.5 is "all of 2 and part of 3" and not 3.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Value(f64);

impl Value {
    /// What sums of fractions may be off by. It is added before rounding, either way.
    const DUST: f64 = 1e-9;

    /// The number, brought into the scale: a line through work that grew fast points above 4.
    pub(super) fn of(number: f64) -> Self {
        Self(number.clamp(0.0, 4.0))
    }

    /// Hundredths, half up: 2.625 is 263.
    pub fn hundredths(self) -> u16 {
        ((self.0 + Self::DUST) * 100.0).round() as u16
    }

    /// The whole half step that was reached.
    pub fn level(self) -> Level {
        let half_points = ((self.0 + Self::DUST) * 2.0).floor();
        Level::from_half_points(half_points as u8).unwrap_or(Level::TOP)
    }
}

impl From<Level> for Value {
    fn from(level: Level) -> Self {
        Self(f64::from(level.half_points()) / 2.0)
    }
}
