//! What a field holds.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, MapAccess, SeqAccess};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The largest whole number a value may hold, either side of zero: what a reader in JavaScript reads exactly.
pub const INTEGER_LIMIT: i64 = (1 << 53) - 1;

/// The deepest nesting of lists and maps in a value. A hostile segment must not exhaust a reader's stack.
pub const DEPTH_LIMIT: usize = 32;

/// What a field holds: JSON without fractions, because two readers rarely print the same fraction alike and a
/// fingerprint must not depend on that.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing, said on purpose.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number within ±[`INTEGER_LIMIT`].
    Int(i64),
    /// Words.
    Text(String),
    /// Values in an order.
    List(Vec<Value>),
    /// Values by name.
    Map(BTreeMap<String, Value>),
}

impl Value {
    /// The words, if these are words.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether the value stays within [`INTEGER_LIMIT`] and [`DEPTH_LIMIT`].
    pub fn is_within_limits(&self) -> bool {
        self.fits(DEPTH_LIMIT)
    }

    fn fits(&self, depth: usize) -> bool {
        match self {
            Self::Null | Self::Bool(_) | Self::Text(_) => true,
            Self::Int(int) => (-INTEGER_LIMIT..=INTEGER_LIMIT).contains(int),
            Self::List(list) => depth > 0 && list.iter().all(|value| value.fits(depth - 1)),
            Self::Map(map) => depth > 0 && map.values().all(|value| value.fits(depth - 1)),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return Tagged::serialize(self, serializer);
        }
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(bool) => serializer.serialize_bool(*bool),
            Self::Int(int) => serializer.serialize_i64(*int),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Map(map) => serializer.collect_map(map),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(Json)
        } else {
            Tagged::deserialize(deserializer)
        }
    }
}

/// The same value with its kind spelled out, for the local cache, whose encoding does not describe itself.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Value")]
enum Tagged {
    Null,
    Bool(bool),
    Int(i64),
    Text(String),
    List(Vec<Value>),
    Map(BTreeMap<String, Value>),
}

struct Json;

impl<'de> de::Visitor<'de> for Json {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null, true, false, a whole number within 2^53, text, a list or a map")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, bool: bool) -> Result<Value, E> {
        Ok(Value::Bool(bool))
    }

    fn visit_i64<E>(self, int: i64) -> Result<Value, E> {
        Ok(Value::Int(int))
    }

    fn visit_u64<E: de::Error>(self, int: u64) -> Result<Value, E> {
        i64::try_from(int).map(Value::Int).map_err(|_| E::invalid_value(de::Unexpected::Unsigned(int), &self))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element()? {
            list.push(value);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some((name, value)) = entries.next_entry::<String, Value>()? {
            // Readers disagree on which of two equal names counts, so neither may.
            if map.insert(name, value).is_some() {
                return Err(de::Error::custom("a name twice in one map"));
            }
        }
        Ok(Value::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_read_as_written() {
        let json = r#"{"a":[null,true,-7,"ñ\u0007"],"b":{}}"#;
        let value: Value = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
    }

    #[test]
    fn what_two_readers_may_read_differently_is_refused() {
        for wrong in ["1.5", "1e3", "18446744073709551615", r#"{"a":1,"a":2}"#] {
            assert!(serde_json::from_str::<Value>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn limits_hold_at_their_edge() {
        assert!(Value::Int(-INTEGER_LIMIT).is_within_limits());
        assert!(!Value::Int(INTEGER_LIMIT + 1).is_within_limits());
        let nested = |depth| (0..depth).fold(Value::Null, |inner, _| Value::List(vec![inner]));
        assert!(nested(DEPTH_LIMIT).is_within_limits());
        assert!(!nested(DEPTH_LIMIT + 1).is_within_limits());
    }
}
