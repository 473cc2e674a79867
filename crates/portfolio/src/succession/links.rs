//! What becomes of the learner's word on what comes first when a competency that it names is moved.

use std::collections::{BTreeMap, BTreeSet};

use super::Move;
use crate::framework::{Frameworks, Need};
use crate::item_id::ItemId;
use crate::model::Portfolio;

/// What becomes of the links that name what is moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// What the learner said so far. It is said no more, since nothing waits for what is retired.
    pub gone: BTreeSet<Need>,
    /// What is said instead, as far as it was not said already.
    pub there: BTreeSet<Need>,
    /// What cannot be said instead: what is in use says the contrary, and nobody could begin with either.
    pub circles: BTreeSet<Need>,
    /// Those of the gone whose two ends become one, so that nothing is left to say.
    pub met: BTreeSet<Need>,
}

/// The links that go along with these moves. A competency that is moved to several is all of them.
pub fn links(portfolio: &Portfolio, frameworks: &Frameworks, moves: &[Move]) -> Links {
    let mut ways: BTreeMap<&ItemId, BTreeSet<&ItemId>> = BTreeMap::new();
    for Move { from, to } in moves {
        ways.entry(from).or_default().insert(to);
    }
    let is_said = |need: &Need| portfolio.notes(&need.after).is_some_and(|notes| notes.needs.contains(&need.before));
    let mut overlay = frameworks.overlay().clone();
    let mut links = Links::default();
    for need in portfolio.needs().filter(|need| [&need.before, &need.after].iter().any(|end| ways.contains_key(*end))) {
        let there = instead(&need, &ways);
        if there.is_empty() {
            links.met.insert(need.clone());
        }
        for one in there {
            // What is retired and stays is heard by nobody: whether it closes a circle is asked when it moves.
            let is_heard = frameworks.has_competency(&one.before) && frameworks.has_competency(&one.after);
            if is_heard && overlay.add(one.clone(), frameworks).is_err() {
                links.circles.insert(one);
            } else if !is_said(&one) {
                links.there.insert(one);
            }
        }
        links.gone.insert(need);
    }
    links
}

/// The same said of what takes the place of its ends; nothing where that is one.
fn instead(need: &Need, ways: &BTreeMap<&ItemId, BTreeSet<&ItemId>>) -> Vec<Need> {
    let ends = |end| ways.get(end).map_or_else(|| vec![end], |to| to.iter().copied().collect());
    let pair = |before: &ItemId, after: &ItemId| Need { after: after.clone(), before: before.clone() };
    let afters = ends(&need.after);
    let pairs = |before| afters.iter().filter(move |after| **after != before).map(move |after| pair(before, after));
    ends(&need.before).into_iter().flat_map(pairs).collect()
}
