//! From the parts of a package to what the portfolio builds a framework from.

use portfolio::framework::{ChildLink, Edition, FrameworkSource, ItemSource, Requirement, Scale};
use portfolio::{ItemId, Level};

use super::assemble::{Kept, Parts};
use super::deviation::{Kind, Notes};
use super::extension::Requires;
use super::identifier::{Names, safe};
use super::members::Link;

/// `id` is the SHA-256 of the package's bytes. A package's document has subjects too; items at the top that have none
/// take those.
pub(super) fn of(parts: Parts, id: String, notes: &Notes) -> FrameworkSource {
    let Parts { document, items, places, precedes, succession, names, scales, .. } = parts;
    let ids: Vec<ItemId> = items.iter().map(|kept| kept.id.clone()).collect();
    let children = places.iter().zip(&ids).map(|(place, child)| ChildLink {
        parent: place.parent.map(|parent| ids[parent].clone()),
        child: child.clone(),
        sequence: place.sequence,
    });
    let children = children.collect();
    let is_root = places.iter().map(|place| place.parent.is_none());
    let items = items.into_iter().zip(is_root).map(|(kept, is_root)| {
        let is_retired =
            kept.item.ends.zip(document.changed).is_some_and(|(ends, published)| ends <= published.date_naive());
        let mut item = ItemSource { retired: is_retired, ..item(kept, &names, &ids, notes) };
        if is_root && item.subjects.is_empty() {
            item.subjects.clone_from(&document.subjects);
        }
        item
    });
    let edition = Edition {
        document: document.original.or(document.identifier).map(|identifier| safe(&identifier)).unwrap_or_default(),
        version: document.version,
        changed: document.changed,
        language: document.language.clone(),
    };
    FrameworkSource {
        id,
        edition,
        succession,
        title: document.title.unwrap_or_default(),
        creator: document.creator,
        publisher: document.publisher,
        description: document.description,
        licence: document.licence,
        language: document.language,
        prompts: document.prompts,
        recheck: document.recheck,
        items: items.collect(),
        children,
        precedes: precedes.into_iter().map(|(before, after)| (ids[before].clone(), ids[after].clone())).collect(),
        scales: scales.into_iter().map(Scale::of).collect(),
    }
}

fn item(kept: Kept, names: &Names, ids: &[ItemId], notes: &Notes) -> ItemSource {
    let Kept { id, item, levels, scale, .. } = kept;
    let level = |(level, words): (u8, String)| Some((Level::from_half_points(level).ok()?, words));
    ItemSource {
        id,
        code: item.code,
        enumeration: item.enumeration,
        statement: item.statement,
        short: item.short,
        notes: item.notes,
        subjects: item.subjects,
        keywords: item.keywords,
        item_type: item.item_type,
        levels: levels.into_iter().filter_map(level).collect(),
        scale,
        size: item.extension.size,
        requires: item.extension.requires.and_then(|requires| requirement(requires, names, ids, notes)),
        ways: item.extension.ways,
        learn: item.extension.learn,
        learn_as_adopted: Vec::new(),
        prompts: item.extension.prompts,
        retired: false,
    }
}

/// The requirement without what names no item of the file; `None` if that leaves nothing to ask for.
fn requirement(requires: Requires, names: &Names, ids: &[ItemId], notes: &Notes) -> Option<Requirement> {
    let known = |of: Vec<Requires>| -> Vec<Requirement> {
        of.into_iter().filter_map(|part| requirement(part, names, ids, notes)).collect()
    };
    match requires {
        Requires::Item { spelled, half_points } => {
            let link = Link { identifier: spelled, ..Link::default() };
            let Some(item) = names.find(&link).and_then(|item| ids.get(item)) else {
                notes.add(Kind::UnknownRequirement, || link.identifier);
                return None;
            };
            let level = half_points.and_then(|level| Level::from_half_points(level).ok()).unwrap_or(Level::PROFICIENT);
            Some(Requirement::Item { item: item.clone(), level })
        }
        // Of nothing, as written: this asks for nothing, whatever precedes it.
        Requires::All(of) if of.is_empty() => Some(Requirement::all(Vec::new())),
        Requires::All(of) => Some(known(of)).filter(|known| !known.is_empty()).map(Requirement::all),
        Requires::Any(of) => Some(known(of)).filter(|known| !known.is_empty()).map(Requirement::any),
        Requires::Least(count, of) => {
            Some(known(of)).filter(|known| !known.is_empty()).map(|of| Requirement::AtLeast { count, of })
        }
    }
}
