//! The same values in the two crates' own types.

use portfolio::{Change, FieldValue};
use replica::{Edit, Value};

pub(crate) fn edit(change: Change) -> Edit {
    match change {
        Change::Create { entity, fields } => Edit::Create {
            entity: entity.to_string(),
            fields: fields.into_iter().map(|(field, content)| (field, value(content))).collect(),
        },
        Change::Set { entity, field, value: content } => {
            Edit::Set { entity: entity.to_string(), field, value: value(content) }
        }
        Change::Add { entity, field, value: content } => {
            Edit::Add { entity: entity.to_string(), field, value: value(content) }
        }
        Change::Remove { entity, field, value: content } => {
            Edit::Remove { entity: entity.to_string(), field, value: value(content) }
        }
        Change::Trash { entity } => Edit::Trash { entity: entity.to_string() },
        Change::Restore { entity } => Edit::Restore { entity: entity.to_string() },
        Change::Purge { entities } => Edit::Purge { entities: entities.iter().map(ToString::to_string).collect() },
    }
}

fn value(content: FieldValue) -> Value {
    match content {
        FieldValue::Null => Value::Null,
        FieldValue::Bool(truth) => Value::Bool(truth),
        FieldValue::Int(number) => Value::Int(number),
        FieldValue::Text(text) => Value::Text(text),
        FieldValue::List(items) => Value::List(items.into_iter().map(value).collect()),
        FieldValue::Map(fields) => Value::Map(fields.into_iter().map(|(name, item)| (name, value(item))).collect()),
    }
}

pub(crate) fn field_value(content: &Value) -> FieldValue {
    match content {
        Value::Null => FieldValue::Null,
        Value::Bool(truth) => FieldValue::Bool(*truth),
        Value::Int(number) => FieldValue::Int(*number),
        Value::Text(text) => FieldValue::Text(text.clone()),
        Value::List(items) => FieldValue::List(items.iter().map(field_value).collect()),
        Value::Map(fields) => {
            FieldValue::Map(fields.iter().map(|(name, item)| (name.clone(), field_value(item))).collect())
        }
    }
}
