//! The level of a heading, and by which rule.

use std::collections::{BTreeMap, BTreeSet};

use super::Held;
use super::rule::Origin;
use crate::entity::EntityId;
use crate::framework::{Framework, Item};
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::Portfolio;
use crate::rules::{Child, Together};

/// The rule that a heading is looked at by, and who chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParentInForce {
    /// The rule.
    pub rule: Together,
    /// For what it was chosen; [`Origin::Competency`] is this very heading.
    pub origin: Origin,
    /// The children that are required besides.
    pub required: BTreeSet<ItemId>,
}

/// The rule of the heading, else that of its framework, else Cairn's own.
pub fn parent_in_force(portfolio: &Portfolio, framework: &Framework, heading: &ItemId) -> ParentInForce {
    let notes = portfolio.notes(heading);
    let required = notes.map(|notes| notes.required.clone()).unwrap_or_default();
    let for_all = || portfolio.adoption(&EntityId::framework(framework.id())).and_then(|adoption| adoption.together);
    let chosen = notes.and_then(|notes| notes.together).map(|rule| (rule, Origin::Competency));
    let chosen = chosen.or_else(|| for_all().map(|rule| (rule, Origin::Framework)));
    let (rule, origin) = chosen.unwrap_or((Together::default(), Origin::Usual));
    ParentInForce { rule, origin, required }
}

/// The level that the children of a heading come to by its rule, headings below it by theirs; of a competency, the level held.
pub fn of_parent(
    held: &BTreeMap<ItemId, Held>,
    portfolio: &Portfolio,
    framework: &Framework,
    item: &ItemId,
) -> Option<Level> {
    if framework.is_competency(item) {
        return held.get(item).map(|held| held.level);
    }
    let children: Vec<Child> = framework.children(item).map(|child| looked_at(framework, child)).collect();
    // A framework nests as deep as its file, which is bounded.
    let level = |child: &Child| (child.item.clone(), of_parent(held, portfolio, framework, &child.item));
    let levels: Vec<_> = children.iter().map(level).collect();
    let ParentInForce { rule, required, .. } = parent_in_force(portfolio, framework, item);
    rule.rule(&children, &required).level(&levels)
}

fn looked_at(framework: &Framework, child: &Item) -> Child {
    let work = framework.competencies_in(&child.id).map(|item| item.size.weight()).sum();
    Child { item: child.id.clone(), work }
}
