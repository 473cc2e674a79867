//! One parent for every item, so that the framework is a tree whatever the links say.

use super::deviation::{Kind, Notes};

/// Where an `isChildOf` leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parent {
    Item(usize),
    Document,
    Outside,
}

/// An item's place: below `parent`, or at the top, with the place among its siblings if the file gives one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) parent: Option<usize>,
    pub(super) sequence: Option<i64>,
}

/// Links from child to parent, in the order of the file.
#[derive(Debug)]
pub(super) struct Links {
    of_child: Vec<Vec<(Parent, Option<i64>)>>,
}

impl Links {
    pub(super) fn for_items(count: usize) -> Self {
        Self { of_child: vec![Vec::new(); count] }
    }

    /// Adds one `isChildOf`.
    pub(super) fn add(&mut self, child: usize, parent: Parent, sequence: Option<i64>) {
        if let Some(parents) = self.of_child.get_mut(child) {
            parents.push((parent, sequence));
        }
    }

    /// Gives an item that has no links the first parent of another.
    pub(super) fn place_beside(&mut self, item: usize, other: usize) {
        if self.of_child.get(item).is_some_and(Vec::is_empty)
            && let Some(parent) = self.of_child.get(other).and_then(|parents| parents.first()).copied()
        {
            self.of_child[item].push(parent);
        }
    }

    /// The first parent that is an item, else the top. `called` names an item in examples.
    pub(super) fn places(&self, notes: &Notes, called: impl Fn(usize) -> String) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::with_capacity(self.of_child.len());
        for (child, parents) in self.of_child.iter().enumerate() {
            let mut items = parents.iter().filter_map(|(parent, sequence)| match parent {
                Parent::Item(item) => Some((*item, *sequence)),
                Parent::Document | Parent::Outside => None,
            });
            let first = items.next();
            if let Some((first, _)) = first
                && items.any(|(other, _)| other != first)
            {
                notes.add(Kind::SeveralParents, || called(child));
            }
            let of_document = parents.iter().find(|(parent, _)| *parent == Parent::Document);
            if parents.is_empty() {
                notes.add(Kind::NoParent, || called(child));
            } else if first.is_none() && of_document.is_none() {
                notes.add(Kind::ParentOutside, || called(child));
            }
            places.push(match first {
                Some((parent, sequence)) => Place { parent: Some(parent), sequence },
                None => Place { parent: None, sequence: of_document.and_then(|(_, sequence)| *sequence) },
            });
        }
        open_circles(&mut places, notes, called);
        places
    }
}

/// Puts one item of every circle at the top: the one that comes first in the file. Each item is visited once.
fn open_circles(places: &mut [Place], notes: &Notes, called: impl Fn(usize) -> String) {
    let mut walked_from = vec![usize::MAX; places.len()];
    for start in 0..places.len() {
        let mut at = Some(start);
        while let Some(item) = at.filter(|item| walked_from[*item] == usize::MAX) {
            walked_from[item] = start;
            at = places[item].parent;
        }
        let Some(met) = at.filter(|item| walked_from[*item] == start && places[*item].parent.is_some()) else {
            continue;
        };
        let circle: Vec<usize> =
            std::iter::successors(Some(met), |item| places[*item].parent.filter(|next| *next != met)).collect();
        notes.add(Kind::ParentCircle, || circle.iter().map(|item| called(*item)).collect::<Vec<_>>().join(" → "));
        if let Some(first) = circle.iter().min() {
            places[*first] = Place::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn placed(count: usize, links: &[(usize, Parent)]) -> (Vec<Option<usize>>, Vec<Kind>) {
        let mut all = Links::for_items(count);
        for (child, parent) in links {
            all.add(*child, *parent, None);
        }
        let notes = Notes::default();
        let places = all.places(&notes, |item| item.to_string());
        let kinds = notes.finish().into_iter().map(|deviation| deviation.kind).collect();
        (places.into_iter().map(|place| place.parent).collect(), kinds)
    }

    #[test]
    fn the_first_item_among_the_parents_counts() {
        let links = [
            (1, Parent::Document),
            (1, Parent::Outside),
            (1, Parent::Item(2)),
            (1, Parent::Item(0)),
            (0, Parent::Document),
        ];
        assert_eq!(placed(3, &links), (vec![None, Some(2), None], vec![Kind::NoParent, Kind::SeveralParents]));
    }

    #[test]
    fn a_parent_outside_leaves_an_item_at_the_top() {
        assert_eq!(placed(1, &[(0, Parent::Outside)]), (vec![None], vec![Kind::ParentOutside]));
    }

    #[test]
    fn circles_are_opened_at_their_first_item() {
        let links = [(3, Parent::Item(2)), (2, Parent::Item(1)), (1, Parent::Item(2)), (0, Parent::Item(0))];
        let (parents, kinds) = placed(4, &links);
        assert_eq!(parents, [None, None, Some(1), Some(2)]);
        assert_eq!(kinds, [Kind::ParentCircle]);
    }

    proptest! {
        #[test]
        fn any_links_make_a_tree(parents in prop::collection::vec(prop::option::of(0_usize..20), 20)) {
            let links: Vec<_> = parents.iter().enumerate().filter_map(|(child, parent)| Some((child, Parent::Item((*parent)?)))).collect();
            let (placed, _) = placed(20, &links);
            for start in 0..20 {
                let way_up = std::iter::successors(Some(start), |item: &usize| placed[*item]);
                prop_assert!(way_up.take(21).count() <= 20, "no way up from {start}");
            }
        }
    }
}
