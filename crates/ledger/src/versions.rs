//! Values that stand side by side, because devices wrote them without having seen each other's.

use std::collections::BTreeMap;

use portfolio::{EntityId, FieldValue};
use replica::{DeviceId, OpId, WriterId};

use crate::{Ledger, convert};

/// A value of a field that nobody has replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// What was written.
    pub value: FieldValue,
    /// The op that wrote it.
    pub op: OpId,
    /// Where; unknown while the op is in no segment that this device holds.
    pub device: Option<DeviceId>,
}

/// The device of each writer, as the segments say. The first to claim a writer keeps it: ops that a ZIP brought are written
/// again by the device that read it, and stay the work of the device that made them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Writers(pub(crate) BTreeMap<WriterId, DeviceId>);

impl Ledger {
    /// The versions of a field, the one shown first, then the newest of the others. One for nearly every field.
    pub fn versions(&self, entity: &EntityId, field: &str) -> Vec<Version> {
        let view = self.state.entity(entity.as_str());
        let heads = view.as_ref().map(|view| view.heads(field)).unwrap_or_default();
        let version = |head: &replica::Head| Version {
            value: convert::field_value(&head.value),
            op: head.id,
            device: self.device_of(head.id.writer),
        };
        heads.iter().rev().map(version).collect()
    }

    /// The device that a start of the app was on; unknown while no segment that this device holds says it.
    pub fn device_of(&self, writer: WriterId) -> Option<DeviceId> {
        self.writers.0.get(&writer).copied()
    }

    /// Notes that these starts of the app were on this device. A segment's header says it of its writers; of its own writer a
    /// device knows it before.
    pub fn note_writers(&mut self, device: DeviceId, writers: &[WriterId]) {
        for writer in writers {
            self.writers.0.entry(*writer).or_insert(device);
        }
    }
}
