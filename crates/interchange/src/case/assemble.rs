//! Putting the parts of a package together: which items there are, how they hang together, what they ask for.

use std::collections::{BTreeMap, HashSet};

use portfolio::ItemId;
use portfolio::framework::{Link as Bond, Succession};

use super::association::Association;
use super::deviation::{Kind, Notes};
use super::identifier::{Names, safe};
use super::item::Item;
use super::members::{Link, Object, Place as Where};
use super::overlay::{self, Node, Precedes};
use super::package::{self, Document};
use super::repeated::{Met, Seen};
use super::rubric;
use super::tree::{Links, Parent, Place};
use crate::json::Json;

const DEFINITIONS: &[&str] =
    &["CFConcepts", "CFSubjects", "CFLicenses", "CFItemTypes", "CFAssociationGroupings", "extensions"];

/// A package with every link looked up. Items are named by their index.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) document: Document,
    pub(super) items: Vec<Kept>,
    /// For each item, in the same order.
    pub(super) places: Vec<Place>,
    /// (before, after), each pair once, in the order of the file.
    pub(super) precedes: Vec<(usize, usize)>,
    /// The links `precedes` that have an end outside the file, each once, in the order of the file.
    pub(super) overlay: Vec<Precedes>,
    /// What takes the place of what, in the file or elsewhere.
    pub(super) succession: Vec<Succession>,
    /// The scales of others, each once, by what their steps are called.
    pub(super) scales: Vec<Vec<String>>,
    pub(super) names: Names,
    pub(super) counts: Counts,
}

/// An item that was kept.
#[derive(Debug)]
pub(super) struct Kept {
    /// Unique among the items, safe to be part of an entity's id.
    pub(super) id: ItemId,
    pub(super) item: Item,
    /// Lowest first; levels in half-points 0..=8.
    pub(super) levels: Vec<(u8, String)>,
    /// Which of the scales of others these words are.
    pub(super) scale: Option<usize>,
    /// The item that has this one's identifier; no link tells the two apart, so they stand side by side.
    beside: Option<usize>,
}

impl Kept {
    /// By the name for cards and lists.
    pub(super) fn node(&self) -> Node {
        let title = self.item.short.as_ref().unwrap_or(&self.item.statement);
        Node { id: self.id.clone(), title: title.clone() }
    }
}

/// What the file holds, before anything is left out.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) items: usize,
    pub(super) associations: BTreeMap<String, usize>,
    pub(super) dangling: usize,
}

/// Reads all parts of the package.
pub(super) fn assemble<'j>(package: &Object<'j>, notes: &'j Notes) -> Parts {
    let mut parts = Parts { document: package::document(package), ..Parts::default() };
    keep_items(&mut parts, package.entries("CFItems"), notes);
    note_undefined_types(&parts.items, package, notes);
    follow_links(&mut parts, package.entries("CFAssociations"), notes);
    give_levels(&mut parts, package.entries("CFRubrics"), notes);
    parts
}

fn keep_items<'j>(parts: &mut Parts, entries: &'j [Json<'j>], notes: &'j Notes) {
    let mut met = Met::default();
    for (index, json) in entries.iter().enumerate() {
        let Some(item) = Item::read(json, index, notes) else { continue };
        parts.counts.items += 1;
        let wanted = safe(&item.identifier);
        match met.look(&wanted, index, |earlier| alike(&entries[earlier], json)) {
            Seen::New => {}
            Seen::Repeated(_) => {
                notes.add(Kind::RepeatedItem, || item.called());
                continue;
            }
            Seen::Different(first) if entries[first].get("identifier") == json.get("identifier") => {
                notes.add(Kind::SameIdentifier, || item.called());
            }
            Seen::Different(_) => notes.add(Kind::SameIdentifierOtherCase, || item.called()),
        }
        let beside = parts.names.holder(&wanted);
        let free = parts.names.free(&wanted);
        // What `safe` and `free` make is an item's id; an item without one could never be named.
        let Ok(id) = ItemId::new(&free) else { continue };
        parts.names.give(parts.items.len(), free, &item.identifier, item.address.as_deref());
        parts.items.push(Kept { id, item, levels: Vec::new(), scale: None, beside });
    }
}

/// Word for word the same, whatever the spelling of identifier and address.
fn alike(one: &Json<'_>, other: &Json<'_>) -> bool {
    let (Some(one), Some(other)) = (one.members(), other.members()) else { return false };
    let says = |name: &str| name != "identifier" && name != "uri";
    one.iter().filter(|(name, _)| says(name)).eq(other.iter().filter(|(name, _)| says(name)))
}

fn note_undefined_types<'j>(items: &[Kept], package: &Object<'j>, notes: &'j Notes) {
    let place = Where { list: "CFDefinitions", index: None };
    let definitions = package.value("CFDefinitions").and_then(|json| Object::of(json, DEFINITIONS, place, notes));
    let types = definitions.map(|definitions| definitions.entries("CFItemTypes")).unwrap_or_default();
    let defined: HashSet<String> = types
        .iter()
        .filter_map(|definition| definition.get("identifier")?.text())
        .map(str::to_ascii_lowercase)
        .collect();
    for kept in items {
        if let Some(named) = &kept.item.type_identifier
            && !defined.contains(&named.to_ascii_lowercase())
        {
            notes.add(Kind::UndefinedItemType, || kept.item.item_type.clone().unwrap_or_else(|| named.clone()));
        }
    }
}

/// What an end of an association is.
#[derive(Debug, Clone, Copy)]
enum End {
    Item(usize),
    Document,
    Outside,
}

fn follow_links<'j>(parts: &mut Parts, entries: &'j [Json<'j>], notes: &'j Notes) {
    let mut met = Met::default();
    let mut parents = Links::for_items(parts.items.len());
    let (mut pairs, mut beyond) = (HashSet::new(), HashSet::new());
    for (index, json) in entries.iter().enumerate() {
        let Some(association) = Association::read(json, index, notes) else { continue };
        *parts.counts.associations.entry(association.kind.clone()).or_default() += 1;
        let [origin, destination] =
            [&association.origin, &association.destination].map(|link| end(parts, link.as_ref()));
        count_dangling(parts, &association, [origin, destination], notes);
        if is_repeated(&mut met, &association, index, entries, notes) {
            continue;
        }
        match (association.kind.as_str(), origin, destination) {
            ("isChildOf", Some(End::Item(child)), Some(parent)) => {
                let parent = match parent {
                    End::Item(parent) => Parent::Item(parent),
                    End::Document => Parent::Document,
                    End::Outside => Parent::Outside,
                };
                parents.add(child, parent, association.sequence);
            }
            ("precedes", Some(End::Item(before)), Some(End::Item(after))) if pairs.insert((before, after)) => {
                parts.precedes.push((before, after));
            }
            ("precedes", Some(End::Outside), Some(End::Item(_) | End::Outside))
            | ("precedes", Some(End::Item(_)), Some(End::Outside)) => {
                parts.overlay.extend(overlay::of(&association).filter(|link| beyond.insert(ends_of(link))));
            }
            ("replacedBy", _, _) => parts.succession.extend(succession(parts, &association, Bond::ReplacedBy)),
            ("exactMatchOf", _, _) => parts.succession.extend(succession(parts, &association, Bond::ExactMatch)),
            ("isTranslationOf", Some(End::Document), Some(End::Outside)) => {
                parts.document.original = association.destination.map(|link| link.identifier);
            }
            _ => {}
        }
    }
    for (item, kept) in parts.items.iter().enumerate() {
        if let Some(first) = kept.beside {
            parents.place_beside(item, first);
        }
    }
    parts.places = parents.places(notes, |item| parts.items[item].item.called());
}

/// Between two items, wherever they are: what an edition no longer holds is named by the one that replaces it.
fn succession(parts: &Parts, association: &Association, link: Bond) -> Option<Succession> {
    let item = |link: &Option<Link>| match end(parts, link.as_ref())? {
        End::Item(item) => parts.items.get(item).map(|kept| kept.id.clone()),
        End::Document => None,
        End::Outside => ItemId::new(&safe(&link.as_ref()?.identifier)).ok(),
    };
    let (from, to) = (item(&association.origin)?, item(&association.destination)?);
    (from != to).then_some(Succession { from, to, link })
}

fn ends_of(link: &Precedes) -> (ItemId, ItemId) {
    (link.before.id.clone(), link.after.id.clone())
}

fn end(parts: &Parts, link: Option<&Link>) -> Option<End> {
    let link = link?;
    let document = parts.document.identifier.as_deref();
    Some(match parts.names.find(link) {
        Some(item) => End::Item(item),
        None if document.is_some_and(|document| document.eq_ignore_ascii_case(&link.identifier)) => End::Document,
        None => End::Outside,
    })
}

fn count_dangling(parts: &mut Parts, association: &Association, ends: [Option<End>; 2], notes: &Notes) {
    let leads_out_on_purpose = match association.kind.as_str() {
        // The original of a translation is another document.
        "isTranslationOf" => matches!(ends, [Some(End::Document), Some(End::Outside)]),
        // What was replaced may be in an older edition alone.
        "replacedBy" => matches!(ends, [Some(End::Outside), Some(End::Item(_))]),
        _ => false,
    };
    if leads_out_on_purpose {
        return;
    }
    parts.counts.dangling += usize::from(ends.iter().any(|end| matches!(end, None | Some(End::Outside))));
    let links = [&association.origin, &association.destination].into_iter().flatten();
    let outside = links.zip(ends.iter().flatten()).find(|(_, end)| matches!(end, End::Outside));
    if let Some((link, _)) = outside {
        notes.add(Kind::Dangling, || link.bare_address.clone().unwrap_or_else(|| link.identifier.clone()));
    }
}

fn is_repeated(met: &mut Met, association: &Association, index: usize, entries: &[Json<'_>], notes: &Notes) -> bool {
    let Some(identifier) = &association.identifier else { return false };
    match met.look(&identifier.to_ascii_lowercase(), index, |earlier| alike(&entries[earlier], &entries[index])) {
        Seen::New => false,
        Seen::Repeated(_) => {
            notes.add(Kind::RepeatedAssociation, || identifier.clone());
            true
        }
        Seen::Different(_) => {
            notes.add(Kind::SameAssociationIdentifier, || identifier.clone());
            false
        }
    }
}

fn give_levels<'j>(parts: &mut Parts, rubrics: &'j [Json<'j>], notes: &'j Notes) {
    for criterion in rubric::level_words(rubrics, notes) {
        let Some(kept) = parts.names.find(&criterion.item).and_then(|item| parts.items.get_mut(item)) else {
            notes.add(Kind::CriterionWithoutItem, || criterion.item.identifier.clone());
            continue;
        };
        if kept.levels.is_empty() {
            kept.scale = criterion.scale.and_then(|scale| number(&mut parts.scales, scale));
        } else if !criterion.words.is_empty() {
            notes.add(Kind::SecondCriterion, || kept.item.called());
            // The words of both stand among each other and are steps of neither.
            kept.scale = None;
        }
        for (level, words) in criterion.words {
            if kept.levels.len() == rubric::MOST_LEVELS {
                notes.add(Kind::TooManyLevels, || kept.item.called());
                break;
            }
            let at = kept.levels.partition_point(|(other, _)| *other <= level);
            kept.levels.insert(at, (level, words));
        }
    }
}

/// The number of a scale among those that are known, itself among them from now on. Of more than a handful nobody would be asked one by one;
/// what is beyond that stays as it was read.
fn number(scales: &mut Vec<Vec<String>>, scale: Vec<String>) -> Option<usize> {
    const MOST: usize = 8;
    let known = scales.iter().position(|known| *known == scale);
    known.or_else(|| {
        (scales.len() < MOST).then(|| {
            scales.push(scale);
            scales.len() - 1
        })
    })
}
