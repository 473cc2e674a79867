//! A package in numbers: what `cairn framework check` prints and the app shows before a framework is adopted.

use std::collections::BTreeMap;

use super::assemble::Parts;
use super::deviation::{Kind, Notes};

/// What the file holds, counted before anything is left out, and whose work it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The framework's title; empty if it has none.
    pub title: String,
    /// Who wrote it.
    pub creator: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// What it is about, in its own words.
    pub description: Option<String>,
    /// Under which licence, by title or address.
    pub licence: Option<String>,
    /// Its language (BCP 47), as the file gives it.
    pub language: Option<String>,
    /// What kind of framework it says it is.
    pub kind: Option<String>,
    /// Entries of `CFItems`.
    pub items: usize,
    /// Entries of `CFAssociations` by type.
    pub associations: BTreeMap<String, usize>,
    /// Items that are not the child of another item of the file.
    pub roots: usize,
    /// Associations `precedes`, all of them.
    pub prerequisites: usize,
    /// Each circle of prerequisites: the identifiers of its items, each before the one it precedes.
    pub cycles: Vec<Vec<String>>,
    /// Associations with an end that is neither an item nor the document.
    pub dangling: usize,
}

pub(super) fn of(parts: &Parts, notes: &Notes) -> Summary {
    let document = &parts.document;
    let cycles: Vec<Vec<String>> = super::circles::of(parts.items.len(), &parts.precedes)
        .into_iter()
        .map(|circle| circle.into_iter().map(|item| parts.items[item].id.to_string()).collect())
        .collect();
    for circle in &cycles {
        notes.add(Kind::PrerequisiteCircle, || circle.join(" → "));
    }
    Summary {
        title: document.title.clone().unwrap_or_default(),
        creator: document.creator.clone(),
        publisher: document.publisher.clone(),
        description: document.description.clone(),
        licence: document.licence.clone(),
        language: document.language.clone(),
        kind: document.kind.clone(),
        items: parts.counts.items,
        associations: parts.counts.associations.clone(),
        roots: parts.places.iter().filter(|place| place.parent.is_none()).count(),
        prerequisites: parts.counts.associations.get("precedes").copied().unwrap_or_default(),
        cycles,
        dangling: parts.counts.dangling,
    }
}
