//! Prerequisites: what asks for what, with circles opened.

mod circles;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Requirement, Shape, Told};
use crate::item_id::ItemId;

/// What every item asks for, as told. Numbers are places in framework order.
///
/// A heading that asks for something asks it for every competency below it, and a heading that is asked for means every
/// competency below it. Both are worked out when asked, since written out they would grow with the square of the
/// framework.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Prerequisites {
    told: BTreeMap<u32, Requirement>,
    /// (asked for, asking), ascending.
    asking: Vec<(u32, u32)>,
    /// (competency, item it must not wait for), ascending.
    ignored: Vec<(u32, u32)>,
    cycles: Vec<Vec<ItemId>>,
}

impl Prerequisites {
    /// Takes requirements told as such, and for the items without one all that precedes them.
    pub(super) fn of_all(framework: &Told, asked: Vec<(ItemId, Requirement)>, precedes: &[(ItemId, ItemId)]) -> Self {
        let mut told: BTreeMap<u32, Requirement> = BTreeMap::new();
        for (item, requirement) in asked {
            if let Some(place) = framework.place(&item) {
                told.insert(place, requirement);
            }
        }
        let mut plain: BTreeMap<u32, Vec<&ItemId>> = BTreeMap::new();
        for (before, after) in precedes {
            if let (Some(_), Some(after)) = (framework.place(before), framework.place(after)) {
                let all = plain.entry(after).or_default();
                if !told.contains_key(&after) && !all.contains(&before) {
                    all.push(before);
                }
            }
        }
        for (place, all) in plain.into_iter().filter(|(_, all)| !all.is_empty()) {
            told.insert(place, Requirement::all(all.into_iter().cloned().map(Requirement::item).collect()));
        }
        let mut prerequisites = Self { asking: asking(framework, &told), told, ..Self::default() };
        let found = circles::open(framework, &prerequisites);
        prerequisites.ignored = found.ignored.into_iter().collect();
        prerequisites.cycles = found.cycles;
        prerequisites
    }

    pub(super) fn is_empty(&self) -> bool {
        self.asking.is_empty()
    }

    pub(super) fn cycles(&self) -> &[Vec<ItemId>] {
        &self.cycles
    }

    /// What a competency asks for; see [`Framework::requirement`](super::Framework::requirement).
    pub(super) fn of(&self, competency: u32, framework: &Told) -> Option<Requirement> {
        let asked = self.told_for(competency, &framework.shape);
        match group(None, asked.map(|(_, told)| self.trim(told, competency, framework)).collect()) {
            Trimmed::Left(requirement) => Some(requirement),
            Trimmed::Met | Trimmed::Gone => None,
        }
    }

    /// The competencies that ask for this one, ascending; see [`Framework::opens`](super::Framework::opens).
    pub(super) fn opened_by(&self, competency: u32, framework: &Told) -> Vec<u32> {
        let shape = &framework.shape;
        let mut opened = BTreeSet::new();
        // It never names itself: a link from a competency to itself is ignored.
        for asked_for in speakers(competency, shape) {
            let first = self.asking.partition_point(|(before, _)| *before < asked_for);
            let same = self.asking.iter().skip(first).take_while(|(before, _)| *before == asked_for);
            let waiting = same.flat_map(|(_, asking)| shape.competencies_of(*asking));
            opened.extend(waiting.filter(|waiting| !self.is_ignored(**waiting, asked_for)));
        }
        opened.into_iter().collect()
    }

    /// What is told for a competency: on itself, on its headings and on what is below it, by place.
    fn told_for(&self, competency: u32, shape: &Shape) -> impl Iterator<Item = (u32, &Requirement)> {
        speakers(competency, shape).filter_map(|place| Some((place, self.told.get(&place)?)))
    }

    fn is_ignored(&self, competency: u32, asked_for: u32) -> bool {
        self.ignored.binary_search(&(competency, asked_for)).is_ok()
    }

    /// A requirement in terms of competencies, without what is ignored or not there.
    fn trim(&self, told: &Requirement, competency: u32, framework: &Told) -> Trimmed {
        match told {
            Requirement::Item { item, level } => {
                let Some(place) = framework.place(item).filter(|place| !self.is_ignored(competency, *place)) else {
                    return Trimmed::Gone;
                };
                let meant = framework.shape.competencies_of(place).iter().filter_map(|place| framework.at(*place));
                let single = |item: &super::Item| Requirement::Item { item: item.id.clone(), level: *level };
                group(None, meant.map(|item| Trimmed::Left(single(item))).collect())
            }
            Requirement::AtLeast { count, of } => {
                group(Some(*count), of.iter().map(|part| self.trim(part, competency, framework)).collect())
            }
        }
    }
}

/// What becomes of a requirement.
enum Trimmed {
    /// This is left to ask for.
    Left(Requirement),
    /// It asks for nothing, so it is met.
    Met,
    /// All it named is ignored or not there, as if it had not been told.
    Gone,
}

/// At least `count` of these, all of them without a count; the one part alone where a group would only wrap it.
fn group(count: Option<usize>, parts: Vec<Trimmed>) -> Trimmed {
    let told = parts.len();
    let (mut left, mut met) = (Vec::new(), 0);
    for part in parts {
        match part {
            Trimmed::Left(requirement) => left.push(requirement),
            Trimmed::Met => met += 1,
            Trimmed::Gone => {}
        }
    }
    let count = count.unwrap_or(told).min(left.len() + met).saturating_sub(met);
    match (count, left.len()) {
        (0, 0) if met == 0 && told > 0 => Trimmed::Gone,
        (0, _) => Trimmed::Met,
        (_, 1) => left.pop().map_or(Trimmed::Met, Trimmed::Left),
        _ => Trimmed::Left(Requirement::AtLeast { count, of: left }),
    }
}

/// The items that speak for a competency: its headings, itself, and what is below it.
fn speakers(competency: u32, shape: &Shape) -> impl Iterator<Item = u32> {
    let above = std::iter::successors(shape.parent(competency), |place| shape.parent(*place));
    above.chain(competency..shape.end(competency))
}

fn asking(framework: &Told, told: &BTreeMap<u32, Requirement>) -> Vec<(u32, u32)> {
    let of = |(asking, requirement): (&u32, &Requirement)| {
        let asking = *asking;
        let places: Vec<u32> = requirement.items().into_iter().filter_map(|(item, _)| framework.place(item)).collect();
        places.into_iter().map(move |asked_for| (asked_for, asking))
    };
    let pairs: BTreeSet<(u32, u32)> = told.iter().flat_map(of).collect();
    pairs.into_iter().collect()
}
