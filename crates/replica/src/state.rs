//! What a set of ops means.

mod contents;
pub(crate) mod dump;
mod entity;
mod excerpt;
mod few;
mod fold;
mod names;
pub(crate) mod pack;
mod register;
mod seen;
mod standing;
mod touch;
mod view;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::id::OpId;
use crate::op::Op;

use entity::Entity;
use names::Names;

pub use register::Head;
pub use view::{Damaged, EntityView, Standing};

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
    /// How many ops were folded since this state came into being here.
    changes: u64,
    /// What changed since somebody asked, each once.
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
            changes: 0,
            touched: Vec::new(),
        }
    }
}

impl State {
    /// The greatest Lamport number seen.
    pub fn lamport(&self) -> u64 {
        self.lamport
    }

    /// A number that grows with every op that is folded: while it is the same, so is the state.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// An entity in which something stands.
    pub fn entity(&self, id: &str) -> Option<EntityView<'_>> {
        self.entity_names.find(id).and_then(|number| EntityView::of(self, number))
    }

    /// All entities in which something stands, in no order that means anything. None is damaged: a state from a snapshot in which one is
    /// must not be used.
    pub fn entities(&self) -> impl Iterator<Item = EntityView<'_>> {
        self.some_entities(0..self.entity_names.len()).filter_map(Result::ok)
    }

    /// Those of the entities that were first seen at these places, of which there are [`places`](Self::places): to go through them in
    /// slices.
    ///
    /// # Errors
    /// [`Damaged`], where the state is from a snapshot and has not been gone through before.
    pub fn some_entities(&self, places: Range<usize>) -> impl Iterator<Item = Result<EntityView<'_>, Damaged>> {
        // 2^32 names would take 200 GB, so every place fits.
        (places.start as u32..places.end as u32).filter_map(|number| EntityView::read(self, number).transpose())
    }

    /// How many entities were ever seen, those in which nothing stands too.
    pub fn places(&self) -> usize {
        self.entity_names.len()
    }

    /// Whether an entity was purged. Its ops mean nothing any more and need not be kept.
    pub fn is_purged(&self, id: &str) -> bool {
        self.known(id).is_some_and(|entity| entity.purged)
    }

    /// Parts whose piece was purged by somebody who had not seen them, ascending: what is left to purge.
    pub fn left_by_purge(&self) -> Vec<&str> {
        let parts = self.entities.iter().filter(|entity| entity.purged).flat_map(|whole| &whole.parts);
        let mut left: Vec<_> = parts.filter_map(|part| EntityView::of(self, *part)).map(|view| view.id()).collect();
        left.sort_unstable();
        left
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
}
