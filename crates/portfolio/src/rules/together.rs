//! The rules for parents that somebody can choose.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use super::{Condition, NotARule, ParentRule};
use crate::item_id::ItemId;
use crate::level::Level;

/// How the levels of children become that of their parent. Besides, single children may be required.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Together {
    /// A share of the children is there, and none is more than one level below.
    Most {
        /// The share, in per cent.
        percent: u8,
    },
    /// All are there.
    All,
    /// So many are there; all, if there are fewer children.
    Several {
        /// How many.
        count: u8,
    },
    /// Those that are there are a share of all the work, large ones counting for more.
    BySize {
        /// The share, in per cent.
        percent: u8,
    },
}

impl Default for Together {
    /// Four fifths are there, and none is more than one level below.
    fn default() -> Self {
        Self::Most { percent: 80 }
    }
}

/// A child of a heading, as a rule looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// Which.
    pub item: ItemId,
    /// How much work it is: the sum of the sizes of its competencies.
    pub work: u32,
}

impl Together {
    /// Every rule with its usual numbers, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Most { percent: 80 },
        Self::All,
        Self::Several { count: 1 },
        Self::Several { count: 3 },
        Self::BySize { percent: 60 },
    ];

    /// The most children that can be asked for by number.
    const MOST: u8 = 99;

    /// What must be so of these children for each level.
    pub fn rule(self, children: &[Child], required: &BTreeSet<ItemId>) -> ParentRule {
        let of = |level: Level| {
            let required = children.iter().filter(|child| required.contains(&child.item));
            let required = required.map(|child| Condition::Child { item: child.item.clone(), level });
            (level, Condition::all([self.condition(level, children)].into_iter().chain(required).collect()))
        };
        ParentRule(Level::all().map(of).collect())
    }

    fn condition(self, level: Level, children: &[Child]) -> Condition {
        let each = || children.iter().map(|child| Condition::Child { item: child.item.clone(), level });
        match self {
            Self::Most { percent } => ParentRule::most(percent, level),
            Self::All => Condition::Share { percent: 100, level },
            Self::Several { count } => Condition::AtLeast { count: count.into(), of: each().collect() },
            Self::BySize { percent } => {
                let all: u64 = children.iter().map(|child| u64::from(child.work)).sum();
                let least = (all * u64::from(percent)).div_ceil(100);
                let worth = children.iter().map(|child| (child.item.clone(), child.work)).collect();
                Condition::Points { least: u32::try_from(least).unwrap_or(u32::MAX), level, worth }
            }
        }
    }
}

/// As it is stored: `most:80`, `all`, `several:3`, `size:60`.
impl fmt::Display for Together {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Most { percent } => write!(f, "most:{percent}"),
            Self::All => f.write_str("all"),
            Self::Several { count } => write!(f, "several:{count}"),
            Self::BySize { percent } => write!(f, "size:{percent}"),
        }
    }
}

/// Reads what [`Display`](fmt::Display) writes; numbers out of range make no rule.
impl FromStr for Together {
    type Err = NotARule;

    fn from_str(text: &str) -> Result<Self, NotARule> {
        let (name, number) = text.split_once(':').map_or((text, None), |(name, number)| (name, Some(number)));
        let number = number.map(|number| number.parse::<u8>().map_err(|_| NotARule)).transpose()?;
        let rule = match (name, number) {
            ("most", Some(percent @ 1..=100)) => Self::Most { percent },
            ("all", None) => Self::All,
            ("several", Some(count @ 1..=Self::MOST)) => Self::Several { count },
            ("size", Some(percent @ 1..=100)) => Self::BySize { percent },
            _ => return Err(NotARule),
        };
        if rule.to_string() == text { Ok(rule) } else { Err(NotARule) }
    }
}
