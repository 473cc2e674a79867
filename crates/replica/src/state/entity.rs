//! What the fold keeps of one entity.

use serde::{Deserialize, Serialize};

use super::register::Register;
use crate::id::OpId;

/// A field's register with the field's number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Slot {
    pub(crate) field: u32,
    pub(crate) register: Register,
}

/// A trashing that stands covers the heads in its value, which is ascending.
pub(crate) type Trash = Register<Vec<OpId>>;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Entity {
    /// Fields put by `create` and `set`.
    pub(crate) registers: Vec<Slot>,
    /// Sets: each head is one addition.
    pub(crate) sets: Vec<Slot>,
    /// Boxed because few entities ever see the trash.
    pub(crate) trash: Option<Box<Trash>>,
    /// The entity this one is a part of, by the value shown in its field `of`.
    pub(crate) of: Option<u32>,
    /// The entities that are parts of this one.
    pub(crate) parts: Vec<u32>,
    pub(crate) purged: bool,
    /// Already on the list of what changed.
    #[serde(skip)]
    pub(crate) touched: bool,
}

impl Entity {
    pub(crate) fn register(&self, field: u32) -> Option<&Register> {
        find(&self.registers, field)
    }

    pub(crate) fn set(&self, field: u32) -> Option<&Register> {
        find(&self.sets, field)
    }

    pub(crate) fn register_mut(&mut self, field: u32) -> &mut Register {
        find_or_add(&mut self.registers, field)
    }

    pub(crate) fn set_mut(&mut self, field: u32) -> &mut Register {
        find_or_add(&mut self.sets, field)
    }

    pub(crate) fn trash_mut(&mut self) -> &mut Trash {
        self.trash.get_or_insert_default()
    }

    /// Everything that stands in the entity: the ops of its fields and its sets, some of them more than once.
    pub(crate) fn heads(&self) -> impl Iterator<Item = OpId> {
        self.registers.iter().chain(&self.sets).flat_map(|slot| slot.register.heads.iter().map(|head| head.id))
    }

    /// Whether anything stands in it.
    pub(crate) fn exists(&self) -> bool {
        self.heads().next().is_some()
    }

    /// The trashings that stand, newest last.
    pub(crate) fn trashings(&self) -> impl Iterator<Item = OpId> {
        self.trash.iter().flat_map(|trash| trash.heads.iter().map(|head| head.id))
    }

    pub(crate) fn is_trashed(&self) -> bool {
        self.trashings().next().is_some()
    }

    /// Whether a trashing of this entity names the head.
    pub(crate) fn covers(&self, head: OpId) -> bool {
        self.trash
            .iter()
            .flat_map(|trash| trash.heads.iter())
            .any(|trashing| trashing.value.binary_search(&head).is_ok())
    }

    /// Takes away everything and remembers only that it was purged.
    pub(crate) fn empty(&mut self) {
        *self = Self { purged: true, parts: std::mem::take(&mut self.parts), touched: self.touched, ..Self::default() };
    }
}

fn find(slots: &[Slot], field: u32) -> Option<&Register> {
    slots.iter().find(|slot| slot.field == field).map(|slot| &slot.register)
}

/// An entity has a handful of fields: looking through them beats any index.
fn find_or_add(slots: &mut Vec<Slot>, field: u32) -> &mut Register {
    let place = match slots.iter().position(|slot| slot.field == field) {
        Some(place) => place,
        None => {
            slots.push(Slot { field, register: Register::default() });
            slots.len() - 1
        }
    };
    &mut slots[place].register
}
