//! The fold: every op finds its place, whatever the order, number or grouping in which ops arrive.

use super::State;
use super::entity::{Entity, Trash};
use super::register::Register;
use crate::id::OpId;
use crate::op::{Kind, Op};
use crate::value::Value;

impl State {
    /// Folds one op in. Any order will do, and an op that comes again changes nothing.
    pub fn apply(&mut self, op: &Op) {
        self.fold(op.clone());
    }

    /// Folds one op in, keeping its words instead of copying them: for whole logs.
    pub fn fold(&mut self, op: Op) {
        self.lamport = self.lamport.max(op.id.lamport);
        self.changes += 1;
        if !op.is_understood() {
            self.keep_unknown(op);
        } else if let (Kind::Purge, Value::List(pieces)) = (&op.kind, &op.value) {
            pieces.iter().filter_map(Value::as_text).for_each(|piece| self.purge(piece));
        } else if let Some(entity) = self.open(&op.entity) {
            self.change(entity, op);
            self.touch_around(entity);
        }
    }

    fn change(&mut self, number: u32, op: Op) {
        let Op { id, kind, field, value, supersedes, .. } = op;
        match (kind, value) {
            (Kind::Create, Value::Map(fields)) => {
                if let Some(entity) = self.at_mut(number) {
                    entity.contents_mut().registers.reserve_exact(fields.len());
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
            // These change no single entity.
            (Kind::Create | Kind::Purge | Kind::Other(_), _) => {}
        }
    }

    fn put(&mut self, number: u32, field: &str, id: OpId, supersedes: &[OpId], value: Value) {
        let field = self.field_names.intern(field);
        let Some(entity) = self.at_mut(number) else { return };
        entity.contents_mut().register_mut(field).put(id, supersedes, value);
        if field == self.part_of {
            self.move_part(number);
        }
    }

    fn set(&mut self, number: u32, field: &str, change: impl FnOnce(&mut Register)) {
        let field = self.field_names.intern(field);
        if let Some(entity) = self.at_mut(number) {
            change(entity.contents_mut().set_mut(field));
        }
    }

    fn trash(&mut self, number: u32, change: impl FnOnce(&mut Trash)) {
        if let Some(entity) = self.at_mut(number) {
            change(entity.trash_mut());
        }
    }

    /// Follows the field `of` after it may have changed.
    fn move_part(&mut self, part: u32) {
        let named = self.at(part).and_then(|entity| {
            let contents = entity.contents();
            contents.register(self.part_of)?.shown()?.as_text().map(str::to_owned)
        });
        let whole = named.map(|id| self.number(&id));
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
        self.touch_parts(number);
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

    pub(super) fn number(&mut self, id: &str) -> u32 {
        let number = self.entity_names.intern(id);
        if self.entities.len() < self.entity_names.len() {
            self.entities.push(Entity::default());
        }
        number
    }
}

fn ascending(ids: &[OpId]) -> Vec<OpId> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    ids
}
