//! From a framework as told to one that can be asked.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::prerequisites::Prerequisites;
use super::search::Index;
use super::source::{FrameworkSource, ItemSource};
use super::tree::{self, Visit};
use super::{About, Framework, Item, Shape, Told};

impl Framework {
    /// Puts a framework in order. Nothing is refused: links to what is not there are left out, circles are opened.
    ///
    /// `depth` says at which depth (0 is the top) the competencies are; leaves above it are competencies too. `None`
    /// takes the leaves.
    pub fn build(mut source: FrameworkSource, depth: Option<u32>) -> Self {
        let mut met = BTreeSet::new();
        source.items.retain(|item| met.insert(item.id.clone()));
        let visits = tree::walk(&source.items, &source.children);
        let shape = shape(&visits, &source.items, depth);
        let mut sources: Vec<_> = source.items.into_iter().map(Some).collect();
        let mut items: Vec<Item> = Vec::with_capacity(visits.len());
        let mut asked = Vec::new();
        for visit in &visits {
            let Some(mut source) = sources[visit.item].take() else { continue };
            if let Some(requirement) = source.requires.take() {
                asked.push((source.id.clone(), requirement));
            }
            let parent = visit.parent.and_then(|parent| items.get(parent));
            items.push(item(source, visit.depth, parent));
        }
        let about = About {
            id: source.id,
            title: source.title,
            creator: source.creator,
            publisher: source.publisher,
            description: source.description,
            licence: source.licence,
            language: source.language,
            prompts: source.prompts,
            recheck: source.recheck,
            scales: source.scales,
            edition: source.edition,
        };
        let index = Index::of(&items);
        let (succession, prerequisites) = (source.succession, Prerequisites::default());
        let mut told = Told { about, items, shape, prerequisites, succession, index };
        told.prerequisites = Prerequisites::of_all(&told, asked, &source.precedes);
        Self { told: Arc::new(told), overlay: Arc::default() }
    }
}

fn item(source: ItemSource, depth: u32, parent: Option<&Item>) -> Item {
    let inherited = || parent.map(|parent| parent.subjects.clone()).unwrap_or_default();
    let mut levels = source.levels;
    levels.sort_by_key(|(level, _)| *level);
    Item {
        id: source.id,
        code: source.code,
        statement: source.statement,
        short: source.short,
        notes: source.notes,
        subjects: if source.subjects.is_empty() { inherited() } else { source.subjects },
        keywords: source.keywords,
        item_type: source.item_type,
        levels,
        scale: source.scale,
        size: source.size.unwrap_or_default(),
        ways: source.ways,
        learn: source.learn,
        learn_as_adopted: source.learn_as_adopted,
        prompts: source.prompts,
        retired: source.retired,
        depth,
        parent: parent.map(|parent| parent.id.clone()),
    }
}

fn shape(visits: &[Visit], items: &[ItemSource], depth: Option<u32>) -> Shape {
    let count = visits.len() as u32;
    let mut ends: Vec<u32> = (1..=count).collect();
    for (place, visit) in visits.iter().enumerate().rev() {
        if let Some(parent) = visit.parent {
            ends[parent] = ends[parent].max(ends[place]);
        }
    }
    let is_competency = |place: &u32| {
        let visit = &visits[*place as usize];
        let is_leaf = ends[*place as usize] == place + 1;
        let is_in_force = !items[visit.item].retired;
        is_in_force && depth.map_or(is_leaf, |depth| visit.depth == depth || (is_leaf && visit.depth < depth))
    };
    let competencies = (0..count).filter(is_competency).collect();
    let mut by_id: Vec<u32> = (0..count).collect();
    by_id.sort_by_key(|place| &items[visits[*place as usize].item].id);
    let parents = visits.iter().map(|visit| visit.parent.map(|parent| parent as u32)).collect();
    Shape { ends, parents, competencies, by_id, depth }
}
