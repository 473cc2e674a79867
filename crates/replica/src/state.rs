//! The fold: what a set of ops means, whatever the order, number or grouping in which they arrive.

pub(crate) mod dump;
mod entity;
mod excerpt;
mod few;
mod names;
pub(crate) mod pack;
mod register;
mod seen;
mod standing;
mod view;

use std::collections::BTreeMap;

use crate::id::OpId;
use crate::op::{Kind, Op};
use crate::value::Value;

use entity::{Entity, Trash};
use names::Names;
use register::Register;

pub use register::Head;
pub use view::{EntityView, Standing};

/// The reserved field that makes an entity a part of the one it names.
pub const PART_OF: &str = "of";

/// What a set of ops means. Two replicas that hold the same ops hold the same state, byte for byte
/// (see [`fingerprint`](crate::fingerprint)).
#[derive(Clone, Debug)]
pub struct State {
    entity_names: Names,
    field_names: Names,
    /// By the numbers of `entity_names`.
    entities: Vec<Entity>,
    /// The number of [`PART_OF`].
    part_of: u32,
    /// Ops that this version cannot fold, whole.
    unknown: BTreeMap<OpId, Op>,
    lamport: u64,
    touched: Vec<u32>,
}

impl Default for State {
    fn default() -> Self {
        let mut field_names = Names::default();
        let part_of = field_names.intern(PART_OF);
        Self {
            entity_names: Names::default(),
            field_names,
            entities: Vec::new(),
            part_of,
            unknown: BTreeMap::new(),
            lamport: 0,
            touched: Vec::new(),
        }
    }
}

impl State {
    /// Folds one op in. Any order will do, and an op that comes again changes nothing.
    pub fn apply(&mut self, op: &Op) {
        self.fold(op.clone());
    }

    /// Folds one op in, keeping its words instead of copying them: for whole logs.
    pub fn fold(&mut self, op: Op) {
        self.lamport = self.lamport.max(op.id.lamport);
        match (&op.kind, &op.value) {
            (Kind::Purge, Value::List(pieces)) if pieces.iter().all(|piece| piece.as_text().is_some()) => {
                pieces.iter().filter_map(Value::as_text).for_each(|piece| self.purge(piece));
            }
            (Kind::Create, Value::Map(_)) | (Kind::Set | Kind::Add | Kind::Remove | Kind::Trash | Kind::Restore, _) => {
                if let Some(entity) = self.open(&op.entity) {
                    self.change(entity, op);
                    self.touch_around(entity);
                }
            }
            (Kind::Other(_) | Kind::Purge | Kind::Create, _) => self.keep_unknown(op),
        }
    }

    /// The greatest Lamport number seen.
    pub fn lamport(&self) -> u64 {
        self.lamport
    }

    /// An entity in which something stands.
    pub fn entity(&self, id: &str) -> Option<EntityView<'_>> {
        self.entity_names.find(id).and_then(|number| EntityView::of(self, number))
    }

    /// All entities in which something stands, in no order that means anything.
    pub fn entities(&self) -> impl Iterator<Item = EntityView<'_>> {
        (0..self.entity_names.len() as u32).filter_map(|number| EntityView::of(self, number))
    }

    /// Whether an entity was purged. Its ops mean nothing any more and need not be kept.
    pub fn is_purged(&self, id: &str) -> bool {
        self.known(id).is_some_and(|entity| entity.purged)
    }

    /// Parts whose piece was purged by somebody who had not seen them, ascending: what is left to purge.
    pub fn left_by_purge(&self) -> Vec<&str> {
        let is_left = |view: &EntityView<'_>| {
            let whole = self.known(view.id()).and_then(|entity| entity.of);
            whole.and_then(|whole| self.at(whole)).is_some_and(|whole| whole.purged)
        };
        let mut left: Vec<_> = self.entities().filter(is_left).map(|view| view.id()).collect();
        left.sort_unstable();
        left
    }

    /// The ids of the entities that may read differently than at the last call, each once.
    pub fn take_touched(&mut self) -> Vec<String> {
        let touched = std::mem::take(&mut self.touched);
        let mut ids = Vec::with_capacity(touched.len());
        for number in touched {
            if let Some(entity) = self.at_mut(number) {
                entity.touched = false;
                ids.push(self.entity_names.name(number).to_owned());
            }
        }
        ids
    }

    fn change(&mut self, number: u32, op: Op) {
        let Op { id, kind, field, value, supersedes, .. } = op;
        match (kind, value) {
            (Kind::Create, Value::Map(fields)) => {
                if let Some(entity) = self.at_mut(number) {
                    entity.registers.reserve_exact(fields.len());
                }
                for (field, value) in fields {
                    self.put(number, &field, id, &supersedes, value);
                }
            }
            (Kind::Set, value) => self.put(number, &field, id, &supersedes, value),
            (Kind::Add, value) => self.set(number, &field, |set| set.put(id, &supersedes, value)),
            (Kind::Remove, _) => self.set(number, &field, |set| set.bury(&supersedes)),
            (Kind::Trash, _) => self.trash(number, |trash| trash.put(id, &supersedes, ascending(&supersedes))),
            (Kind::Restore, _) => self.trash(number, |trash| trash.bury(&supersedes)),
            (Kind::Create | Kind::Purge | Kind::Other(_), _) => {}
        }
    }

    fn put(&mut self, number: u32, field: &str, id: OpId, supersedes: &[OpId], value: Value) {
        let field = self.field_names.intern(field);
        let Some(entity) = self.at_mut(number) else { return };
        entity.register_mut(field).put(id, supersedes, value);
        if field == self.part_of {
            self.move_part(number);
        }
    }

    fn set(&mut self, number: u32, field: &str, change: impl FnOnce(&mut Register)) {
        let field = self.field_names.intern(field);
        if let Some(entity) = self.at_mut(number) {
            change(entity.set_mut(field));
        }
    }

    fn trash(&mut self, number: u32, change: impl FnOnce(&mut Trash)) {
        if let Some(entity) = self.at_mut(number) {
            change(entity.trash_mut());
        }
    }

    /// Follows the field `of` after it may have changed.
    fn move_part(&mut self, part: u32) {
        let named = self.at(part).and_then(|entity| entity.register(self.part_of)?.shown()?.as_text());
        let whole = named.map(str::to_owned).map(|id| self.number(&id));
        let before = self.at_mut(part).and_then(|entity| std::mem::replace(&mut entity.of, whole));
        if before == whole {
            return;
        }
        if let Some(before) = before {
            self.leave(part, before);
        }
        if let Some(whole) = whole.and_then(|whole| self.at_mut(whole)) {
            whole.parts.push(part);
        }
    }

    fn leave(&mut self, part: u32, whole: u32) {
        self.touch_around(whole);
        if let Some(whole) = self.at_mut(whole) {
            whole.parts.retain(|other| *other != part);
        }
    }

    fn purge(&mut self, id: &str) {
        let number = self.number(id);
        self.touch_around(number);
        if let Some(whole) = self.at(number).and_then(|entity| entity.of) {
            self.leave(number, whole);
        }
        if let Some(entity) = self.at_mut(number) {
            entity.empty();
        }
        // Parts that were not named stand differently now.
        for part in self.at(number).map(|entity| entity.parts.clone()).unwrap_or_default() {
            self.touch(part);
        }
        self.unknown.retain(|_, op| op.entity != id);
    }

    fn keep_unknown(&mut self, op: Op) {
        if !self.is_purged(&op.entity) {
            self.unknown.entry(op.id).or_insert(op);
        }
    }

    /// The number of an entity to fold into, or nothing where it was purged.
    fn open(&mut self, id: &str) -> Option<u32> {
        let number = self.number(id);
        self.at(number).filter(|entity| !entity.purged).map(|_| number)
    }

    fn number(&mut self, id: &str) -> u32 {
        let number = self.entity_names.intern(id);
        if self.entities.len() < self.entity_names.len() {
            self.entities.push(Entity::default());
        }
        number
    }

    fn known(&self, id: &str) -> Option<&Entity> {
        self.entity_names.find(id).and_then(|number| self.at(number))
    }

    fn at(&self, number: u32) -> Option<&Entity> {
        self.entities.get(number as usize)
    }

    fn at_mut(&mut self, number: u32) -> Option<&mut Entity> {
        self.entities.get_mut(number as usize)
    }

    /// Marks an entity as changed, and with it all whose standing hangs on its heads.
    fn touch_around(&mut self, number: u32) {
        self.touch(number);
        let Some(entity) = self.at(number) else { return };
        let whole = entity.of;
        if entity.trash.is_some() {
            self.touch_parts(number);
        }
        if let Some(whole) = whole.filter(|whole| self.at(*whole).is_some_and(|whole| whole.trash.is_some())) {
            self.touch(whole);
            self.touch_parts(whole);
        }
    }

    fn touch_parts(&mut self, number: u32) {
        for part in self.at(number).map(|entity| entity.parts.clone()).unwrap_or_default() {
            self.touch(part);
        }
    }

    fn touch(&mut self, number: u32) {
        if let Some(entity) = self.at_mut(number).filter(|entity| !entity.touched) {
            entity.touched = true;
            self.touched.push(number);
        }
    }
}

fn ascending(ids: &[OpId]) -> Vec<OpId> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    ids
}
