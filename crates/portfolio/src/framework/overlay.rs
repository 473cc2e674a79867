//! What the learner says comes first, over the items of any framework: kept apart from what the frameworks say, and asked for beside it.

use std::collections::BTreeSet;

use super::{Frameworks, Requirement};
use crate::item_id::ItemId;

/// Links between competencies. None of them closes a circle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay {
    /// (after, before), ascending.
    needs: Vec<(ItemId, ItemId)>,
    /// (before, after), ascending.
    opens: Vec<(ItemId, ItemId)>,
}

/// That one competency comes before another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    /// The one that asks.
    pub after: ItemId,
    /// The one that it asks for, at level 3.
    pub before: ItemId,
}

impl Overlay {
    /// What a competency asks for, ascending.
    pub fn needs(&self, competency: &ItemId) -> impl Iterator<Item = &ItemId> {
        beside(&self.needs, competency)
    }

    /// The competencies that ask for one, ascending.
    pub(super) fn opens(&self, competency: &ItemId) -> impl Iterator<Item = &ItemId> {
        beside(&self.opens, competency)
    }

    /// What a competency asks for in all: what its framework says, and these.
    pub(super) fn join(&self, competency: &ItemId, told: Option<Requirement>) -> Option<Requirement> {
        let mut added: Vec<Requirement> = self.needs(competency).cloned().map(Requirement::item).collect();
        if added.is_empty() {
            return told;
        }
        let mut all = match told {
            Some(Requirement::AtLeast { count, of }) if count >= of.len() => of,
            told => told.into_iter().collect(),
        };
        added.retain(|one| !all.contains(one));
        all.append(&mut added);
        match (all.len(), all.pop()) {
            (1, only) => only,
            (_, last) => {
                all.extend(last);
                Some(Requirement::all(all))
            }
        }
    }

    /// Adds a link.
    ///
    /// # Errors
    /// The circle that it would close: from what is to come first, each asking for the next, to what asks for it.
    pub(crate) fn add(&mut self, need: Need, frameworks: &Frameworks) -> Result<(), Vec<ItemId>> {
        if let Some(way) = self.way(&need.before, &need.after, frameworks) {
            return Err(way);
        }
        put(&mut self.needs, (need.after.clone(), need.before.clone()));
        put(&mut self.opens, (need.before, need.after));
        Ok(())
    }

    /// The shortest way from a competency to one that it rests on, both named; nothing if it does not rest on it.
    fn way(&self, from: &ItemId, to: &ItemId, frameworks: &Frameworks) -> Option<Vec<ItemId>> {
        let mut met = BTreeSet::from([from.clone()]);
        // Each with the place of the one that asks for it.
        let mut steps = vec![(from.clone(), 0)];
        let mut at = 0;
        while let Some((item, _)) = steps.get(at).cloned() {
            if item == *to {
                let mut way = vec![item];
                while at > 0 {
                    at = steps.get(at).map_or(0, |(_, asking)| *asking);
                    way.extend(steps.get(at).map(|(item, _)| item.clone()));
                }
                way.reverse();
                return Some(way);
            }
            let told = frameworks.of(&item).and_then(|framework| framework.told_requirement(&item));
            let told = told.iter().flat_map(Requirement::items).map(|(item, _)| item);
            for asked in told.chain(self.needs(&item)) {
                if met.insert(asked.clone()) {
                    steps.push((asked.clone(), at));
                }
            }
            at += 1;
        }
        None
    }
}

/// What stands beside `first` in pairs.
fn beside<'p>(pairs: &'p [(ItemId, ItemId)], first: &ItemId) -> impl Iterator<Item = &'p ItemId> {
    let from = pairs.partition_point(|(other, _)| other < first);
    let first = first.clone();
    pairs.iter().skip(from).take_while(move |(other, _)| *other == first).map(|(_, second)| second)
}

fn put(pairs: &mut Vec<(ItemId, ItemId)>, pair: (ItemId, ItemId)) {
    if let Err(place) = pairs.binary_search(&pair) {
        pairs.insert(place, pair);
    }
}

#[cfg(test)]
mod tests;
