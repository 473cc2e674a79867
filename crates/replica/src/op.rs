//! One immutable fact, and its one line of JSON.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::id::OpId;
use crate::value::Value;

/// The longest line an op may take, in bytes of JSON without the line end.
pub const OP_LIMIT: usize = 64 * 1024;

/// What an op does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Puts several fields at once; the value is a map of them. Usually an entity's first op.
    Create,
    /// Puts one field.
    Set,
    /// Puts the value into a set.
    Add,
    /// Takes the value out of a set: the additions it supersedes.
    Remove,
    /// Covers the heads of an entity and its parts that it supersedes.
    Trash,
    /// Ends the trashings it supersedes.
    Restore,
    /// Erases for ever the entities in its value, a list of ids.
    Purge,
    /// A kind that a newer app writes. It is kept whole, passed on, and otherwise ignored.
    Other(Box<str>),
}

impl Kind {
    /// The word in the log.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Create => "create",
            Self::Set => "set",
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Trash => "trash",
            Self::Restore => "restore",
            Self::Purge => "purge",
            Self::Other(word) => word,
        }
    }
}

impl From<&str> for Kind {
    fn from(word: &str) -> Self {
        match word {
            "create" => Self::Create,
            "set" => Self::Set,
            "add" => Self::Add,
            "remove" => Self::Remove,
            "trash" => Self::Trash,
            "restore" => Self::Restore,
            "purge" => Self::Purge,
            other => Self::Other(other.into()),
        }
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Word;
        impl serde::de::Visitor<'_> for Word {
            type Value = Kind;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("the kind of an op")
            }
            fn visit_str<E>(self, word: &str) -> Result<Kind, E> {
                Ok(word.into())
            }
        }
        deserializer.deserialize_str(Word)
    }
}

/// One immutable fact. The portfolio is the set of all of them.
///
/// In JSON the keys are short and in this order, and what is empty is left out:
/// `{"id":"12.9c1e4a0b77d2f310.0","k":"set","e":"evidence:a","f":"title","v":"My bridge","s":["9.9c1e4a0b77d2f310.0"]}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Op {
    /// Its name and place in the order.
    pub id: OpId,
    /// What it does.
    pub kind: Kind,
    /// What it is about: `<kind>:<rest>`, or empty for a purge.
    pub entity: String,
    /// Which field or set of it; empty where the kind needs none.
    pub field: String,
    /// What it puts.
    pub value: Value,
    /// The ops it replaces, ends or covers, which its writer had seen.
    pub supersedes: Vec<OpId>,
}

/// Why an op cannot be written or read.
#[derive(Debug, Error)]
pub enum OpError {
    /// Longer than [`OP_LIMIT`].
    #[error("an op of {bytes} bytes; at most {OP_LIMIT} are allowed")]
    TooLong {
        /// Its length as a line of JSON.
        bytes: usize,
    },
    /// A number or a nesting beyond the limits of [`Value`].
    #[error("a value beyond the limits of the format")]
    Value,
    /// Not the JSON of an op.
    #[error("not an op: {0}")]
    Json(#[from] serde_json::Error),
}

impl Op {
    /// The op as one line of JSON, without the line end.
    ///
    /// # Errors
    /// [`OpError::TooLong`], [`OpError::Value`].
    pub fn to_json(&self) -> Result<String, OpError> {
        let line = serde_json::to_string(&self.as_line())?;
        self.admit(line.len())?;
        Ok(line)
    }

    /// Appends the op's line of JSON, without the line end.
    ///
    /// # Errors
    /// As [`to_json`](Self::to_json).
    pub fn write_json(&self, out: &mut Vec<u8>) -> Result<(), OpError> {
        let start = out.len();
        serde_json::to_writer(&mut *out, &self.as_line())?;
        self.admit(out.len() - start)
    }

    /// Reads an op from its line of JSON.
    ///
    /// # Errors
    /// Any of [`OpError`].
    pub fn from_json(line: &[u8]) -> Result<Self, OpError> {
        let op = Self::from(serde_json::from_slice::<OwnedLine>(line)?);
        op.admit(line.len())?;
        Ok(op)
    }

    /// Whether this version knows what to do with the op. What it does not know it keeps whole, passes on, and ignores.
    pub fn is_understood(&self) -> bool {
        match (&self.kind, &self.value) {
            (Kind::Create, value) => matches!(value, Value::Map(_)),
            (Kind::Purge, Value::List(pieces)) => pieces.iter().all(|piece| piece.as_text().is_some()),
            (Kind::Purge | Kind::Other(_), _) => false,
            (Kind::Set | Kind::Add | Kind::Remove | Kind::Trash | Kind::Restore, _) => true,
        }
    }

    /// Whether the op keeps to the limits of the format.
    ///
    /// # Errors
    /// As [`to_json`](Self::to_json).
    pub fn check(&self) -> Result<(), OpError> {
        self.to_json().map(drop)
    }

    fn admit(&self, bytes: usize) -> Result<(), OpError> {
        if bytes > OP_LIMIT {
            return Err(OpError::TooLong { bytes });
        }
        if !self.value.is_within_limits() {
            return Err(OpError::Value);
        }
        Ok(())
    }

    fn as_line(&self) -> Line<'_> {
        Line { id: self.id, k: &self.kind, e: &self.entity, f: &self.field, v: &self.value, s: &self.supersedes }
    }
}

/// How an op is written.
#[derive(Serialize)]
struct Line<'a> {
    id: OpId,
    k: &'a Kind,
    #[serde(skip_serializing_if = "str::is_empty")]
    e: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    f: &'a str,
    #[serde(skip_serializing_if = "is_null")]
    v: &'a Value,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    s: &'a [OpId],
}

fn is_null(value: &&Value) -> bool {
    **value == Value::Null
}

/// How an op is read: in any order of keys, and with keys it does not know ignored.
#[derive(Deserialize)]
struct OwnedLine {
    id: OpId,
    k: Kind,
    #[serde(default)]
    e: String,
    #[serde(default)]
    f: String,
    #[serde(default)]
    v: Value,
    #[serde(default)]
    s: Vec<OpId>,
}

impl From<OwnedLine> for Op {
    fn from(line: OwnedLine) -> Self {
        Self { id: line.id, kind: line.k, entity: line.e, field: line.f, value: line.v, supersedes: line.s }
    }
}
