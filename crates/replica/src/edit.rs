//! What is to change, before it is an op.

use std::collections::BTreeMap;

use crate::value::Value;

/// One change somebody asks for. [`State::stamp`](crate::State::stamp) makes an op of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Puts several fields at once. On an entity that exists it puts these fields and leaves the others alone.
    Create {
        /// Its id.
        entity: String,
        /// What to put, by field.
        fields: BTreeMap<String, Value>,
    },
    /// Puts one field.
    Set {
        /// Whose field.
        entity: String,
        /// Which field.
        field: String,
        /// What to put.
        value: Value,
    },
    /// Puts a value into a set.
    Add {
        /// Whose set.
        entity: String,
        /// Which set.
        field: String,
        /// The member.
        value: Value,
    },
    /// Takes a value out of a set.
    Remove {
        /// Whose set.
        entity: String,
        /// Which set.
        field: String,
        /// The member.
        value: Value,
    },
    /// Puts an entity and its parts in the trash.
    Trash {
        /// Which one.
        entity: String,
    },
    /// Takes an entity and its parts out of the trash.
    Restore {
        /// Which one.
        entity: String,
    },
    /// Erases entities and their parts for ever. An id that was purged is never used again.
    Purge {
        /// Which ones.
        entities: Vec<String>,
    },
}

impl Edit {
    /// The entities it names.
    pub fn entities(&self) -> &[String] {
        match self {
            Self::Create { entity, .. }
            | Self::Set { entity, .. }
            | Self::Add { entity, .. }
            | Self::Remove { entity, .. }
            | Self::Trash { entity }
            | Self::Restore { entity } => std::slice::from_ref(entity),
            Self::Purge { entities } => entities,
        }
    }
}
