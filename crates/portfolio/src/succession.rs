//! What a learner has of competencies that are retired, and where it could go.
//!
//! Nothing moves by itself. A [`Proposal`] is worked out anew whenever somebody looks, and stands until it is taken.

mod links;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use links::{Links, links};

use crate::entity::EntityId;
use crate::framework::{Frameworks, Link, Need};
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::Portfolio;

/// What a learner has of one competency that is retired.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The goals, as they stand on the pathways.
    pub goals: Vec<EntityId>,
    /// The pieces that show it.
    pub pieces: BTreeSet<EntityId>,
    /// The level that they say they hold, without work.
    pub said: Option<Level>,
    /// What they say comes before it, or after it.
    pub needs: BTreeSet<Need>,
}

/// That what a learner has of a retired competency could be at another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// From where to where.
    pub move_along: Move,
    /// Why.
    pub link: Link,
}

/// From a competency that is retired to one that takes its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Move {
    /// What is retired.
    pub from: ItemId,
    /// What takes its place.
    pub to: ItemId,
}

/// All that the learner has of competencies that are retired. Each has a goal, a piece, or a word of theirs on it.
pub fn kept(portfolio: &Portfolio, frameworks: &Frameworks) -> BTreeMap<ItemId, Kept> {
    let mut all: BTreeMap<ItemId, Kept> = BTreeMap::new();
    for goal in portfolio.goals().into_iter().filter(|goal| frameworks.is_retired(&goal.competency)) {
        all.entry(goal.competency.clone()).or_default().goals.push(goal.id.clone());
    }
    for (claim, piece) in portfolio.claims_in_use().filter(|(claim, _)| frameworks.is_retired(&claim.competency)) {
        let kept = all.entry(claim.competency.clone()).or_default();
        match piece {
            Some(piece) => drop(kept.pieces.insert(piece.id.clone())),
            None => kept.said = Some(claim.level),
        }
    }
    for need in portfolio.needs() {
        for end in [&need.before, &need.after].into_iter().filter(|end| frameworks.is_retired(end)) {
            all.entry(end.clone()).or_default().needs.insert(need.clone());
        }
    }
    all
}

/// Where it could go, as any edition says: the competencies in the order of their ids, to each the nearest first.
pub fn proposals(portfolio: &Portfolio, frameworks: &Frameworks) -> Vec<Proposal> {
    let proposal = |from: &ItemId, (to, link): (ItemId, Link)| {
        let move_along = Move { from: from.clone(), to };
        Proposal { move_along, link }
    };
    let kept = kept(portfolio, frameworks);
    kept.keys().flat_map(|from| frameworks.successors(from).into_iter().map(move |next| proposal(from, next))).collect()
}
