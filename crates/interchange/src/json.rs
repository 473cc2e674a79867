//! JSON as a tree that keeps what a hostile or careless writer put there: the order of members, repeated members,
//! nothing merged. Limits are checked while reading, so a small file cannot ask for much memory or a deep stack.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use thiserror::Error;

/// The deepest nesting accepted. Real packages stay under 10; serde_json itself stops at 128.
pub const MAX_DEPTH: usize = 64;

/// The most values (members, list entries, texts …) accepted in one file: ten times a framework of 20,000 items.
pub const MAX_VALUES: usize = 4_000_000;

/// One JSON value. Texts borrow from the source unless they hold escapes.
#[derive(Debug, Clone, PartialEq)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Any number; whole numbers up to 2^53 are exact.
    Number(f64),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Json<'a>>),
    /// An object: its members in the order of the file, repeated names included.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// Why a text could not be read as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JsonError {
    /// Nested deeper than [`MAX_DEPTH`].
    #[error("nested deeper than {MAX_DEPTH} levels")]
    TooDeep,
    /// More than [`MAX_VALUES`] values.
    #[error("more than {MAX_VALUES} values")]
    TooMany,
    /// Not JSON; the first fault is at this line and column, both counted from 1.
    #[error("not JSON at line {line}, column {column}")]
    Syntax {
        /// Line of the first fault, from 1.
        line: usize,
        /// Column of the first fault in bytes, from 1.
        column: usize,
    },
}

/// Reads one JSON text whole.
///
/// # Errors
/// See [`JsonError`]; nothing is read in part.
pub fn parse(text: &str) -> Result<Json<'_>, JsonError> {
    if deeper_than(text.as_bytes(), MAX_DEPTH) {
        return Err(JsonError::TooDeep);
    }
    let left = Cell::new(MAX_VALUES);
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Tree { left: &left }.deserialize(&mut reader).and_then(|tree| reader.end().map(|()| tree));
    read.map_err(|fault| match left.get() {
        0 => JsonError::TooMany,
        _ => JsonError::Syntax { line: fault.line(), column: fault.column() },
    })
}

impl<'a> Json<'a> {
    /// The members, if this is an object.
    #[must_use]
    pub fn members(&self) -> Option<&[(Cow<'a, str>, Json<'a>)]> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The entries, if this is a list.
    #[must_use]
    pub fn entries(&self) -> Option<&[Json<'a>]> {
        match self {
            Self::List(entries) => Some(entries),
            _ => None,
        }
    }

    /// The text, if this is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The first member of this name, if this is an object that has one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Json<'a>> {
        self.members()?.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

/// The number that a text spells as JSON spells numbers.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    match parse(text) {
        Ok(Json::Number(number)) => Some(number),
        _ => None,
    }
}

/// A number as text, with at most six digits after the point and none that say nothing. The standard library's own way
/// is exact to the last digit, and costs more bytes than the rest of this module.
#[must_use]
pub fn written(number: f64) -> String {
    const PARTS: f64 = 1e6;
    let parts = (number.abs().min(1e12) * PARTS).round() as u64;
    let (whole, part) = (parts / 1_000_000, parts % 1_000_000);
    let sign = if number < 0.0 && parts > 0 { "-" } else { "" };
    let text = format!("{sign}{whole}.{part:06}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Counts brackets outside strings. Runs before the parser so that depth is our own typed error and never a matter of
/// stack size.
fn deeper_than(bytes: &[u8], limit: usize) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in bytes {
        match (in_string, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => in_string = !in_string,
            (false, b'[' | b'{') => depth += 1,
            (false, b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limit {
            return true;
        }
    }
    false
}

/// Builds one value and takes it off the budget.
#[derive(Clone, Copy)]
struct Tree<'b> {
    left: &'b Cell<usize>,
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Json<'de>;

    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<Json<'de>, D::Error> {
        match self.left.get().checked_sub(1) {
            Some(left) if left > 0 => self.left.set(left),
            _ => {
                self.left.set(0);
                return Err(D::Error::custom("too many values"));
            }
        }
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Json<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_string<E>(self, value: String) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = seq.next_element_seed(self)? {
            entries.push(entry);
        }
        Ok(Json::List(entries))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = map.next_key_seed(Name)? {
            members.push((name, map.next_value_seed(self)?));
        }
        Ok(Json::Object(members))
    }
}

/// A member's name, borrowed where it has no escapes.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<Cow<'de, str>, D::Error> {
        reader.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a member's name")
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(value.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn repeated_members_and_their_order_are_kept() {
        let tree = parse(r#"{"b": 1, "a": null, "b": [true, "x\n"]}"#).unwrap();
        let names: Vec<_> = tree.members().unwrap().iter().map(|(name, _)| name.as_ref()).collect();
        assert_eq!(names, ["b", "a", "b"]);
        assert_eq!(tree.get("b"), Some(&Json::Number(1.0)));
    }

    #[test]
    fn depth_is_refused_before_parsing() {
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        assert_eq!(parse(&deep), Err(JsonError::TooDeep));
        let brackets_in_text = format!("\"{}\\\"{}\"", "[".repeat(500), "{".repeat(500));
        assert!(parse(&brackets_in_text).is_ok());
        let at_the_limit = format!("{}{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
        assert!(parse(&at_the_limit).is_ok());
    }

    #[test]
    fn the_number_of_values_is_limited() {
        let many = format!("[{}0]", "0,".repeat(MAX_VALUES));
        assert_eq!(parse(&many), Err(JsonError::TooMany));
    }

    #[test]
    fn faults_have_a_place() {
        assert_eq!(parse("{\n  \"a\": }"), Err(JsonError::Syntax { line: 2, column: 8 }));
        assert!(matches!(parse("[] []"), Err(JsonError::Syntax { line: 1, .. })));
        assert!(matches!(parse(""), Err(JsonError::Syntax { .. })));
    }

    #[test]
    fn numbers_are_written_plainly() {
        let cases = [
            (1.0, "1"),
            (0.0, "0"),
            (-0.0, "0"),
            (1.10, "1.1"),
            (-2.5, "-2.5"),
            (100.0, "100"),
            (0.000_001, "0.000001"),
            (1e-9, "0"),
        ];
        for (number, text) in cases {
            assert_eq!(written(number), text);
        }
        assert_eq!(written(1e300), "1000000000000");
        assert_eq!(
            (number("2.5"), number(" -3 "), number("three"), number("\"3\"")),
            (Some(2.5), Some(-3.0), None, None)
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,200}") {
            let agreed = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            prop_assert_eq!(parse(&text).is_ok(), agreed);
        }
    }
}
