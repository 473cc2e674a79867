//! The level of a heading.

use std::collections::BTreeMap;

use super::Held;
use crate::framework::Framework;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::rules::ParentRule;

/// The level that the children of a heading come to by the usual rule for parents, headings below it by the same; of a
/// competency, the level held.
pub fn of_parent(held: &BTreeMap<ItemId, Held>, framework: &Framework, item: &ItemId) -> Option<Level> {
    level_of(held, framework, item, &ParentRule::default())
}

fn level_of(held: &BTreeMap<ItemId, Held>, framework: &Framework, item: &ItemId, rule: &ParentRule) -> Option<Level> {
    if framework.is_competency(item) {
        return held.get(item).map(|held| held.level);
    }
    // A framework nests as deep as its file, which is bounded.
    let below = framework.children(item).map(|child| (child.id.clone(), level_of(held, framework, &child.id, rule)));
    rule.level(&below.collect::<Vec<_>>())
}
