//! What tells two editions of a framework apart, as far as competencies go.

use std::collections::BTreeSet;

use super::{Framework, Item};
use crate::item_id::ItemId;

/// What a newer edition makes of the competencies of an older one. All lists are in framework order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Those of the newer that the older does not have.
    pub new: Vec<ItemId>,
    /// Those of both whose words are others: the statement, the name, what it looks like at a level. Of editions in two languages
    /// nothing can be said.
    pub reworded: Vec<ItemId>,
    /// Those of both that stand below another heading.
    pub moved: Vec<ItemId>,
    /// Those of the older that are no competencies in the newer.
    pub retired: Vec<ItemId>,
    /// How many of both neither read differently nor stand elsewhere.
    pub same: usize,
}

impl Difference {
    /// What tells `newer` from `older`.
    pub fn between(older: &Framework, newer: &Framework) -> Self {
        let is_one_language = older.about().language == newer.about().language;
        let mut difference = Self::default();
        let gone = older.competencies().filter(|item| !newer.is_competency(&item.id));
        difference.retired = gone.map(|item| item.id.clone()).collect();
        for item in newer.competencies() {
            let Some(before) = older.item(&item.id).filter(|before| older.is_competency(&before.id)) else {
                difference.new.push(item.id.clone());
                continue;
            };
            let is_reworded = is_one_language && words(before) != words(item);
            let is_moved = before.parent != item.parent;
            difference.reworded.extend(is_reworded.then(|| item.id.clone()));
            difference.moved.extend(is_moved.then(|| item.id.clone()));
            difference.same += usize::from(!is_reworded && !is_moved);
        }
        difference
    }

    /// Whether every competency is as it was.
    pub fn is_empty(&self) -> bool {
        [&self.new, &self.reworded, &self.moved, &self.retired].into_iter().all(Vec::is_empty)
    }

    /// How many competencies of the older edition are in the newer.
    pub fn kept(&self) -> usize {
        let changed: BTreeSet<&ItemId> = self.reworded.iter().chain(&self.moved).collect();
        self.same + changed.len()
    }
}

fn words(item: &Item) -> impl PartialEq + '_ {
    (&item.statement, &item.short, &item.levels)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::framework::tests::{framework, source};

    fn between(older: &Framework, newer: &Framework) -> String {
        let Difference { new, reworded, moved, retired, same } = Difference::between(older, newer);
        let list = |ids: Vec<ItemId>| ids.iter().map(ItemId::as_str).collect::<Vec<_>>().join(" ");
        format!("+{} ~{} >{} -{} ={same}", list(new), list(reworded), list(moved), list(retired))
    }

    #[test]
    fn each_competency_is_told_once_or_moved_with_other_words() {
        let older = framework(&["m", "m/a", "m/b", "m/c", "n", "n/d", "n/e"], &[]);
        let mut told = source(&["m", "m/a", "n", "n/b", "n/d", "n/f", "n/e"], &[]);
        told.items[3].statement = "b, said better".into();
        told.items[4].levels = vec![(crate::Level::PROFICIENT, "On my own".into())];
        told.items[6].retired = true;
        assert_eq!(between(&older, &Framework::build(told.clone(), None)), "+f ~b d >b -c e =1");
        told.language = Some("es".into());
        assert_eq!(between(&older, &Framework::build(told, None)), "+f ~ >b -c e =2", "words of two languages");
        assert!(Difference::between(&older, &older).is_empty());
    }

    #[test]
    fn what_becomes_a_heading_is_no_competency_any_more() {
        let (older, newer) = (framework(&["a", "b"], &[]), framework(&["a", "a/c", "b"], &[]));
        assert_eq!(between(&older, &newer), "+c ~ > -a =1");
        assert_eq!(between(&newer, &older), "+a ~ > -c =1");
    }

    fn edition() -> impl Strategy<Value = Framework> {
        let item = (any::<bool>(), 0..3_usize, 0..2_u8, prop::bool::weighted(0.2));
        prop::collection::vec(item, 8).prop_map(|items| {
            let mut told = source(&["h0", "h1", "h2"], &[]);
            for (number, (_, heading, words, retired)) in items.iter().enumerate().filter(|(_, (is_in, ..))| *is_in) {
                let path = format!("h{heading}/i{number}");
                let mut one = source(&[&path], &[]);
                one.items[0].statement = format!("{number} {words}");
                one.items[0].retired = *retired;
                told.items.append(&mut one.items);
                told.children.append(&mut one.children);
            }
            Framework::build(told, None)
        })
    }

    proptest! {
        #[test]
        fn no_competency_is_lost_or_told_twice(older in edition(), newer in edition()) {
            let difference = Difference::between(&older, &newer);
            let ids = |framework: &Framework| framework.competencies().map(|item| item.id.clone()).collect::<BTreeSet<_>>();
            let (before, after) = (ids(&older), ids(&newer));
            let set = |list: &[ItemId]| list.iter().cloned().collect::<BTreeSet<_>>();
            prop_assert_eq!(set(&difference.new), &after - &before);
            prop_assert_eq!(set(&difference.retired), &before - &after);
            prop_assert_eq!(difference.kept(), (&before & &after).len());
            for changed in difference.reworded.iter().chain(&difference.moved) {
                prop_assert!(before.contains(changed) && after.contains(changed));
            }
            prop_assert_eq!(difference.is_empty(), difference.same == before.len() && before == after);
            prop_assert!(Difference::between(&older, &older).is_empty());
        }
    }
}
