//! Where a learner is: what a furthest "I can" rests on.

use std::collections::{BTreeMap, VecDeque};

use crate::framework::{Framework, Frameworks, Requirement};
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::Basis;

/// What placing oneself claims of a competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The level.
    pub level: Level,
    /// Why.
    pub basis: Basis,
}

/// What "I can" in each of these claims, by competency:
/// - level 3 in each of them, and in what stands before it in its strand (the competencies under the same heading);
/// - all that these ask for, at the level asked for, and what that asks for in turn. Of a group of which only some are
///   needed nothing is claimed, since nobody can tell which of them it was.
///
/// What is in no framework is left out.
pub fn of(furthest: &[ItemId], frameworks: &Frameworks) -> BTreeMap<ItemId, Placed> {
    let mut placed = BTreeMap::new();
    let mut waiting = VecDeque::new();
    for competency in furthest {
        let Some(framework) = frameworks.of(competency) else { continue };
        claim(&mut placed, competency, Placed { level: Level::PROFICIENT, basis: Basis::Placed });
        waiting.push_back(competency.clone());
        for before in earlier_in_strand(framework, competency) {
            claim(&mut placed, &before, Placed { level: Level::PROFICIENT, basis: Basis::Rests });
            waiting.push_back(before);
        }
    }
    while let Some(competency) = waiting.pop_front() {
        let requirement = frameworks.of(&competency).and_then(|framework| framework.requirement(&competency));
        let Some(requirement) = requirement else { continue };
        let mut certain = Vec::new();
        collect_certain(&requirement, &mut certain);
        for (asked, level) in certain {
            let is_new = !placed.contains_key(asked);
            claim(&mut placed, asked, Placed { level, basis: Basis::Rests });
            if is_new {
                waiting.push_back(asked.clone());
            }
        }
    }
    placed
}

/// Claims the most that is said of a competency.
fn claim(placed: &mut BTreeMap<ItemId, Placed>, competency: &ItemId, said: Placed) {
    let known = placed.entry(competency.clone()).or_insert(said);
    known.level = known.level.max(said.level);
    if said.basis == Basis::Placed {
        known.basis = Basis::Placed;
    }
}

fn earlier_in_strand(framework: &Framework, competency: &ItemId) -> Vec<ItemId> {
    let parent = framework.item(competency).and_then(|item| item.parent.as_ref());
    let Some(parent) = parent else { return Vec::new() };
    let siblings = framework.children(parent).map(|item| &item.id);
    let earlier = siblings.take_while(|sibling| *sibling != competency);
    earlier.filter(|sibling| framework.is_competency(sibling)).cloned().collect()
}

/// What is asked for without a choice.
fn collect_certain<'a>(requirement: &'a Requirement, certain: &mut Vec<(&'a ItemId, Level)>) {
    match requirement {
        Requirement::Item { item, level } => certain.push((item, *level)),
        Requirement::AtLeast { count, of } if *count >= of.len() => {
            of.iter().for_each(|part| collect_certain(part, certain));
        }
        Requirement::AtLeast { .. } => {}
    }
}
