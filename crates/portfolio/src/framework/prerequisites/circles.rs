//! Finding circles of prerequisites and the links that close them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Prerequisites;
use crate::framework::{Shape, Told};
use crate::item_id::ItemId;

/// How many circles are named. Every circle is opened, but a list of all of them could grow with the square of the
/// framework.
pub(super) const MOST_NAMED: usize = 100;

/// What to ignore so that nobody is locked out, and what to say about it.
#[derive(Default)]
pub(super) struct Found {
    /// (competency, item it must not wait for).
    pub(super) ignored: BTreeSet<(u32, u32)>,
    pub(super) cycles: Vec<Vec<ItemId>>,
}

/// Follows prerequisites depth first, always the last in framework order first: in a plain circle A, B, C the walk then
/// goes C, B, A and the link that closes it is the one from C back to A. A link to what is being followed is ignored.
pub(super) fn open(framework: &Told, prerequisites: &Prerequisites) -> Found {
    let shape = &framework.shape;
    let mut walk = Walk { shape, prerequisites, new: Unvisited::all(shape), open: BTreeSet::new(), path: Vec::new() };
    let mut found = Found::default();
    for competency in shape.competencies.iter().rev() {
        walk.from(*competency, framework, &mut found);
    }
    found.cycles.sort_by_key(|cycle| cycle.first().and_then(|first| framework.place(first)));
    found
}

/// One walk. Numbers are places of competencies unless they are said to be of items.
struct Walk<'f> {
    shape: &'f Shape,
    prerequisites: &'f Prerequisites,
    new: Unvisited,
    /// What is on the path, in framework order.
    open: BTreeSet<u32>,
    path: Vec<Step>,
}

/// A competency on the path and what is left to follow from it.
struct Step {
    competency: u32,
    /// The items it waits for that were not followed yet; the last is followed next.
    links: Vec<u32>,
    /// The part of `Shape::competencies` that the link being followed means.
    following: Range<usize>,
}

impl Walk<'_> {
    fn from(&mut self, start: u32, framework: &Told, found: &mut Found) {
        self.enter(start, found, framework);
        while let Some(step) = self.path.last_mut() {
            let competency = step.competency;
            if let Some(place) = self.new.last_in(step.following.clone()) {
                step.following.end = place;
                let next = self.shape.competencies[place];
                self.enter(next, found, framework);
            } else if let Some(item) = step.links.pop() {
                let meant = self.meant_by(item);
                if self.closes_a_circle(&meant, competency, framework, &mut found.cycles) {
                    found.ignored.insert((competency, item));
                } else if let Some(step) = self.path.last_mut() {
                    step.following = meant;
                }
            } else {
                self.open.remove(&competency);
                self.path.pop();
            }
        }
    }

    fn enter(&mut self, competency: u32, found: &mut Found, framework: &Told) {
        let Ok(place) = self.shape.competencies.binary_search(&competency) else { return };
        if !self.new.take(place) {
            return;
        }
        let mut links = Vec::new();
        for (asking, told) in self.prerequisites.told_for(competency, self.shape) {
            for (item, _) in told.items() {
                let Some(item) = framework.place(item) else { continue };
                if item == asking && item == competency && found.cycles.len() < MOST_NAMED {
                    found.cycles.extend(framework.at(item).map(|item| vec![item.id.clone()]));
                }
                links.push(item);
            }
        }
        links.sort_unstable();
        links.dedup();
        self.open.insert(competency);
        self.path.push(Step { competency, links, following: 0..0 });
    }

    fn meant_by(&self, item: u32) -> Range<usize> {
        let meant = self.shape.competencies_of(item);
        let first = meant.first().map_or(0, |first| self.shape.competencies.partition_point(|place| place < first));
        first..first + meant.len()
    }

    /// Whether a link leads to something on the path. If it does the circle is named, unless it is only a part's link
    /// within its whole.
    fn closes_a_circle(
        &self,
        meant: &Range<usize>,
        competency: u32,
        framework: &Told,
        cycles: &mut Vec<Vec<ItemId>>,
    ) -> bool {
        let places = self.shape.competencies.get(meant.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return false };
        if self.open.range(*first..=*last).next().is_none() {
            return false;
        }
        let is_meant = |step: &Step| step.competency != competency && (*first..=*last).contains(&step.competency);
        // The nearest on the path names the shortest of the circles that this link closes.
        if cycles.len() < MOST_NAMED
            && let Some(nearest) = self.path.iter().rposition(is_meant)
        {
            let mut circle: Vec<u32> = self.path[nearest..].iter().rev().map(|step| step.competency).collect();
            let first = circle.iter().enumerate().min_by_key(|(_, place)| **place).map_or(0, |(at, _)| at);
            circle.rotate_left(first);
            cycles.push(circle.into_iter().filter_map(|place| Some(framework.at(place)?.id.clone())).collect());
        }
        true
    }
}

/// Which competencies were not visited yet, with the last of a range found in nearly constant time.
struct Unvisited {
    /// For every place the end of the unvisited ones up to it: the place itself if the one before it is unvisited.
    ends: Vec<usize>,
}

impl Unvisited {
    fn all(shape: &Shape) -> Self {
        Self { ends: (0..=shape.competencies.len()).collect() }
    }

    /// Whether it was unvisited; it no longer is.
    fn take(&mut self, place: usize) -> bool {
        let is_new = self.ends[place + 1] == place + 1;
        if is_new {
            self.ends[place + 1] = place;
        }
        is_new
    }

    fn last_in(&mut self, range: Range<usize>) -> Option<usize> {
        let mut end = range.end;
        while self.ends[end] != end {
            end = self.ends[end];
        }
        // Everything passed leads there at once the next time.
        let mut passed = range.end;
        while self.ends[passed] != end {
            passed = std::mem::replace(&mut self.ends[passed], end);
        }
        end.checked_sub(1).filter(|last| range.contains(last))
    }
}
