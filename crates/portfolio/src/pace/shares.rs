//! Which steps count for which goal, where a competency is on several pathways.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::Goal;

/// The goals that count steps, in the order given, each with the level from which on it counts them. Every half step of a competency
/// counts once: for the goal that reaches it by the earliest date, and of one date (or none) for the first in order. So a goal that asks
/// for no more than one before it counts nothing, and is left out.
pub(super) fn shares<'a>(goals: Vec<&'a Goal>) -> Vec<(&'a Goal, Level)> {
    let mut by_date: Vec<(usize, &Goal)> = goals.into_iter().enumerate().collect();
    // Stable, so what is equal stays in order. What has no date comes last.
    by_date.sort_by_key(|(_, goal)| (Reverse(goal.due.is_some()), goal.due));
    let mut reached: BTreeMap<&ItemId, Level> = BTreeMap::new();
    let mut counted: Vec<(usize, &'a Goal, Level)> = Vec::with_capacity(by_date.len());
    for (number, goal) in by_date {
        let before = reached.get(&goal.competency).copied();
        if before.is_some_and(|level| level >= goal.aim) {
            continue;
        }
        reached.insert(&goal.competency, goal.aim);
        counted.push((number, goal, goal.start.max(before.unwrap_or(Level::ZERO))));
    }
    counted.sort_by_key(|(number, ..)| *number);
    counted.into_iter().map(|(_, goal, from)| (goal, from)).collect()
}
