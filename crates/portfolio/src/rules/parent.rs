//! How the levels of children become that of a parent.

use crate::item_id::ItemId;
use crate::level::Level;

/// What must be so of the children. Nothing held never counts as a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// This child is held at this level or above. Among [`all`](Self::all) it is a required one.
    Child {
        /// Which.
        item: ItemId,
        /// How well.
        level: Level,
    },
    /// At least so many of these are so: all of them is AND, one is OR. Of fewer than that, all.
    AtLeast {
        /// How many.
        count: usize,
        /// Of which.
        of: Vec<Condition>,
    },
    /// At least this share of all children is held at this level or above.
    Share {
        /// In per cent.
        percent: u8,
        /// How well.
        level: Level,
    },
    /// The children held at this level or above are worth so many points together.
    Points {
        /// How many points.
        least: u32,
        /// How well.
        level: Level,
        /// What a child is worth; what is not named is worth nothing.
        worth: Vec<(ItemId, u32)>,
    },
}

impl Condition {
    /// All of these.
    pub fn all(of: Vec<Self>) -> Self {
        Self::AtLeast { count: of.len(), of }
    }

    /// Whether it is so, by what is held in the children.
    pub fn is_met(&self, children: &[(ItemId, Option<Level>)]) -> bool {
        let reaches = |held: &Option<Level>, level: Level| held.is_some_and(|held| held >= level);
        match self {
            Self::Child { item, level } => children.iter().any(|(child, held)| child == item && reaches(held, *level)),
            Self::AtLeast { count, of } => {
                of.iter().filter(|part| part.is_met(children)).count() >= (*count).min(of.len())
            }
            Self::Share { percent, level } => {
                let reached = children.iter().filter(|(_, held)| reaches(held, *level)).count();
                !children.is_empty() && reached * 100 >= usize::from(*percent) * children.len()
            }
            Self::Points { least, level, worth } => {
                let holds = |item| children.iter().any(|(child, held)| child == item && reaches(held, *level));
                let points = worth.iter().filter(|(item, _)| holds(item)).map(|(_, points)| u64::from(*points));
                points.sum::<u64>() >= u64::from(*least)
            }
        }
    }
}

/// Levels of a parent, each with what must be so for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParentRule(pub Vec<(Level, Condition)>);

impl ParentRule {
    /// A share of the children is at a level or above, and none is more than one level below. For 3 and four fifths: "80 % at 3, and
    /// all at 2 or above".
    pub(super) fn most(percent: u8, level: Level) -> Condition {
        let below = Level::from_half_points(level.half_points().saturating_sub(2)).unwrap_or(Level::ZERO);
        let none_far_below = Condition::Share { percent: 100, level: below };
        Condition::all(vec![Condition::Share { percent, level }, none_far_below])
    }

    /// The highest level whose condition is met; `None` if none is.
    pub fn level(&self, children: &[(ItemId, Option<Level>)]) -> Option<Level> {
        self.0.iter().filter(|(_, condition)| condition.is_met(children)).map(|(level, _)| *level).max()
    }
}
