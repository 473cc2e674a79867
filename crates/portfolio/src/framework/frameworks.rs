//! The frameworks a learner works with, together.

use std::sync::Arc;

use super::{Framework, Item};
use crate::item_id::ItemId;

/// Adopted frameworks. Where two hold the same item (two editions), the one that stands first speaks for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frameworks(Vec<Arc<Framework>>);

impl Frameworks {
    /// These frameworks; the one adopted last belongs first.
    pub fn new(frameworks: Vec<Arc<Framework>>) -> Self {
        Self(frameworks)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Framework> {
        self.0.iter().map(Arc::as_ref)
    }

    /// One of them, by the SHA-256 of its package.
    pub fn get(&self, id: &str) -> Option<&Arc<Framework>> {
        self.0.iter().find(|framework| framework.id() == id)
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
