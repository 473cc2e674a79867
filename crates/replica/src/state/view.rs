//! Reading the state, entity by entity.

use std::borrow::Cow;
use std::sync::Arc;

use super::contents::{Contents, Slot};
use super::entity::Entity;
use super::register::Head;
use super::{State, standing};
use crate::value::Value;

pub use super::standing::Standing;

/// A snapshot holds an entity that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an entity in the snapshot cannot be read")]
pub struct Damaged;

/// One entity as it stands. Trashed entities have all their fields: trash covers, it does not take away.
pub struct EntityView<'a> {
    state: &'a State,
    number: u32,
    entity: &'a Entity,
    contents: Cow<'a, Contents>,
}

impl<'a> EntityView<'a> {
    /// The view, if anything stands in the entity.
    pub(super) fn of(state: &'a State, number: u32) -> Option<Self> {
        Self::read(state, number).ok().flatten()
    }

    /// The view, if anything stands in the entity.
    ///
    /// # Errors
    /// [`Damaged`].
    pub(super) fn read(state: &'a State, number: u32) -> Result<Option<Self>, Damaged> {
        let Some(entity) = state.at(number) else { return Ok(None) };
        let contents = entity.read().ok_or(Damaged)?;
        let exists = contents.heads().next().is_some();
        Ok(exists.then_some(Self { state, number, entity, contents }))
    }

    /// Its id.
    pub fn id(&self) -> &'a str {
        self.state.entity_names.name(self.number)
    }

    /// The same, to be kept beside the state without another text.
    pub fn shared_id(&self) -> Arc<str> {
        self.state.entity_names.shared(self.number)
    }

    /// The value shown in a field: that of the greatest op id.
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.heads(field).last().map(|head| &head.value)
    }

    /// All values of a field that nobody has superseded, ascending by op id; the last is shown, the others were written
    /// by devices that had not seen each other.
    pub fn heads(&self, field: &str) -> &[Head] {
        let register = self.state.field_names.find(field).and_then(|field| self.contents.register(field));
        register.map_or(&[], |register| &register.heads)
    }

    /// The members of a set, ascending, each once.
    pub fn members(&self, field: &str) -> Vec<&Value> {
        let set = self.state.field_names.find(field).and_then(|field| self.contents.set(field));
        let mut members: Vec<_> = set.iter().flat_map(|set| set.heads.iter()).map(|head| &head.value).collect();
        members.sort_unstable();
        members.dedup();
        members
    }

    /// The names of the fields that hold something, in no order that means anything.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.standing_slots(&self.contents.registers)
    }

    /// The names of the sets that hold something, in no order that means anything.
    pub fn sets(&self) -> impl Iterator<Item = &str> {
        self.standing_slots(&self.contents.sets)
    }

    fn standing_slots<'b>(&'b self, slots: &'b [Slot]) -> impl Iterator<Item = &'b str> {
        let names = &self.state.field_names;
        slots.iter().filter(|slot| !slot.register.heads.is_empty()).map(|slot| names.name(slot.field))
    }

    /// Whether it lives, lies in the trash, or came back from it.
    pub fn standing(&self) -> Standing {
        standing::of(self.state, self.entity)
    }

    /// The ids of its parts that exist, ascending.
    pub fn parts(&self) -> Vec<&'a str> {
        let parts = self.entity.parts.iter().filter_map(|part| Self::of(self.state, *part));
        let mut ids: Vec<_> = parts.map(|part| part.id()).collect();
        ids.sort_unstable();
        ids
    }
}
