//! What a framework no longer has: still known by its words, and by what takes its place.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Framework, Frameworks, Link};
use crate::item_id::ItemId;

impl Frameworks {
    /// Whether an item was a competency, by an older edition or before its framework ended it, and is none by any framework in use.
    pub fn is_retired(&self, id: &ItemId) -> bool {
        let was_ended = || self.of(id).and_then(|framework| framework.item(id)).is_some_and(|item| item.retired);
        !self.has_competency(id) && (self.earlier_home(id).is_some() || was_ended())
    }

    /// The newest older edition in which an item is a competency.
    pub fn earlier_home(&self, id: &ItemId) -> Option<&Framework> {
        self.earlier().find(|framework| framework.is_competency(id))
    }

    /// The competencies in use that take the place of one that is retired, as any edition says, with the reason: along `replacedBy` from
    /// the old to the new and along `exactMatchOf` either way, through others that are retired, up to the first in use. The nearest
    /// stand first. A way with a `replacedBy` in it is one of these.
    pub fn successors(&self, retired: &ItemId) -> Vec<(ItemId, Link)> {
        let bonds = self.bonds();
        let mut met = BTreeSet::from([retired]);
        let mut waiting = VecDeque::from([(retired, Link::ExactMatch)]);
        let mut found = Vec::new();
        while let Some((item, so_far)) = waiting.pop_front() {
            for (next, link) in bonds.get(item).into_iter().flatten().filter(|(next, _)| met.insert(next)) {
                let link = so_far.max(*link);
                if self.has_competency(next) {
                    found.push(((*next).clone(), link));
                } else {
                    waiting.push_back((next, link));
                }
            }
        }
        found
    }

    /// What each item leads on to.
    fn bonds(&self) -> BTreeMap<&ItemId, Vec<(&ItemId, Link)>> {
        let mut bonds: BTreeMap<&ItemId, Vec<(&ItemId, Link)>> = BTreeMap::new();
        let all = self.iter().chain(self.earlier());
        for succession in all.flat_map(Framework::succession) {
            let (from, to, link) = (&succession.from, &succession.to, succession.link);
            bonds.entry(from).or_default().push((to, link));
            if link == Link::ExactMatch {
                bonds.entry(to).or_default().push((from, link));
            }
        }
        bonds
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::framework::tests::{id, source};
    use crate::framework::{FrameworkSource, Succession};

    fn edition(items: &[&str], links: &[&str]) -> FrameworkSource {
        let link = |told: &&str| {
            let (from, to) = told.split_once([' ', '=']).unwrap();
            let link = if told.contains('=') { Link::ExactMatch } else { Link::ReplacedBy };
            Succession { from: id(from), to: id(to), link }
        };
        FrameworkSource { succession: links.iter().map(link).collect(), ..source(items, &[]) }
    }

    fn together(newer: FrameworkSource, older: &[FrameworkSource]) -> Frameworks {
        let build = |source: FrameworkSource| Arc::new(Framework::build(source, None));
        Frameworks::new(vec![build(newer)]).with_earlier(older.iter().cloned().map(build).collect())
    }

    fn next(frameworks: &Frameworks, retired: &str) -> String {
        let successors = frameworks.successors(&id(retired)).into_iter();
        let told = successors.map(|(to, link)| format!("{}{to}", if link == Link::ExactMatch { "=" } else { "" }));
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_only_an_older_edition_holds_is_retired_and_keeps_its_words() {
        let mut newer = edition(&["a", "b", "e"], &[]);
        newer.items[2].retired = true;
        newer.items[0].statement = "a, said better".into();
        let all = together(newer, &[edition(&["a", "c", "h", "h/d"], &[])]);
        let retired = ["a", "b", "c", "d", "e", "h", "x"].map(|item| all.is_retired(&id(item)));
        assert_eq!(retired, [false, false, true, true, true, false, false]);
        assert_eq!(all.name(&id("a")), "a, said better");
        assert_eq!(all.name(&id("c")), "c");
        assert!(all.of(&id("c")).is_none() && !all.has_competency(&id("e")));
        assert_eq!(all.iter().flat_map(Framework::competencies).count(), 2, "nothing retired is offered");
        assert!(all.is_retired(&id("e")) && all.earlier_home(&id("e")).is_none());
    }

    #[test]
    fn links_are_followed_to_the_first_in_use() {
        let newer = edition(&["a", "b", "c"], &["old a", "old gone", "gone b", "b c"]);
        let all = together(newer, &[edition(&["old", "gone"], &[])]);
        assert_eq!(next(&all, "old"), "a b", "c is only what comes after one in use");
        assert_eq!(next(&all, "gone"), "b");
        assert_eq!(next(&all, "elsewhere"), "");
    }

    #[test]
    fn an_exact_match_is_read_either_way_and_a_replacement_only_forwards() {
        let newer = edition(&["a", "b"], &["a=old", "b old"]);
        assert_eq!(next(&together(newer, &[edition(&["old"], &[])]), "old"), "=a");
        let newer = edition(&["a"], &["middle a"]);
        assert_eq!(next(&together(newer, &[edition(&["old"], &["old=middle"])]), "old"), "a");
    }

    #[test]
    fn links_in_a_circle_end() {
        let newer = edition(&["a"], &["x y", "y x", "y=x", "y a", "x x"]);
        assert_eq!(next(&together(newer, &[edition(&["x", "y"], &[])]), "x"), "a");
    }
}
