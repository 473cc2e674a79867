//! What acts are made of: changes of single fields.

use super::{Refusal, Wording};
use crate::change::{Change, FieldValue};
use crate::entity::EntityId;

/// Words of a field, as they are now. Nothing changes where they are the same.
pub(super) fn written(
    entity: &EntityId,
    field: &str,
    wording: Wording,
    was: &str,
    words: String,
) -> Result<Vec<Change>, Refusal> {
    wording.check(&words)?;
    Ok(if was == words { Vec::new() } else { vec![set(entity, field, words)] })
}

/// What a field holds now. Nothing changes where it is the same.
pub(super) fn said<T: PartialEq + Into<FieldValue>>(entity: &EntityId, field: &str, was: &T, now: T) -> Vec<Change> {
    if *was == now { Vec::new() } else { vec![set(entity, field, now)] }
}

/// A field holds this now.
pub(super) fn set(entity: &EntityId, field: &str, value: impl Into<FieldValue>) -> Change {
    Change::Set { entity: entity.clone(), field: field.to_owned(), value: value.into() }
}

/// A set of a field holds this, too.
pub(super) fn add(entity: &EntityId, field: &str, value: impl Into<FieldValue>) -> Change {
    Change::Add { entity: entity.clone(), field: field.to_owned(), value: value.into() }
}

/// A set of a field holds this no more.
pub(super) fn remove(entity: &EntityId, field: &str, value: impl Into<FieldValue>) -> Change {
    Change::Remove { entity: entity.clone(), field: field.to_owned(), value: value.into() }
}
