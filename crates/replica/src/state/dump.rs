//! Everything the fold keeps, in the one order that does not depend on when it came.

use super::State;
use super::contents;
use super::entity::{Entity, Trash};
use super::names::Names;
use super::register::Register;
use crate::op::Op;

/// A piece of the state.
pub(crate) enum Piece<'a> {
    Purged { entity: &'a str },
    Field(Slot<'a>),
    Set(Slot<'a>),
    Trash { entity: &'a str, trash: &'a Trash },
    Unknown(&'a Op),
}

/// A register of an entity.
pub(crate) struct Slot<'a> {
    pub(crate) entity: &'a str,
    pub(crate) field: &'a str,
    pub(crate) register: &'a Register,
}

impl State {
    /// Visits the entities ascending by id, of each its fields, its sets and its trash, and at last the ops that this
    /// version cannot fold, ascending by id. What holds nothing is left out.
    pub(crate) fn for_each_piece(&self, visit: &mut dyn FnMut(Piece<'_>)) {
        for (number, id) in ascending(&self.entity_names) {
            if let Some(entity) = self.at(number) {
                self.visit_entity(id, entity, visit);
            }
        }
        self.unknown.values().for_each(|op| visit(Piece::Unknown(op)));
    }

    fn visit_entity(&self, id: &str, entity: &Entity, visit: &mut dyn FnMut(Piece<'_>)) {
        if entity.purged {
            visit(Piece::Purged { entity: id });
        }
        let contents = entity.contents();
        for (field, register) in self.slots(&contents.registers) {
            visit(Piece::Field(Slot { entity: id, field, register }));
        }
        for (field, register) in self.slots(&contents.sets) {
            visit(Piece::Set(Slot { entity: id, field, register }));
        }
        if let Some(trash) = entity.trash.as_deref().filter(|trash| !trash.is_empty()) {
            visit(Piece::Trash { entity: id, trash });
        }
    }

    fn slots<'a>(&'a self, slots: &'a [contents::Slot]) -> Vec<(&'a str, &'a Register)> {
        let kept = slots.iter().filter(|slot| !slot.register.is_empty());
        let mut named: Vec<_> = kept.map(|slot| (self.field_names.name(slot.field), &slot.register)).collect();
        named.sort_unstable_by_key(|(field, _)| *field);
        named
    }
}

fn ascending(names: &Names) -> Vec<(u32, &str)> {
    let mut all: Vec<_> = (0..names.len() as u32).map(|number| (number, names.name(number))).collect();
    all.sort_unstable_by_key(|(_, name)| *name);
    all
}
