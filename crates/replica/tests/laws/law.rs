//! The laws of merging. Each takes any fold and says what it broke.

use std::collections::{BTreeMap, BTreeSet};

use replica::{Kind, Op, OpId, PART_OF, Standing, Value};

use crate::fold::{Fold, Picture};
use crate::story::Story;

/// A law: what it is called, and what it finds wrong with a fold of a story.
pub struct Law {
    pub name: &'static str,
    pub check: fn(&dyn Fold, &Story) -> Result<(), String>,
}

pub const LAWS: [Law; 11] = [
    Law { name: "any order", check: any_order },
    Law { name: "any repetition", check: any_repetition },
    Law { name: "any partition", check: any_partition },
    Law { name: "twice is once", check: twice_is_once },
    Law { name: "typing replaces", check: typing_replaces },
    Law { name: "every value nobody replaced stands", check: every_value_stands },
    Law { name: "additions win", check: additions_win },
    Law { name: "trash loses to the unseen", check: trash_loses_to_the_unseen },
    Law { name: "purged is nothing", check: purged_is_nothing },
    Law { name: "the unknown is kept", check: the_unknown_is_kept },
    Law { name: "undone is as before", check: undone_is_as_before },
];

fn any_order(fold: &dyn Fold, story: &Story) -> Result<(), String> {
    same(&fold.fold(&shuffled(&story.ops, story.seed)), &fold.fold(&story.ops))
}

fn any_repetition(fold: &dyn Fold, story: &Story) -> Result<(), String> {
    let mut choice = Choice(story.seed);
    let again = story.ops.iter().filter(|_| choice.next().is_multiple_of(2)).cloned();
    let with_doubles: Vec<_> = story.ops.iter().cloned().chain(again).collect();
    same(&fold.fold(&shuffled(&with_doubles, story.seed)), &fold.fold(&story.ops))
}

/// Segments, whose order is kept inside, may come in any order and more than once.
fn any_partition(fold: &dyn Fold, story: &Story) -> Result<(), String> {
    let mut choice = Choice(story.seed);
    let mut segments: Vec<Vec<Op>> = vec![vec![]; 1 + (choice.next() % 5) as usize];
    for op in &story.ops {
        let place = choice.next() as usize % segments.len();
        segments[place].push(op.clone());
    }
    segments.push(segments[0].clone());
    same(&fold.fold(&shuffled(&segments, story.seed).concat()), &fold.fold(&story.ops))
}

fn twice_is_once(fold: &dyn Fold, story: &Story) -> Result<(), String> {
    same(&fold.fold(&[story.ops.clone(), story.ops.clone()].concat()), &fold.fold(&story.ops))
}

/// A device that folded every word on the way, in whatever order, and one that gets only the last agree.
fn typing_replaces(fold: &dyn Fold, story: &Story) -> Result<(), String> {
    let expected = fold.fold(&story.ops);
    story.lives.iter().try_for_each(|life| {
        same(&fold.fold(life), &expected)?;
        same(&fold.fold(&shuffled(life, story.seed)), &expected)
    })
}

fn every_value_stands(fold: &dyn Fold, story: &Story) -> Result<(), String> {
    let mut expected: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (slot, id, value) in puts(story) {
        let is_replaced = puts(story).iter().any(|(other, by, _)| *other == slot && supersedes(story, *by, id));
        if !is_replaced {
            expected.entry(slot).or_default().insert((id, value));
        }
    }
    equal("heads", &fold.fold(&story.ops).heads, &expected)
}

fn additions_win(fold: &dyn Fold, story: &Story) -> Result<(), String> {
    let mut expected: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for op in additions(story) {
        let slot = (op.entity.clone(), op.field.clone());
        expected.entry(slot).or_default().insert(op.value.clone());
    }
    equal("members", &fold.fold(&story.ops).members, &expected)
}

/// Trashed is what has no head that a standing trashing of it, or of the piece it is a part of, does not name.
fn trash_loses_to_the_unseen(fold: &dyn Fold, story: &Story) -> Result<(), String> {
    let picture = fold.fold(&story.ops);
    let mut expected = BTreeMap::new();
    for entity in picture.standing.keys() {
        expected.insert(entity.clone(), expected_standing(story, &picture, entity));
    }
    equal("standing", &picture.standing, &expected)
}

fn expected_standing(story: &Story, picture: &Picture, entity: &str) -> Standing {
    let whole = picture.shown(entity).get(PART_OF).and_then(|of| of.as_text());
    if whole.is_some_and(|whole| purged(story).contains(whole)) {
        return Standing::Trashed;
    }
    let alone = |entity: &str| {
        let Some(names) = named_by_trash(story, entity) else { return Standing::Live };
        let parts = picture
            .standing
            .keys()
            .filter(|part| picture.shown(part).get(PART_OF).is_some_and(|of| of.as_text() == Some(entity)));
        let mut family: Vec<(OpId, &str)> = heads(story, picture, entity).map(|id| (id, entity)).collect();
        family.extend(parts.flat_map(|part| heads(story, picture, part).map(move |id| (id, part.as_str()))));
        let is_named = |(id, owner): &(OpId, &str)| {
            names.contains(id)
                || (*owner != entity && named_by_trash(story, owner).is_some_and(|names| names.contains(id)))
        };
        if family.iter().all(is_named) { Standing::Trashed } else { Standing::Recovered }
    };
    let standings = [Some(entity), whole].into_iter().flatten().map(alone);
    // Trashed outweighs recovered, which outweighs live.
    standings
        .max_by_key(|standing| {
            [Standing::Live, Standing::Recovered, Standing::Trashed].iter().position(|s| s == standing)
        })
        .unwrap_or(Standing::Live)
}

/// A replica that never had the bytes of what was purged is equal to one that had.
fn purged_is_nothing(fold: &dyn Fold, story: &Story) -> Result<(), String> {
    let gone = purged(story);
    let with = fold.fold(&shuffled(&story.ops, story.seed));
    let kept: Vec<_> = story.ops.iter().filter(|op| !gone.contains(op.entity.as_str())).cloned().collect();
    same(&fold.fold(&kept), &with)?;
    match with.standing.keys().find(|entity| gone.contains(entity.as_str())) {
        Some(entity) => Err(format!("{entity} was purged and still stands")),
        None => Ok(()),
    }
}

fn the_unknown_is_kept(fold: &dyn Fold, story: &Story) -> Result<(), String> {
    let picture = fold.fold(&story.ops);
    let gone = purged(story);
    let unknown = story.ops.iter().filter(|op| matches!(op.kind, Kind::Other(_)) && !gone.contains(op.entity.as_str()));
    for op in unknown {
        let without: Vec<_> = story.ops.iter().filter(|other| other.id != op.id).cloned().collect();
        let picture_without = fold.fold(&without);
        if picture_without.text == picture.text {
            return Err(format!("{} of an unknown kind was dropped", op.id));
        }
        equal("what is shown", &picture.heads, &picture_without.heads)?;
    }
    Ok(())
}

fn undone_is_as_before(fold: &dyn Fold, story: &Story) -> Result<(), String> {
    let Some(undone) = &story.undone else { return Ok(()) };
    let (before, after) = (fold.fold(&undone.before), fold.fold(&undone.after));
    for entity in after.standing.keys() {
        if !before.standing.contains_key(entity) {
            // What was made is in the trash now; what was only written to holds nothing.
            let holds_nothing = after.shown(entity).values().all(|value| **value == Value::Null);
            equal("trashed or empty", &(after.is_trashed(entity) || holds_nothing), &true)?;
            continue;
        }
        let whole = before.shown(entity).get(PART_OF).and_then(|of| of.as_text());
        if whole.is_some_and(|whole| !before.standing.contains_key(whole)) {
            // Nobody was shown a part whose piece had not arrived.
            continue;
        }
        equal("trashed", &after.is_trashed(entity), &before.is_trashed(entity))?;
        equal("shown", &after.shown(entity), &before.shown(entity))?;
    }
    let of_before = |slot: &(String, String)| before.standing.contains_key(&slot.0);
    let members: BTreeMap<_, _> = after.members.into_iter().filter(|(slot, _)| of_before(slot)).collect();
    equal("members", &members, &before.members)
}

/// Every value an op puts into a field, of what was not purged.
fn puts(story: &Story) -> Vec<((String, String), OpId, Value)> {
    let gone = purged(story);
    let mut puts = Vec::new();
    for op in story.ops.iter().filter(|op| !gone.contains(op.entity.as_str())) {
        match (&op.kind, &op.value) {
            (Kind::Create, Value::Map(fields)) => puts
                .extend(fields.iter().map(|(field, value)| ((op.entity.clone(), field.clone()), op.id, value.clone()))),
            (Kind::Set, value) => puts.push(((op.entity.clone(), op.field.clone()), op.id, value.clone())),
            _ => {}
        }
    }
    puts
}

fn supersedes(story: &Story, by: OpId, id: OpId) -> bool {
    story.ops.iter().any(|op| op.id == by && op.supersedes.contains(&id))
}

fn purged(story: &Story) -> BTreeSet<&str> {
    let purges = story.ops.iter().filter(|op| op.kind == Kind::Purge);
    let lists = purges.filter_map(|op| if let Value::List(list) = &op.value { Some(list) } else { None });
    lists.flatten().filter_map(Value::as_text).collect()
}

/// What the trashings name that stand on an entity; nothing if none stands.
fn named_by_trash(story: &Story, entity: &str) -> Option<BTreeSet<OpId>> {
    let on_entity = |op: &&Op| op.entity == entity && matches!(op.kind, Kind::Trash | Kind::Restore);
    let ended: BTreeSet<_> = story.ops.iter().filter(on_entity).flat_map(|op| &op.supersedes).collect();
    let mut standing =
        story.ops.iter().filter(on_entity).filter(|op| op.kind == Kind::Trash && !ended.contains(&op.id));
    let first = standing.next()?;
    Some(std::iter::once(first).chain(standing).flat_map(|op| op.supersedes.iter().copied()).collect())
}

/// The additions to sets that nobody has taken back, of what was not purged.
fn additions(story: &Story) -> impl Iterator<Item = &Op> {
    let gone = purged(story);
    let kept = story.ops.iter().filter(move |op| op.kind == Kind::Add && !gone.contains(op.entity.as_str()));
    kept.filter(|addition| {
        let mut changes = story.ops.iter().filter(|op| matches!(op.kind, Kind::Add | Kind::Remove));
        !changes.any(|op| op.supersedes.contains(&addition.id))
    })
}

/// What stands in an entity's fields and sets.
fn heads<'a>(story: &'a Story, picture: &'a Picture, entity: &'a str) -> impl Iterator<Item = OpId> + 'a {
    let fields = picture.heads.iter().filter(move |((owner, _), _)| owner == entity);
    let sets = additions(story).filter(move |op| op.entity == entity).map(|op| op.id);
    fields.flat_map(|(_, heads)| heads.iter().map(|(id, _)| *id)).chain(sets)
}

fn same(found: &Picture, expected: &Picture) -> Result<(), String> {
    equal("state", found, expected)
}

fn equal<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{what}: {found:#?} instead of {expected:#?}")) }
}

/// Choices that a story's seed fixes.
struct Choice(u64);

impl Choice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }
}

fn shuffled<T: Clone>(items: &[T], seed: u64) -> Vec<T> {
    let mut choice = Choice(seed);
    let mut keyed: Vec<_> = items.iter().map(|item| (choice.next(), item)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, item)| item.clone()).collect()
}
