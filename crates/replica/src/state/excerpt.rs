//! A part of the state, to try edits on.

use std::collections::{BTreeMap, BTreeSet};

use super::State;
use super::entity::Entity;

impl State {
    /// A small state that holds these entities and all that the stamping and undoing of their edits looks at: their parts,
    /// and what they are parts of. An act of several edits is tried on it first, so that it is carried out whole or not at
    /// all. It is not a replica: most of the portfolio is missing in it.
    pub fn excerpt<'a>(&self, entities: impl IntoIterator<Item = &'a str>) -> Self {
        let mut excerpt = Self { field_names: self.field_names.clone(), lamport: self.lamport, ..Self::default() };
        let wanted = self.family(entities.into_iter().filter_map(|id| self.entity_names.find(id)));
        let numbers: BTreeMap<u32, u32> =
            wanted.iter().map(|old| (*old, excerpt.number(self.entity_names.name(*old)))).collect();
        for (old, new) in &numbers {
            if let (Some(entity), Some(place)) = (self.at(*old), excerpt.at_mut(*new)) {
                *place = renumbered(entity, &numbers);
            }
        }
        excerpt
    }

    fn family(&self, entities: impl Iterator<Item = u32>) -> BTreeSet<u32> {
        let mut family = BTreeSet::new();
        for number in entities {
            let whole = self.at(number).and_then(|entity| entity.of);
            for member in std::iter::once(number).chain(whole) {
                family.insert(member);
                family.extend(self.at(member).iter().flat_map(|entity| &entity.parts));
            }
        }
        family
    }
}

fn renumbered(entity: &Entity, numbers: &BTreeMap<u32, u32>) -> Entity {
    let renumber = |old: &u32| numbers.get(old).copied();
    Entity {
        of: entity.of.as_ref().and_then(renumber),
        parts: entity.parts.iter().filter_map(renumber).collect(),
        touched: false,
        ..entity.clone()
    }
}
