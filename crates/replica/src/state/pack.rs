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

/// Appends to `bytes` all but the entities.
pub(crate) fn pack_front(state: &State, bytes: Vec<u8>) -> Option<Vec<u8>> {
    let front = Front {
        lamport: state.lamport,
        entity_names: state.entity_names.clone(),
        field_names: state.field_names.clone(),
        unknown: state.unknown.values().map(|op| op.to_json().ok()).collect::<Option<_>>()?,
        entities: state.entities.len(),
    };
    postcard::to_extend(&front, bytes).ok()
}

/// How many entities there are to pack.
pub(crate) fn entities(state: &State) -> usize {
    state.entities.len()
}

/// Appends to `bytes` the entities from the `next`th on, until there are `most` bytes or more, and moves `next` behind them.
pub(crate) fn pack_some(state: &State, next: &mut usize, mut bytes: Vec<u8>, most: usize) -> Option<Vec<u8>> {
    for entity in state.entities.get(*next..)? {
        bytes = postcard::to_extend(entity, bytes).ok()?;
        *next += 1;
        if bytes.len() >= most {
            break;
        }
    }
    Some(bytes)
}

/// A state of which some entities are still bytes.
pub(crate) struct Unpacking {
    left: usize,
    state: State,
}

impl Unpacking {
    pub(crate) fn open(front: &[u8]) -> Option<Self> {
        let front: Front = postcard::from_bytes(front).ok()?;
        let read = |line: &String| Op::from_json(line.as_bytes()).ok().map(|op| (op.id, op));
        let unknown = front.unknown.iter().map(read).collect::<Option<BTreeMap<_, _>>>()?;
        (front.entities == front.entity_names.len()).then_some(())?;
        let state = State {
            entities: Vec::with_capacity(front.entities),
            entity_names: front.entity_names,
            field_names: front.field_names,
            unknown,
            lamport: front.lamport,
            ..State::default()
        };
        // Fields are known by number, so the reserved one must have the number that this version gives it.
        (state.field_names.find(super::PART_OF)? == state.part_of).then_some(Self { left: front.entities, state })
    }

    /// Takes the entity that `bytes` begin with, and returns what follows.
    pub(crate) fn unpack_one<'a>(&mut self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let (entity, rest) = postcard::take_from_bytes::<Entity>(bytes).ok()?;
        self.left = self.left.checked_sub(1)?;
        self.state.entities.push(entity);
        Some(rest)
    }

    pub(crate) fn finish(self) -> Option<State> {
        (self.left == 0).then_some(self.state)
    }
}
