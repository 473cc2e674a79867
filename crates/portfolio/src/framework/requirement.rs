//! What must be held before a competency opens.

use serde::{Deserialize, Serialize};

use crate::item_id::ItemId;
use crate::level::Level;

/// A tree of prerequisites: single items, and groups of which some must be met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Requirement {
    /// One item at a level or above.
    Item {
        /// Which item; a heading means all competencies below it.
        item: ItemId,
        /// The least level that will do.
        level: Level,
    },
    /// At least `count` of these. All of them is AND, one of them is OR.
    AtLeast {
        /// How many must be met; more than there are means all.
        count: usize,
        /// Of which.
        of: Vec<Requirement>,
    },
}

impl Requirement {
    /// One item at level 3, which is what a prerequisite asks for where nothing else is said.
    pub fn item(item: ItemId) -> Self {
        Self::Item { item, level: Level::PROFICIENT }
    }

    /// All of these. Of nothing: met by everyone.
    pub fn all(of: Vec<Self>) -> Self {
        Self::AtLeast { count: of.len(), of }
    }

    /// One of these. Of nothing: met by everyone, since what asks for nothing must not lock anyone out.
    pub fn any(of: Vec<Self>) -> Self {
        Self::AtLeast { count: 1, of }
    }

    /// Every item it names with its level, as often as it is named, in order.
    pub fn items(&self) -> Vec<(&ItemId, Level)> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<(&'a ItemId, Level)>) {
        match self {
            Self::Item { item, level } => found.push((item, *level)),
            Self::AtLeast { of, .. } => of.iter().for_each(|part| part.collect(found)),
        }
    }
}
