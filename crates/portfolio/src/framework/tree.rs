//! The hierarchy as a preorder walk: an item is followed by all that is below it.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::source::{ChildLink, ItemSource};
use crate::item_id::ItemId;
use crate::natural;

/// A place in the walk. Numbers are places in the source's list of items.
pub(super) struct Visit {
    pub(super) item: usize,
    /// The parent's place in the walk.
    pub(super) parent: Option<usize>,
    pub(super) depth: u32,
}

/// Walks the items parents first, siblings in the framework's order. Every item is visited once: below the first of its
/// parents that is an item of the framework, or at the top where there is none or where the first item of a circle of
/// parents has to stand.
pub(super) fn walk(items: &[ItemSource], links: &[ChildLink]) -> Vec<Visit> {
    let places = Places::of(items, links);
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
    let mut roots = Vec::new();
    for (item, parent) in places.parents.iter().enumerate() {
        match parent {
            Some(parent) => below[*parent].push(item),
            None => roots.push(item),
        }
    }
    let order = |one: &usize, other: &usize| places.order(items, *one, *other);
    roots.sort_by(order);
    below.iter_mut().for_each(|siblings| siblings.sort_by(order));

    let mut visits = Vec::with_capacity(items.len());
    let mut waiting: Vec<Visit> = roots.into_iter().rev().map(|item| Visit { item, parent: None, depth: 0 }).collect();
    while let Some(visit) = waiting.pop() {
        let (parent, depth) = (Some(visits.len()), visit.depth + 1);
        waiting.extend(below[visit.item].iter().rev().map(|item| Visit { item: *item, parent, depth }));
        visits.push(visit);
    }
    visits
}

/// For every item its parent and its place among its siblings.
struct Places {
    parents: Vec<Option<usize>>,
    sequences: Vec<Option<i64>>,
}

impl Places {
    fn of(items: &[ItemSource], links: &[ChildLink]) -> Self {
        let by_id: HashMap<&ItemId, usize> = items.iter().enumerate().map(|(place, item)| (&item.id, place)).collect();
        let mut places = Self { parents: vec![None; items.len()], sequences: vec![None; items.len()] };
        for link in links {
            let Some(child) = by_id.get(&link.child).copied() else { continue };
            let parent = link.parent.as_ref().and_then(|parent| by_id.get(parent).copied());
            let is_first = places.parents[child].is_none();
            match (&link.parent, parent) {
                (Some(_), Some(parent)) if is_first && parent != child => {
                    (places.parents[child], places.sequences[child]) = (Some(parent), link.sequence);
                }
                (None, _) if is_first => places.sequences[child] = places.sequences[child].or(link.sequence),
                _ => {}
            }
        }
        places.open_circles();
        places
    }

    /// Puts the first item of every circle of parents at the top. Each item is passed once.
    fn open_circles(&mut self) {
        const NEVER: usize = usize::MAX;
        let mut passed_from = vec![NEVER; self.parents.len()];
        for start in 0..self.parents.len() {
            let mut at = Some(start);
            while let Some(item) = at.filter(|item| passed_from[*item] == NEVER) {
                passed_from[item] = start;
                at = self.parents[item];
            }
            let Some(met) = at.filter(|item| passed_from[*item] == start) else { continue };
            let next = |item: &usize| self.parents[*item].filter(|next| *next != met);
            let first = std::iter::successors(Some(met), next).min().unwrap_or(met);
            self.parents[first] = None;
        }
    }

    /// By sequence number, else enumeration, else code; what has one stands before what has none. Equal ones are sorted
    /// stably, so they stay as in the file.
    fn order(&self, items: &[ItemSource], one: usize, other: usize) -> Ordering {
        let sequence = |item: usize| self.sequences[item].map_or((true, 0), |sequence| (false, sequence));
        let by_text = |text: fn(&ItemSource) -> Option<&str>| match (text(&items[one]), text(&items[other])) {
            (Some(one), Some(other)) => natural::compare(one, other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        };
        sequence(one)
            .cmp(&sequence(other))
            .then_with(|| by_text(|item| item.enumeration.as_deref()))
            .then_with(|| by_text(|item| item.code.as_deref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(number: usize) -> ItemId {
        ItemId::new(&format!("i{number}")).unwrap()
    }

    fn items(count: usize) -> Vec<ItemSource> {
        (0..count).map(|number| ItemSource::new(id(number), "")).collect()
    }

    fn link(parent: Option<usize>, child: usize, sequence: Option<i64>) -> ChildLink {
        ChildLink { parent: parent.map(id), child: id(child), sequence }
    }

    fn walked(items: &[ItemSource], links: &[ChildLink]) -> Vec<(usize, u32)> {
        walk(items, links).iter().map(|visit| (visit.item, visit.depth)).collect()
    }

    #[test]
    fn sequence_numbers_go_before_codes_and_codes_before_the_file() {
        let mut items = items(6);
        for (item, code) in items.iter_mut().zip([None, Some("L1.10"), Some("L1.2"), Some("x"), None, None]) {
            item.code = code.map(str::to_owned);
        }
        items[5].enumeration = Some("b".into());
        let links: Vec<_> = (0..6).map(|item| link(None, item, (item == 3).then_some(7))).collect();
        let order: Vec<_> = walked(&items, &links).into_iter().map(|(item, _)| item).collect();
        assert_eq!(order, [3, 5, 2, 1, 0, 4]);
    }

    #[test]
    fn the_first_parent_in_the_framework_counts() {
        let elsewhere = ChildLink { parent: Some(id(9)), child: id(2), sequence: Some(1) };
        let links =
            [elsewhere, link(None, 2, None), link(Some(1), 2, None), link(Some(0), 2, None), link(Some(0), 9, None)];
        assert_eq!(walked(&items(3), &links), [(0, 0), (1, 0), (2, 1)]);
    }

    #[test]
    fn a_circle_of_parents_opens_at_its_first_item() {
        let circle = [link(Some(2), 3, None), link(Some(1), 2, None), link(Some(2), 1, None)];
        let itself = link(Some(0), 0, None);
        assert_eq!(walked(&items(4), &[&circle[..], &[itself]].concat()), [(0, 0), (1, 0), (2, 1), (3, 2)]);
        let into_it = link(Some(2), 0, None);
        assert_eq!(walked(&items(4), &[&circle[..], &[into_it]].concat()), [(1, 0), (2, 1), (0, 2), (3, 2)]);
    }

    proptest! {
        #[test]
        fn every_item_is_visited_once_after_its_parent(
            parents in prop::collection::vec(prop::option::of(0..12_usize), 30),
            children in prop::collection::vec((0..12_usize, prop::option::of(-2..3_i64)), 0..30),
        ) {
            let links = parents.into_iter().zip(children);
            let links: Vec<_> = links.map(|(parent, (child, sequence))| link(parent, child, sequence)).collect();
            let visits = walk(&items(10), &links);
            let mut seen: Vec<_> = visits.iter().map(|visit| visit.item).collect();
            for (place, visit) in visits.iter().enumerate() {
                let depth = visit.parent.map_or(0, |parent| visits[parent].depth + 1);
                prop_assert_eq!(visit.depth, depth);
                prop_assert!(visit.parent.is_none_or(|parent| parent < place));
            }
            seen.sort_unstable();
            prop_assert_eq!(seen, (0..10).collect::<Vec<_>>());
        }
    }
}
