//! What is ready to be worked on, and why something is not.
//!
//! Ready is what is not yet at the aimed level and has all its prerequisites held. A learner may choose anything all
//! the same; this says what is missing, it forbids nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::framework::{Framework, Item, Requirement};
use crate::item_id::ItemId;
use crate::level::Level;
use crate::levels::{self, Held};
use crate::model::Portfolio;

/// How a competency stands to what it asks for and to the learner's aim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// The level aimed at is held.
    Reached(Held),
    /// It can be worked on.
    Ready(Ready),
    /// Something it asks for is not held yet.
    Blocked(Missing),
}

/// A competency that can be worked on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// Which.
    pub competency: ItemId,
    /// The level held now.
    pub held: Option<Held>,
    /// The level aimed at.
    pub aim: Level,
    /// The prerequisites that are held on the learner's word alone ("you say you can; no evidence yet"), if it opens
    /// only with them.
    pub only_said: Vec<ItemId>,
}

/// What is missing of a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A competency is not held at the level asked for.
    Level {
        /// Which competency.
        item: ItemId,
        /// The level asked for.
        needed: Level,
        /// The level held.
        held: Option<Level>,
    },
    /// `more` of these, each of which is missing.
    Some {
        /// How many would be enough; all, if it is as many as there are.
        more: usize,
        /// Of which.
        of: Vec<Missing>,
    },
}

impl Missing {
    /// All competencies that are named, in order.
    pub fn items(&self) -> Vec<&ItemId> {
        match self {
            Self::Level { item, .. } => vec![item],
            Self::Some { of, .. } => of.iter().flat_map(Self::items).collect(),
        }
    }

    /// Each competency that would be enough by itself if it came to be held at the level that `closed` tells for it.
    pub fn enough_alone(&self, closed: &dyn Fn(&ItemId) -> Level) -> BTreeSet<&ItemId> {
        match self {
            Self::Level { item, needed, .. } if closed(item) >= *needed => BTreeSet::from([item]),
            Self::Level { .. } => BTreeSet::new(),
            // One competency may stand in several parts, and be enough for all of them.
            Self::Some { more, of } => {
                let mut parts: BTreeMap<&ItemId, usize> = BTreeMap::new();
                let enough = of.iter().flat_map(|part| part.enough_alone(closed));
                enough.for_each(|item| *parts.entry(item).or_default() += 1);
                parts.into_iter().filter(|(_, parts)| parts >= more).map(|(item, _)| item).collect()
            }
        }
    }
}

/// The level the learner aims at: that of the goal, of several on several pathways the highest; 3 for what is no goal.
pub fn aim(portfolio: &Portfolio, competency: &ItemId) -> Level {
    portfolio.goals_for(competency).map(|goal| goal.aim).max().unwrap_or(Level::PROFICIENT)
}

/// How a competency of a framework stands; `None` for what is none.
pub fn readiness(portfolio: &Portfolio, framework: &Framework, competency: &ItemId) -> Option<Readiness> {
    let is_competency = framework.is_competency(competency);
    is_competency.then(|| readiness_by(&|item| levels::held(portfolio, item), portfolio, framework, competency))
}

/// All that is ready by the [levels held](levels::all_held), in framework order. In a framework without prerequisites that is everything
/// that is not reached.
pub(crate) fn ready_set(held: &BTreeMap<ItemId, Held>, portfolio: &Portfolio, framework: &Framework) -> Vec<Ready> {
    let held = |item: &ItemId| held.get(item).cloned();
    let of = |item: &Item| match readiness_by(&held, portfolio, framework, &item.id) {
        Readiness::Ready(ready) => Some(ready),
        Readiness::Reached(_) | Readiness::Blocked(_) => None,
    };
    framework.competencies().filter_map(of).collect()
}

pub(crate) fn readiness_by(
    held: &dyn Fn(&ItemId) -> Option<Held>,
    portfolio: &Portfolio,
    framework: &Framework,
    competency: &ItemId,
) -> Readiness {
    let (now, aim) = (held(competency), aim(portfolio, competency));
    if let Some(now) = now.clone().filter(|now| now.level >= aim) {
        return Readiness::Reached(now);
    }
    match framework.requirement(competency).map_or(Ok(Vec::new()), |requirement| check(&requirement, held)) {
        Ok(only_said) => Readiness::Ready(Ready { competency: competency.clone(), held: now, aim, only_said }),
        Err(missing) => Readiness::Blocked(missing),
    }
}

/// What a competency waits for, whether or not its aim is reached; `None` if it waits for nothing.
pub fn why_blocked(portfolio: &Portfolio, framework: &Framework, competency: &ItemId) -> Option<Missing> {
    let requirement = framework.requirement(competency)?;
    check(&requirement, &|item| levels::held(portfolio, item)).err()
}

/// The *inner fringe*: what is held and nothing else that is held depends on, in framework order. What to check again when
/// stuck, since everything else has something resting on it.
///
/// Held means at 3 or above.
pub fn revisit_set(portfolio: &Portfolio, framework: &Framework) -> Vec<ItemId> {
    revisit_by(&levels::all_held(portfolio), framework)
}

fn revisit_by(held: &BTreeMap<ItemId, Held>, framework: &Framework) -> Vec<ItemId> {
    let is_held = |item: &ItemId| held.get(item).is_some_and(|held| held.level >= Level::PROFICIENT);
    let depends = |later: &Item, on: &ItemId| {
        let met = |lookup: &dyn Fn(&ItemId) -> Option<Held>| {
            framework.requirement(&later.id).is_none_or(|requirement| check(&requirement, lookup).is_ok())
        };
        met(&|item| held.get(item).cloned()) && !met(&|item| held.get(item).filter(|_| item != on).cloned())
    };
    let is_needed =
        |item: &ItemId| framework.opens(item).into_iter().any(|later| is_held(&later.id) && depends(later, item));
    let fringe = framework.competencies().map(|item| &item.id).filter(|item| is_held(item) && !is_needed(item));
    fringe.cloned().collect()
}

/// Checks a requirement: if it is met, the items on whose word alone it is met; if not, what is missing.
///
/// # Errors
/// What is missing.
fn check(requirement: &Requirement, held: &dyn Fn(&ItemId) -> Option<Held>) -> Result<Vec<ItemId>, Missing> {
    match requirement {
        Requirement::Item { item, level } => match held(item) {
            Some(held) if held.level >= *level => Ok(if held.is_only_said() { vec![item.clone()] } else { Vec::new() }),
            held => Err(Missing::Level { item: item.clone(), needed: *level, held: held.map(|held| held.level) }),
        },
        Requirement::AtLeast { count, of } => {
            let (mut met, mut missing) = (Vec::new(), Vec::new());
            for part in of {
                match check(part, held) {
                    Ok(only_said) => met.push(only_said),
                    Err(part) => missing.push(part),
                }
            }
            let count = (*count).min(of.len());
            if met.len() < count {
                return Err(few_of(count - met.len(), missing));
            }
            // What has work behind it is enough where it is enough.
            met.sort_by_key(Vec::len);
            let mut only_said = met.into_iter().take(count).flatten().collect::<Vec<_>>();
            only_said.sort_unstable();
            only_said.dedup();
            Ok(only_said)
        }
    }
}

/// A group of one is the one.
fn few_of(more: usize, mut of: Vec<Missing>) -> Missing {
    match (of.len(), of.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            of.extend(last);
            Missing::Some { more, of }
        }
    }
}

#[cfg(test)]
mod tests;
