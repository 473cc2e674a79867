//! The fold once more, as plainly as it can be said, and with one fault or another: the doubles that the laws must reject.

use std::collections::{BTreeMap, BTreeSet};

use replica::{Kind, Op, OpId, PART_OF, Standing, Value};

use crate::fold::{Fold, Picture};

/// A way to get the fold wrong that has been seen in the wild.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Of two values written apart, only the greater is kept.
    LoserDropped,
    /// What arrives last replaces what is there.
    ArrivalOrder,
    /// Ids that were superseded before they arrived are forgotten.
    DeadForgotten,
    /// An op that comes twice counts twice.
    Doubled,
    /// Removing a member takes additions away that the remover had not seen.
    RemoveWins,
    /// Once trashed, whatever came meanwhile stays trashed.
    TombstoneWins,
    /// Trash takes the fields away that it should only cover.
    TrashKills,
    /// What happened to the parts does not bring a piece back.
    PartsOverlooked,
    /// A purge erases what is there, and what comes later is there again.
    PurgeOnce,
    /// What this version does not know is thrown away.
    UnknownDropped,
}

pub const FAULTS: [Fault; 10] = [
    Fault::LoserDropped,
    Fault::ArrivalOrder,
    Fault::DeadForgotten,
    Fault::Doubled,
    Fault::RemoveWins,
    Fault::TombstoneWins,
    Fault::TrashKills,
    Fault::PartsOverlooked,
    Fault::PurgeOnce,
    Fault::UnknownDropped,
];

/// The plain model, sound where there is no fault.
pub struct Model {
    pub fault: Option<Fault>,
}

#[derive(Clone, Debug, Default)]
struct Register {
    heads: Vec<(OpId, Value)>,
    dead: BTreeSet<OpId>,
}

#[derive(Clone, Debug, Default)]
struct World {
    fields: BTreeMap<(String, String), Register>,
    sets: BTreeMap<(String, String), Register>,
    /// A trashing's value is the list of what it names.
    trash: BTreeMap<String, Register>,
    purged: BTreeSet<String>,
    unknown: BTreeMap<OpId, Op>,
}

impl Fold for Model {
    fn fold(&self, ops: &[Op]) -> Picture {
        let mut world = World::default();
        ops.iter().for_each(|op| self.apply(&mut world, op));
        self.picture(&world)
    }
}

impl Model {
    fn has(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    fn apply(&self, world: &mut World, op: &Op) {
        if world.purged.contains(&op.entity) && !self.has(Fault::PurgeOnce) {
            return;
        }
        let slot = || (op.entity.clone(), op.field.clone());
        match (&op.kind, &op.value) {
            (Kind::Create, Value::Map(fields)) => {
                for (field, value) in fields {
                    let register = world.fields.entry((op.entity.clone(), field.clone())).or_default();
                    self.put(register, op, value.clone());
                }
            }
            (Kind::Set, value) => self.put(world.fields.entry(slot()).or_default(), op, value.clone()),
            (Kind::Add, value) => self.put(world.sets.entry(slot()).or_default(), op, value.clone()),
            (Kind::Remove, value) => {
                let set = world.sets.entry(slot()).or_default();
                self.bury(set, &op.supersedes);
                if self.has(Fault::RemoveWins) {
                    set.heads.retain(|(_, member)| member != value);
                }
            }
            (Kind::Trash, _) => {
                if self.has(Fault::TrashKills) {
                    self.kill(world, &op.supersedes);
                }
                let names = op.supersedes.iter().map(|id| Value::Text(id.to_string())).collect();
                self.put(world.trash.entry(op.entity.clone()).or_default(), op, Value::List(names));
            }
            (Kind::Restore, _) => self.bury(world.trash.entry(op.entity.clone()).or_default(), &op.supersedes),
            (Kind::Purge, Value::List(pieces)) => {
                pieces.iter().filter_map(Value::as_text).for_each(|id| purge(world, id));
            }
            _ if self.has(Fault::UnknownDropped) => {}
            _ => drop(world.unknown.insert(op.id, op.clone())),
        }
    }

    fn put(&self, register: &mut Register, op: &Op, value: Value) {
        self.bury(register, &op.supersedes);
        let is_there = register.heads.iter().any(|(id, _)| *id == op.id) && !self.has(Fault::Doubled);
        if register.dead.contains(&op.id) || is_there {
            return;
        }
        if self.has(Fault::ArrivalOrder) {
            register.heads.clear();
        }
        register.heads.push((op.id, value));
        register.heads.sort();
        if self.has(Fault::LoserDropped) {
            register.heads.drain(..register.heads.len() - 1);
        }
    }

    fn bury(&self, register: &mut Register, ids: &[OpId]) {
        register.heads.retain(|(id, _)| !ids.contains(id));
        if !self.has(Fault::DeadForgotten) {
            register.dead.extend(ids);
        }
    }

    fn kill(&self, world: &mut World, ids: &[OpId]) {
        world.fields.values_mut().chain(world.sets.values_mut()).for_each(|register| self.bury(register, ids));
    }

    fn picture(&self, world: &World) -> Picture {
        let mut picture = Picture::default();
        for (slot, register) in world.fields.iter().filter(|(_, register)| !register.heads.is_empty()) {
            picture.heads.insert(slot.clone(), register.heads.iter().cloned().collect());
        }
        for (slot, register) in world.sets.iter().filter(|(_, register)| !register.heads.is_empty()) {
            picture.members.insert(slot.clone(), register.heads.iter().map(|(_, value)| value.clone()).collect());
        }
        for (entity, _) in picture.heads.keys().chain(picture.members.keys()) {
            picture.standing.insert(entity.clone(), self.standing(world, entity));
        }
        picture.text = format!("{world:?}");
        picture
    }

    fn standing(&self, world: &World, entity: &str) -> Standing {
        let whole = world.whole_of(entity);
        let both = [Some(entity), whole].into_iter().flatten().map(|entity| self.alone(world, entity));
        let both: Vec<_> = both.collect();
        if both.contains(&Standing::Trashed) || whole.is_some_and(|whole| world.purged.contains(whole)) {
            Standing::Trashed
        } else if both.contains(&Standing::Recovered) {
            Standing::Recovered
        } else {
            Standing::Live
        }
    }

    fn alone(&self, world: &World, entity: &str) -> Standing {
        let Some(names) = world.named_by_trash(entity) else { return Standing::Live };
        let parts = world.parts_of(entity);
        let is_covered = |part: &str, id: &OpId| {
            names.contains(id) || world.named_by_trash(part).is_some_and(|names| names.contains(id))
        };
        let parts = if self.has(Fault::PartsOverlooked) { vec![] } else { parts };
        let own = world.heads_of(entity).iter().all(|id| names.contains(id));
        if self.has(Fault::TombstoneWins)
            || (own && parts.iter().all(|part| world.heads_of(part).iter().all(|id| is_covered(part, id))))
        {
            Standing::Trashed
        } else {
            Standing::Recovered
        }
    }
}

impl World {
    fn heads_of(&self, entity: &str) -> Vec<OpId> {
        let slots = self.fields.iter().chain(&self.sets).filter(|((owner, _), _)| owner == entity);
        slots.flat_map(|(_, register)| register.heads.iter().map(|(id, _)| *id)).collect()
    }

    fn named_by_trash(&self, entity: &str) -> Option<BTreeSet<OpId>> {
        let trash = self.trash.get(entity).filter(|trash| !trash.heads.is_empty())?;
        let names = trash.heads.iter().filter_map(|(_, names)| match names {
            Value::List(names) => Some(names),
            _ => None,
        });
        Some(names.flatten().filter_map(|name| name.as_text()?.parse().ok()).collect())
    }

    fn whole_of(&self, part: &str) -> Option<&str> {
        let of = self.fields.get(&(part.to_owned(), PART_OF.to_owned()))?;
        of.heads.last()?.1.as_text()
    }

    fn parts_of(&self, whole: &str) -> Vec<&str> {
        let parts = self.fields.keys().filter(|(_, field)| field == PART_OF).map(|(part, _)| part.as_str());
        parts.filter(|part| self.whole_of(part) == Some(whole)).collect()
    }
}

fn purge(world: &mut World, id: &str) {
    world.purged.insert(id.to_owned());
    world.fields.retain(|(owner, _), _| owner != id);
    world.sets.retain(|(owner, _), _| owner != id);
    world.trash.remove(id);
    world.unknown.retain(|_, op| op.entity != id);
}
