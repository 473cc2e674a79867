//! Cairn's own extension of an item and of a document: `extensions.cairn`, described in docs/framework-authoring.md.

use std::borrow::Cow;

use portfolio::framework::Size;

use super::deviation::Kind;
use super::members::Object;
use crate::json::Json;

/// How deep requirements may nest.
const NESTED: usize = 8;

/// What the extension says, before identifiers are looked up.
#[derive(Debug, Default)]
pub(super) struct Extension {
    pub(super) size: Option<Size>,
    pub(super) requires: Option<Requires>,
    pub(super) ways: Vec<String>,
    pub(super) learn: Vec<String>,
    pub(super) prompts: Vec<String>,
    /// The interests as tags, where `conceptKeywords` are words for people.
    pub(super) interests: Vec<String>,
}

/// A requirement as written: identifiers still as spelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Requires {
    /// One item at a level, in half-points 0..=8; `None` where the file names no level.
    Item {
        spelled: String,
        half_points: Option<u8>,
    },
    All(Vec<Requires>),
    Any(Vec<Requires>),
    /// At least so many of these; not none, and not more than there are.
    Least(usize, Vec<Requires>),
}

pub(super) fn read(item: &Object<'_>) -> Extension {
    let mut extension = Extension::default();
    for (name, value) in members(item) {
        match (name.as_ref(), value) {
            ("size", Json::Text(text)) => extension.size = Size::of_word(text).or_else(|| unreadable(item, "size")),
            ("requires", value) => {
                extension.requires = requires(value, NESTED).or_else(|| unreadable(item, "requires"));
            }
            ("ways", Json::List(entries)) => extension.ways = sentences(item, "ways", entries),
            ("learn", Json::List(entries)) => extension.learn = sentences(item, "learn", entries),
            ("prompts", Json::List(entries)) => extension.prompts = sentences(item, "prompts", entries),
            ("interests", Json::List(entries)) => extension.interests = sentences(item, "interests", entries),
            (name, _) => note_unreadable(item, name),
        }
    }
    extension
}

/// What the extension of a document says of the whole framework.
#[derive(Debug, Default)]
pub(super) struct OfDocument {
    /// Prompts for anything in it.
    pub(super) prompts: Vec<String>,
    /// After how many days work is to be checked again.
    pub(super) recheck: Option<u32>,
    /// What stands on it, where it is a pathway.
    pub(super) goals: Vec<Goal>,
}

/// A goal as written: the identifier still as spelled.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Goal {
    pub(super) spelled: String,
    /// May be empty.
    pub(super) title: String,
    /// In half-points 0..=8; `None` where the file names no level.
    pub(super) half_points: Option<u8>,
}

pub(super) fn of_document(document: &Object<'_>) -> OfDocument {
    let mut says = OfDocument::default();
    for (name, value) in members(document) {
        match (name.as_ref(), value) {
            ("prompts", Json::List(entries)) => says.prompts = sentences(document, "prompts", entries),
            ("recheck", Json::Number(number)) => {
                says.recheck = days(*number).or_else(|| unreadable(document, "recheck"));
            }
            ("goals", Json::List(entries)) => {
                let read = |entry| goal(entry).or_else(|| unreadable(document, "goals"));
                says.goals = entries.iter().filter_map(read).collect();
            }
            (name, _) => note_unreadable(document, name),
        }
    }
    says
}

/// `None` for what names no item, or a level that is none.
fn goal(json: &Json<'_>) -> Option<Goal> {
    let text = |name| json.get(name).and_then(Json::text).map(str::trim).filter(|text| !text.is_empty());
    Some(Goal {
        spelled: text("item")?.to_owned(),
        title: text("title").unwrap_or_default().to_owned(),
        half_points: level(json)?,
    })
}

/// The level that an object names, in half-points, if it names any; `None` where what it names is no level.
fn level(json: &Json<'_>) -> Option<Option<u8>> {
    match json.get("level") {
        None => Some(None),
        Some(Json::Number(level)) => half_points(*level).map(Some),
        Some(_) => None,
    }
}

/// A whole number of days, up to a hundred years.
fn days(number: f64) -> Option<u32> {
    (number.fract() == 0.0 && (1.0..=36_525.0).contains(&number)).then_some(number as u32)
}

/// What the extension of `object` is made of.
fn members<'j>(object: &Object<'j>) -> &'j [(Cow<'j, str>, Json<'j>)] {
    let Some(cairn) = object.value("extensions").and_then(|extensions| extensions.get("cairn")) else { return &[] };
    cairn.members().unwrap_or_else(|| {
        note_unreadable(object, "cairn");
        &[]
    })
}

fn note_unreadable(item: &Object<'_>, name: &str) {
    item.note(Kind::UnreadableExtension, &format!("extensions.cairn.{name}"));
}

fn unreadable<T>(item: &Object<'_>, name: &str) -> Option<T> {
    note_unreadable(item, name);
    None
}

fn sentences(item: &Object<'_>, name: &str, entries: &[Json<'_>]) -> Vec<String> {
    let read = |entry: &Json<'_>| match entry.text().map(str::trim) {
        Some(text) if !text.is_empty() => Some(text.to_owned()),
        _ => unreadable(item, name),
    };
    entries.iter().filter_map(read).collect()
}

/// One requirement; `None` if any part of it is not as described, since a requirement read in part would ask for
/// something else.
fn requires(json: &Json<'_>, deeper: usize) -> Option<Requires> {
    let members = json.members()?;
    let deeper = deeper.checked_sub(1)?;
    let group =
        |value: &Json<'_>| value.entries()?.iter().map(|entry| requires(entry, deeper)).collect::<Option<Vec<_>>>();
    match members {
        [(name, value)] if name == "all" => group(value).map(Requires::All),
        [(name, value)] if name == "any" => group(value).filter(|any| !any.is_empty()).map(Requires::Any),
        [(least, Json::Number(count)), (of, value)] if least == "least" && of == "of" => {
            let group = group(value)?;
            let count = (1..=group.len()).find(|whole| *whole as f64 == *count)?;
            Some(Requires::Least(count, group))
        }
        _ if members.iter().all(|(name, _)| name == "item" || name == "level") => {
            let spelled = json.get("item")?.text()?.trim().to_owned();
            Some(Requires::Item { spelled, half_points: level(json)? })
        }
        _ => None,
    }
}

/// A level 0 to 4 in half steps as half-points 0..=8; any other number is none.
pub(super) fn half_points(level: f64) -> Option<u8> {
    let doubled = level * 2.0;
    (doubled.fract() == 0.0 && (0.0..=8.0).contains(&doubled)).then_some(doubled as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    fn read_requires(text: &str) -> Option<Requires> {
        requires(&parse(text).unwrap(), NESTED)
    }

    #[test]
    fn requirements_nest() {
        let read = read_requires(r#"{"all": [{"item": "A"}, {"any": [{"item": "b", "level": 2.5}, {"item": "c"}]}]}"#);
        let item = |spelled: &str, half_points| Requires::Item { spelled: spelled.into(), half_points };
        let any = Requires::Any(vec![item("b", Some(5)), item("c", None)]);
        assert_eq!(read, Some(Requires::All(vec![item("A", None), any])));
        assert_eq!(read_requires(r#"{"all": []}"#), Some(Requires::All(vec![])));
        let two = vec![item("a", None), item("b", None), item("c", None)];
        let read = read_requires(r#"{"least": 2, "of": [{"item": "a"}, {"item": "b"}, {"item": "c"}]}"#);
        assert_eq!(read, Some(Requires::Least(2, two)));
    }

    #[test]
    fn a_goal_names_an_item_and_perhaps_a_level() {
        let read = |text: &str| goal(&parse(text).unwrap());
        let made = |title: &str, half_points| Goal { spelled: "A".into(), title: title.into(), half_points };
        assert_eq!(read(r#"{"item": " A ", "title": "Bread", "level": 3.5}"#), Some(made("Bread", Some(7))));
        assert_eq!(read(r#"{"item": "A", "why": "?"}"#), Some(made("", None)));
        for text in [
            r#"{"title": "Bread"}"#,
            r#"{"item": ""}"#,
            r#"{"item": "A", "level": 9}"#,
            r#"{"item": "A", "level": "3"}"#,
            "5",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_whole_and_few_enough_to_live_through() {
        assert_eq!([days(1.0), days(365.0), days(36_525.0)], [Some(1), Some(365), Some(36_525)]);
        assert_eq!([days(0.0), days(0.5), days(-1.0), days(1e9)], [None; 4]);
    }

    #[test]
    fn a_requirement_is_read_whole_or_not_at_all() {
        for text in [
            r#"{"any": []}"#,
            r#"{"item": "a", "level": 2.3}"#,
            r#"{"item": "a", "level": 4.5}"#,
            r#"{"item": "a", "level": "3"}"#,
            r#"{"all": [{"item": "a"}, 5]}"#,
            r#"{"all": [], "any": []}"#,
            r#"{"least": 0, "of": [{"item": "a"}]}"#,
            r#"{"least": 1.5, "of": [{"item": "a"}, {"item": "b"}]}"#,
            r#"{"least": 2, "of": [{"item": "a"}]}"#,
            r#"{"level": 3}"#,
            r#"[]"#,
        ] {
            assert_eq!(read_requires(text), None, "{text}");
        }
        let deep = format!("{}{{\"item\": \"a\"}}{}", "{\"all\": [".repeat(NESTED), "]}".repeat(NESTED));
        assert_eq!(read_requires(&deep), None);
    }
}
