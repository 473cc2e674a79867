//! Which adopted frameworks are in use, and which gave way to a newer edition.

use std::collections::BTreeSet;

use super::{Adoption, Portfolio};
use crate::entity::EntityId;

impl Portfolio {
    /// The frameworks in use, the one adopted last first. What another one in use took the place of is not among them; where two
    /// devices had them replace each other, the one adopted last counts.
    pub fn adoptions(&self) -> Vec<&Adoption> {
        let live = self.live_adoptions();
        let replaced = self.replaced(&live);
        live.into_iter().filter(|adoption| !replaced.contains(&adoption.id)).collect()
    }

    /// The editions that those in use took the place of, and what these had, the one adopted last first: what they alone hold is
    /// retired. That somebody left one does not matter.
    pub fn earlier_editions(&self) -> Vec<&Adoption> {
        let replaced = self.replaced(&self.live_adoptions());
        let mut earlier: Vec<_> = replaced.into_iter().filter_map(|id| self.adoptions.get(id)).collect();
        in_order(&mut earlier);
        earlier
    }

    /// What an edition took the place of, what that had, and so on; never itself.
    pub fn replaced_by<'p>(&'p self, edition: &'p Adoption) -> BTreeSet<&'p EntityId> {
        let mut replaced = BTreeSet::new();
        let mut waiting = vec![edition];
        while let Some(next) = waiting.pop() {
            for id in next.replaces.iter().filter(|id| **id != edition.id) {
                if replaced.insert(id) {
                    waiting.extend(self.adoptions.get(id));
                }
            }
        }
        replaced
    }

    fn live_adoptions(&self) -> Vec<&Adoption> {
        let mut live: Vec<_> = self.adoptions.values().filter(|adoption| adoption.standing.is_live()).collect();
        in_order(&mut live);
        live
    }

    /// What the first of these takes the place of, and those after it that it leaves.
    fn replaced<'p>(&'p self, live: &[&'p Adoption]) -> BTreeSet<&'p EntityId> {
        live.iter().fold(BTreeSet::new(), |mut replaced, edition| {
            if !replaced.contains(&edition.id) {
                replaced.append(&mut self.replaced_by(edition));
            }
            replaced
        })
    }
}

fn in_order(adoptions: &mut [&Adoption]) {
    adoptions.sort_by(|one, other| (other.adopted, &one.id).cmp(&(one.adopted, &other.id)));
}
