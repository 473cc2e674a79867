//! How several judgements of one competency become one level, and how the levels of children become that of a parent.
//!
//! A rule only ever *suggests*: it says what it makes of the judgements, which of them counted and which did not, and
//! why. People decide. `docs/learning-model.md` states every formula with its golden values.

mod formula;
mod parent;
mod scale;
mod suggestion;
#[cfg(test)]
mod tests;
mod together;
mod twice;
mod value;

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::level::Level;

pub use parent::{Condition, ParentRule};
pub use scale::spread;
pub use suggestion::{Judged, Lacking, Left, Part, Suggestion, suggest};
pub use together::{Child, Together};
pub use value::Value;

/// A rule that makes a level of the judgements of a competency, in the order of the work.
///
/// Two formulas are called "decaying average" in the field. They give other numbers, so both are here under names that
/// say what they do: [`Weighted`](Self::Weighted) and [`Decaying`](Self::Decaying).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Shown twice among the last five pieces, in more than one way. Cairn's own.
    #[default]
    Twice,
    /// The latest work.
    Latest,
    /// The best work.
    Highest,
    /// The mean of all.
    Mean,
    /// The latest against the mean of all before it.
    Weighted {
        /// How much the latest counts, in per cent.
        newest: u8,
    },
    /// Each against what all before it came to.
    Decaying {
        /// How much each new one counts, in per cent.
        newest: u8,
    },
    /// The mean of the good ones, once there are enough of them.
    Several {
        /// How many are enough.
        count: u8,
        /// From which level on one is good.
        mastery: Level,
    },
    /// Where the straight line through all of them has come to.
    Trend,
    /// Where the power law through all of them has come to (Marzano).
    PowerLaw,
    /// What the last ones were most often.
    Mode {
        /// How many of the last count.
        last: u8,
    },
    /// The middle of the last ones.
    Median {
        /// How many of the last count.
        last: u8,
    },
}

/// What was given is not a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a rule that is known here")]
pub struct NotARule;

impl Rule {
    /// The weight of the newest work where nobody says another, in per cent.
    pub const NEWEST: u8 = 65;

    /// Every rule with its usual numbers, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Twice,
        Self::Latest,
        Self::Highest,
        Self::Mean,
        Self::Weighted { newest: Self::NEWEST },
        Self::Decaying { newest: Self::NEWEST },
        Self::Several { count: 2, mastery: Level::PROFICIENT },
        Self::Trend,
        Self::PowerLaw,
        Self::Mode { last: 5 },
        Self::Median { last: 5 },
    ];

    /// The most results that a rule may ask for or look back at.
    const MOST: u8 = 10;
}

/// As it is stored: `twice`, `weighted:65`, `several:2:6` (the level in half-points).
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Twice => f.write_str("twice"),
            Self::Latest => f.write_str("latest"),
            Self::Highest => f.write_str("highest"),
            Self::Mean => f.write_str("mean"),
            Self::Weighted { newest } => write!(f, "weighted:{newest}"),
            Self::Decaying { newest } => write!(f, "decaying:{newest}"),
            Self::Several { count, mastery } => write!(f, "several:{count}:{}", mastery.half_points()),
            Self::Trend => f.write_str("trend"),
            Self::PowerLaw => f.write_str("power"),
            Self::Mode { last } => write!(f, "mode:{last}"),
            Self::Median { last } => write!(f, "median:{last}"),
        }
    }
}

/// Reads what [`Display`](fmt::Display) writes; numbers out of range make no rule.
impl FromStr for Rule {
    type Err = NotARule;

    fn from_str(text: &str) -> Result<Self, NotARule> {
        let mut parts = text.split(':');
        let name = parts.next().ok_or(NotARule)?;
        let numbers = parts.map(|part| part.parse::<u8>().map_err(|_| NotARule)).collect::<Result<Vec<u8>, _>>()?;
        let rule = match (name, numbers.as_slice()) {
            ("twice", []) => Self::Twice,
            ("latest", []) => Self::Latest,
            ("highest", []) => Self::Highest,
            ("mean", []) => Self::Mean,
            ("weighted", [newest @ 1..=99]) => Self::Weighted { newest: *newest },
            ("decaying", [newest @ 1..=99]) => Self::Decaying { newest: *newest },
            ("several", [count @ 1..=Self::MOST, mastery]) => {
                Self::Several { count: *count, mastery: Level::from_half_points(*mastery).map_err(|_| NotARule)? }
            }
            ("trend", []) => Self::Trend,
            ("power", []) => Self::PowerLaw,
            ("mode", [last @ 1..=Self::MOST]) => Self::Mode { last: *last },
            ("median", [last @ 1..=Self::MOST]) => Self::Median { last: *last },
            _ => return Err(NotARule),
        };
        // `mean:` and `weighted:065` are not how a rule is written.
        if rule.to_string() == text { Ok(rule) } else { Err(NotARule) }
    }
}
