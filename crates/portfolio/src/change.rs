//! What a learner's act changes, in the words of storage: entities, fields, values.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::entity::EntityId;
use crate::item_id::ItemId;
use crate::level::Level;

/// What a field holds. There are no fractions on purpose: two readers rarely print the same fraction alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldValue {
    /// Nothing, said on purpose.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Words.
    Text(String),
    /// Values in an order.
    List(Vec<FieldValue>),
    /// Values by name.
    Map(BTreeMap<String, FieldValue>),
}

/// One change of one entity. The order of several changes matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Puts several fields at once. On an entity that exists (ids may be derived) it puts these fields and leaves the
    /// others.
    Create {
        /// Its id.
        entity: EntityId,
        /// What to put, by field.
        fields: BTreeMap<String, FieldValue>,
    },
    /// Puts one field.
    Set {
        /// Whose field.
        entity: EntityId,
        /// Which field.
        field: String,
        /// What to put.
        value: FieldValue,
    },
    /// Puts a value into a set.
    Add {
        /// Whose set.
        entity: EntityId,
        /// Which set.
        field: String,
        /// The member.
        value: FieldValue,
    },
    /// Takes a value out of a set.
    Remove {
        /// Whose set.
        entity: EntityId,
        /// Which set.
        field: String,
        /// The member.
        value: FieldValue,
    },
    /// Puts an entity and its parts in the trash.
    Trash {
        /// Which one.
        entity: EntityId,
    },
    /// Takes an entity and its parts out of the trash.
    Restore {
        /// Which one.
        entity: EntityId,
    },
    /// Erases entities for ever.
    Purge {
        /// Which ones, parts named one by one.
        entities: Vec<EntityId>,
    },
}

impl From<&str> for FieldValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for FieldValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for FieldValue {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<u64> for FieldValue {
    /// A number of bytes, pixels or milliseconds. What is beyond `i64::MAX` becomes that: nothing is as long.
    fn from(number: u64) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Level> for FieldValue {
    fn from(level: Level) -> Self {
        Self::Int(level.half_points().into())
    }
}

impl From<NaiveDate> for FieldValue {
    fn from(day: NaiveDate) -> Self {
        Self::Text(day.to_string())
    }
}

impl From<&ItemId> for FieldValue {
    fn from(item: &ItemId) -> Self {
        Self::Text(item.as_str().to_owned())
    }
}

impl From<&EntityId> for FieldValue {
    fn from(entity: &EntityId) -> Self {
        Self::Text(entity.as_str().to_owned())
    }
}

impl<T: Into<FieldValue>> From<Option<T>> for FieldValue {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
