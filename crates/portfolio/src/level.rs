//! Levels: 0 to 4 in half steps, 3 is proficient.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How well a competency is shown: 0 to 4 in half steps, kept as half-points 0..=8 so that 2.5 is exactly "all of 2 and
/// part of 3" and nothing ever rounds it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

/// What was given is not a level from 0 to 4 in half steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a level from 0 to 4 in half steps")]
pub struct NotALevel;

impl Level {
    /// 0, the lowest.
    pub const ZERO: Self = Self(0);
    /// 3: the learner can do it.
    pub const PROFICIENT: Self = Self(6);
    /// 4, the highest.
    pub const TOP: Self = Self(8);

    /// All nine levels, lowest first.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (0..=Self::TOP.0).map(Self)
    }

    /// The level of this many half-points, 0..=8.
    ///
    /// # Errors
    /// More than 8.
    pub fn from_half_points(half_points: u8) -> Result<Self, NotALevel> {
        if half_points <= Self::TOP.0 { Ok(Self(half_points)) } else { Err(NotALevel) }
    }

    /// Twice the level, 0..=8.
    pub fn half_points(self) -> u8 {
        self.0
    }

    /// The half steps from here up to `aim`; 0 if `aim` is not above.
    pub fn half_steps_to(self, aim: Self) -> u8 {
        aim.0.saturating_sub(self.0)
    }
}

impl TryFrom<u8> for Level {
    type Error = NotALevel;

    fn try_from(half_points: u8) -> Result<Self, NotALevel> {
        Self::from_half_points(half_points)
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

/// `0`, `0.5`, … `4`. How a language writes the half is its catalogue's business.
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.0.is_multiple_of(2) { "" } else { ".5" };
        write!(f, "{}{half}", self.0 / 2)
    }
}

/// Reads what [`Display`](fmt::Display) writes, and `3.0`. Anything between two half steps is refused, not rounded.
impl FromStr for Level {
    type Err = NotALevel;

    fn from_str(text: &str) -> Result<Self, NotALevel> {
        let (whole, half) = match text.split_once('.') {
            None => (text, 0),
            Some((whole, "0")) => (whole, 0),
            Some((whole, "5")) => (whole, 1),
            Some(_) => return Err(NotALevel),
        };
        match whole.as_bytes() {
            [digit @ b'0'..=b'4'] => Self::from_half_points((digit - b'0') * 2 + half),
            _ => Err(NotALevel),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_written_and_read_in_half_steps() {
        let written: Vec<String> = Level::all().map(|level| level.to_string()).collect();
        assert_eq!(written, ["0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4"]);
        for level in Level::all() {
            assert_eq!(level.to_string().parse(), Ok(level));
        }
        assert_eq!("3.0".parse(), Ok(Level::PROFICIENT));
    }

    #[test]
    fn nothing_is_rounded_to_a_level() {
        for text in ["2.9", "2.75", "2.50", "4.5", "5", "-1", "", ".5", "3.", "+3", "03", "3 ", "३"] {
            assert_eq!(text.parse::<Level>(), Err(NotALevel), "{text:?}");
        }
        assert_eq!(Level::from_half_points(9), Err(NotALevel));
        assert!("2.5".parse::<Level>().unwrap() < Level::PROFICIENT);
    }

    #[test]
    fn half_steps_count_upwards_only() {
        let level = |text: &str| text.parse::<Level>().unwrap();
        assert_eq!(level("1.5").half_steps_to(level("3")), 3);
        assert_eq!(level("3.5").half_steps_to(level("3")), 0);
    }
}
