//! What the fold keeps of one entity.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::contents::{Contents, Held};
use super::register::Register;
use crate::id::OpId;

/// A trashing that stands covers the heads in its value, which is ascending.
pub(crate) type Trash = Register<Vec<OpId>>;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Entity {
    pub(super) held: Held,
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
    /// What stands in it; nothing where it came from a damaged snapshot.
    pub(crate) fn read(&self) -> Option<Cow<'_, Contents>> {
        self.held.read()
    }

    /// What stands in it, where no snapshot that is still being read can have damaged it.
    pub(crate) fn contents(&self) -> Cow<'_, Contents> {
        self.read().unwrap_or_default()
    }

    /// What stands in it, to be changed.
    pub(crate) fn contents_mut(&mut self) -> &mut Contents {
        self.held.open()
    }

    pub(crate) fn trash_mut(&mut self) -> &mut Trash {
        self.trash.get_or_insert_default()
    }

    /// The ops of its fields and its sets, some of them more than once.
    pub(crate) fn heads(&self) -> Vec<OpId> {
        self.contents().heads().collect()
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
