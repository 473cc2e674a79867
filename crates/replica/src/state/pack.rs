//! The whole state to and from bytes, entity by entity.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::State;
use super::entity::Entity;
use super::names::Names;
use crate::op::Op;

/// What goes before the entities.
#[derive(Serialize, Deserialize)]
struct Front {
    lamport: u64,
    entity_names: Names,
    field_names: Names,
    /// Lines of JSON, since an op of an unknown kind has no other form that is sure to keep all of it.
    unknown: Vec<String>,
    entities: usize,
}

/// Appends the state to `bytes`.
pub(crate) fn pack(state: &State, bytes: Vec<u8>) -> Option<Vec<u8>> {
    let front = Front {
        lamport: state.lamport,
        entity_names: state.entity_names.clone(),
        field_names: state.field_names.clone(),
        unknown: state.unknown.values().map(|op| op.to_json().ok()).collect::<Option<_>>()?,
        entities: state.entities.len(),
    };
    let bytes = postcard::to_extend(&front, bytes).ok()?;
    state.entities.iter().try_fold(bytes, |bytes, entity| postcard::to_extend(entity, bytes).ok())
}

/// A state of which some entities are still bytes.
pub(crate) struct Unpacking<'a> {
    rest: &'a [u8],
    left: usize,
    state: State,
}

impl<'a> Unpacking<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        let (front, rest) = postcard::take_from_bytes::<Front>(bytes).ok()?;
        let read = |line: &String| Op::from_json(line.as_bytes()).ok().map(|op| (op.id, op));
        let unknown = front.unknown.iter().map(read).collect::<Option<BTreeMap<_, _>>>()?;
        let state = State {
            entity_names: front.entity_names,
            field_names: front.field_names,
            entities: Vec::new(),
            unknown,
            lamport: front.lamport,
            ..State::default()
        };
        // Fields are known by number, so the reserved one must have the number that this version gives it.
        (state.field_names.find(super::PART_OF)? == state.part_of).then_some(())?;
        (front.entities == state.entity_names.len()).then_some(Self { rest, left: front.entities, state })
    }

    pub(crate) fn unpack_some(&mut self, entities: usize) -> Option<bool> {
        let now = self.left.min(entities);
        for _ in 0..now {
            let (entity, rest) = postcard::take_from_bytes::<Entity>(self.rest).ok()?;
            self.state.entities.push(entity);
            self.rest = rest;
        }
        self.left -= now;
        Some(self.left > 0)
    }

    pub(crate) fn finish(self) -> Option<State> {
        (self.left == 0 && self.rest.is_empty()).then_some(self.state)
    }
}
