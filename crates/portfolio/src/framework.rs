//! Frameworks: competencies with their order, hierarchy and prerequisites.

mod build;
mod cache;
pub mod difference;
pub mod edition;
mod frameworks;
pub mod item;
mod mine;
mod overlay;
mod prerequisites;
pub mod requirement;
mod retired;
mod scale;
mod search;
pub mod source;
#[cfg(test)]
pub(crate) mod tests;
mod translated;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use self::search::Index;
pub use difference::Difference;
pub use edition::{Age, Edition, Link, Succession};
pub use frameworks::Frameworks;
pub use item::{Item, Size};
pub use overlay::{Need, Overlay};
use prerequisites::Prerequisites;
pub use requirement::Requirement;
pub use scale::Scale;
pub use source::{ChildLink, FrameworkSource, ItemSource};

use crate::item_id::ItemId;

/// A framework, ready to be asked. Items stand in *framework order*: a preorder walk of the hierarchy, each item
/// followed by all that is below it, siblings by sequence number, enumeration, code or the order of the file.
///
/// What its package says is shared between clones; beside it stands what the learner says comes first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Framework {
    told: Arc<Told>,
    overlay: Arc<Overlay>,
}

/// What the package says. Serialising it makes a cache for one device; the package's own bytes are the record.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Told {
    about: About,
    items: Vec<Item>,
    shape: Shape,
    prerequisites: Prerequisites,
    succession: Vec<Succession>,
    index: Index,
}

/// What a framework says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// SHA-256 of the package's bytes in lower-case hex.
    pub id: String,
    /// What it is called; empty if the package does not say.
    pub title: String,
    /// Who wrote it.
    pub creator: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// What it is about, in its own words.
    pub description: Option<String>,
    /// Under which licence, by title or address.
    pub licence: Option<String>,
    /// Its language (BCP 47).
    pub language: Option<String>,
    /// Questions for a reflection on anything in it.
    pub prompts: Vec<String>,
    /// After how many days work is to be checked again, if it says so.
    pub recheck: Option<u32>,
    /// The scales of others that level words in it are of.
    pub scales: Vec<Scale>,
    /// Which edition of which document it is.
    pub edition: Edition,
}

/// Where things stand. Numbers are places in framework order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Shape {
    /// For every item the place after the last item below it.
    ends: Vec<u32>,
    /// For every item the place of its parent.
    parents: Vec<Option<u32>>,
    /// The competencies, ascending.
    competencies: Vec<u32>,
    /// All places, in the order of the items' ids.
    by_id: Vec<u32>,
    /// The depth at which competencies were chosen to be; `None` for the leaves.
    depth: Option<u32>,
}

impl Framework {
    /// What it says of itself.
    pub fn about(&self) -> &About {
        &self.told.about
    }

    /// SHA-256 of the package's bytes in lower-case hex.
    pub fn id(&self) -> &str {
        &self.told.about.id
    }

    /// Whether its words are in this language, given by its BCP 47 tag.
    pub fn speaks(&self, language: &str) -> bool {
        translated::speaks(self.told.about.language.as_deref(), language)
    }

    /// All items in framework order.
    pub fn items(&self) -> &[Item] {
        &self.told.items
    }

    /// The items that are competencies, in framework order.
    pub fn competencies(&self) -> impl Iterator<Item = &Item> {
        self.told.shape.competencies.iter().filter_map(|place| self.told.at(*place))
    }

    /// An item by its id.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.told.at(self.told.place(id)?)
    }

    /// The items at the top, in framework order.
    pub fn roots(&self) -> impl Iterator<Item = &Item> {
        self.told.shape.siblings(0..self.told.shape.len()).filter_map(|place| self.told.at(place))
    }

    /// The items right below one, in framework order.
    pub fn children(&self, id: &ItemId) -> impl Iterator<Item = &Item> {
        let below = self.told.place(id).map_or(0..0, |place| place + 1..self.told.shape.end(place));
        self.told.shape.siblings(below).filter_map(|place| self.told.at(place))
    }

    /// The items above one, nearest first.
    pub fn ancestors(&self, id: &ItemId) -> impl Iterator<Item = &Item> {
        let above = self.told.place(id).and_then(|place| self.told.shape.parent(place));
        std::iter::successors(above, |place| self.told.shape.parent(*place)).filter_map(|place| self.told.at(place))
    }

    /// Questions for a reflection on an item: its own, then those of what it stands below, nearest first, then those on anything in
    /// the framework.
    pub fn prompts(&self, id: &ItemId) -> impl Iterator<Item = &str> {
        let items = self.item(id).into_iter().chain(self.ancestors(id));
        items.flat_map(|item| &item.prompts).chain(&self.told.about.prompts).map(String::as_str)
    }

    /// The scale of others that an item's level words are of, step by step; `None` if they are of Cairn's own.
    pub fn scale_of(&self, item: &Item) -> Option<&Scale> {
        self.about().scales.get(item.scale?).filter(|scale| scale.steps.len() == item.levels.len())
    }

    /// The competencies below an item, in framework order; of a competency, itself.
    pub fn competencies_in(&self, id: &ItemId) -> impl Iterator<Item = &Item> {
        let places = self.told.place(id).map_or(&[][..], |place| self.told.shape.competencies_in(place));
        places.iter().filter_map(|place| self.told.at(*place))
    }

    /// Whether an item is a competency: a leaf, unless another depth was chosen.
    pub fn is_competency(&self, id: &ItemId) -> bool {
        self.told.place(id).is_some_and(|place| self.told.shape.is_competency(place))
    }

    /// Whether an item stands above competencies.
    pub fn is_heading(&self, id: &ItemId) -> bool {
        !self.is_competency(id) && self.competencies_in(id).next().is_some()
    }

    /// Where an item stands in framework order.
    pub fn position(&self, id: &ItemId) -> Option<usize> {
        self.told.place(id).map(|place| place as usize)
    }

    /// Whether its package says of anything in it that it asks for anything else. Most published frameworks carry no
    /// prerequisites; then everything is ready, as far as the learner does not say otherwise.
    pub fn has_prerequisites(&self) -> bool {
        !self.told.prerequisites.is_empty()
    }

    /// What a competency asks for: what it, its headings and what is below it ask for, in terms of competencies,
    /// without links that would close a circle, and what the learner says comes first, wherever that is from. `None` if it asks for
    /// nothing.
    pub fn requirement(&self, id: &ItemId) -> Option<Requirement> {
        if self.is_competency(id) { self.overlay.join(id, self.told_requirement(id)) } else { None }
    }

    /// The same without what the learner says.
    pub fn told_requirement(&self, id: &ItemId) -> Option<Requirement> {
        let place = self.told.place(id).filter(|place| self.told.shape.is_competency(*place))?;
        self.told.prerequisites.of(place, &self.told)
    }

    /// The competencies that name this one, which may be from elsewhere, as a prerequisite, in framework order.
    pub fn opens(&self, id: &ItemId) -> Vec<&Item> {
        let is_competency = |place: &u32| self.told.shape.is_competency(*place);
        let competency = self.told.place(id).filter(is_competency);
        let mut opened =
            competency.map(|place| self.told.prerequisites.opened_by(place, &self.told)).unwrap_or_default();
        let said = self.overlay.opens(id).filter_map(|id| self.told.place(id)).filter(is_competency);
        for place in said {
            if let Err(at) = opened.binary_search(&place) {
                opened.insert(at, place);
            }
        }
        opened.into_iter().filter_map(|place| self.told.at(place)).collect()
    }

    /// Circles of prerequisites, each item before the one it precedes; at most 100 are named. In each the link that
    /// closes it was ignored, so nobody is locked out.
    pub fn cycles(&self) -> &[Vec<ItemId>] {
        self.told.prerequisites.cycles()
    }

    /// What it says takes the place of what, in it or elsewhere.
    pub fn succession(&self) -> &[Succession] {
        &self.told.succession
    }

    /// All subjects in the order in which they are first met.
    pub fn subjects(&self) -> Vec<&str> {
        let mut met = BTreeSet::new();
        let all = self.told.items.iter().flat_map(|item| &item.subjects).map(String::as_str);
        all.filter(|subject| met.insert(*subject)).collect()
    }

    /// All interest tags with the number of competencies that carry them, most frequent first. Tags of the same words
    /// are one, spelled as first met.
    pub fn keywords(&self) -> Vec<(&str, usize)> {
        let mut counted: BTreeMap<String, (&str, usize)> = BTreeMap::new();
        for item in &self.told.items {
            for tag in &item.keywords {
                let (_, count) = counted.entry(::search::fold::tag(tag)).or_insert((tag, 0));
                *count += usize::from(self.is_competency(&item.id));
            }
        }
        let mut tags: Vec<_> = counted.into_values().collect();
        tags.sort_by(|(one, of_one), (other, of_other)| of_other.cmp(of_one).then_with(|| one.cmp(other)));
        tags
    }

    /// The items that hold every word of the query, or words that begin like them, best first: by code, then by name,
    /// then by the whole statement and the tags. Case, accents and punctuation do not matter. An empty query finds
    /// nothing.
    pub fn search(&self, query: &str) -> Vec<&Item> {
        self.told.index.find(query).into_iter().filter_map(|place| self.told.items.get(place)).collect()
    }

    /// At which depth the competencies are; `None` for the leaves.
    pub fn depth(&self) -> Option<u32> {
        self.told.shape.depth
    }
}

impl Told {
    fn at(&self, place: u32) -> Option<&Item> {
        self.items.get(place as usize)
    }

    fn place(&self, id: &ItemId) -> Option<u32> {
        let by_id = &self.shape.by_id;
        let found = by_id.binary_search_by(|place| self.at(*place).map(|item| &item.id).cmp(&Some(id))).ok()?;
        by_id.get(found).copied()
    }
}

impl Shape {
    fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    fn end(&self, place: u32) -> u32 {
        self.ends.get(place as usize).copied().unwrap_or(place + 1)
    }

    fn parent(&self, place: u32) -> Option<u32> {
        self.parents.get(place as usize).copied().flatten()
    }

    fn is_competency(&self, place: u32) -> bool {
        self.competencies.binary_search(&place).is_ok()
    }

    /// The items in a range that stand below no other item of it.
    fn siblings(&self, range: Range<u32>) -> impl Iterator<Item = u32> {
        let inside = move |place: &u32| *place < range.end;
        std::iter::successors(Some(range.start), |place| Some(self.end(*place))).take_while(inside)
    }

    fn competencies_in(&self, place: u32) -> &[u32] {
        let first = self.competencies.partition_point(|competency| *competency < place);
        let end = self.competencies.partition_point(|competency| *competency < self.end(place));
        self.competencies.get(first..end).unwrap_or_default()
    }

    /// The competencies that an item speaks for: itself, those below it, or the one it is a part of.
    fn competencies_of(&self, place: u32) -> &[u32] {
        let inside = self.competencies_in(place);
        if !inside.is_empty() {
            return inside;
        }
        let mut above = std::iter::successors(self.parent(place), |place| self.parent(*place));
        above.find(|place| self.is_competency(*place)).map_or(&[], |whole| {
            self.competencies.binary_search(&whole).map_or(&[], |found| std::slice::from_ref(&self.competencies[found]))
        })
    }
}
