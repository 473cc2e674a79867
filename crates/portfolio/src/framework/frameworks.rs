//! The frameworks a learner works with, together.

use std::sync::Arc;

use super::{Framework, Item};
use crate::item_id::ItemId;

/// Adopted frameworks. Where two hold the same item (two editions), the one that stands first speaks for it. One whose items all
/// have a speaker before it (the same framework in another language) is not heard at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frameworks {
    heard: Vec<Arc<Framework>>,
    silent: Vec<Arc<Framework>>,
}

impl Frameworks {
    /// These frameworks; the one adopted last belongs first.
    pub fn new(frameworks: Vec<Arc<Framework>>) -> Self {
        let mut all = Self::default();
        for framework in frameworks {
            let place = if all.speaks_for_all_of(&framework) { &mut all.silent } else { &mut all.heard };
            place.push(framework);
        }
        all
    }

    /// All that have something to say.
    pub fn iter(&self) -> impl Iterator<Item = &Framework> {
        self.heard.iter().map(Arc::as_ref)
    }

    /// One of them, heard or not, by the SHA-256 of its package.
    pub fn get(&self, id: &str) -> Option<&Arc<Framework>> {
        self.heard.iter().chain(&self.silent).find(|framework| framework.id() == id)
    }

    fn speaks_for_all_of(&self, framework: &Framework) -> bool {
        let items = framework.items();
        !items.is_empty() && items.iter().all(|item| self.item(&item.id).is_some())
    }

    /// The framework that speaks for an item.
    pub fn of(&self, item: &ItemId) -> Option<&Framework> {
        self.iter().find(|framework| framework.item(item).is_some())
    }

    /// An item of any of them.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.iter().find_map(|framework| framework.item(id))
    }

    /// What an item is called; its id, where no framework that is here has it.
    pub fn name(&self, id: &ItemId) -> String {
        self.item(id).map_or_else(|| id.to_string(), |item| item.name().to_owned())
    }
}
