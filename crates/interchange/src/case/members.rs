//! One JSON object read with goodwill: what is nearly right is used, and noted.

use std::borrow::Cow;
use std::fmt;

use super::deviation::{Kind, Notes};
use crate::json::{self, Json};

/// Where in the package an object stands; for examples in deviations.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) list: &'static str,
    pub(super) index: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.index {
            Some(index) => write!(out, "{}[{index}]", self.list),
            None => out.write_str(self.list),
        }
    }
}

/// An object and the members that are expected of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Object<'j> {
    members: &'j [(Cow<'j, str>, Json<'j>)],
    place: Place,
    notes: &'j Notes,
}

/// The end of a link: CASE's `LinkURI` and `LinkGenURI`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) title: Option<String>,
    pub(super) identifier: String,
    /// The address, when it is all there is and `identifier` was cut from its end.
    pub(super) bare_address: Option<String>,
}

impl<'j> Object<'j> {
    /// Looks at an object once: members outside `known`, repeated ones and nulls are noted.
    pub(super) fn of(json: &'j Json<'j>, known: &[&str], place: Place, notes: &'j Notes) -> Option<Self> {
        let Some(members) = json.members() else {
            notes.add(Kind::WrongShape, || place.to_string());
            return None;
        };
        let mut seen = 0_u64;
        for (name, value) in members {
            let at = || format!("{place}.{name}");
            match known.iter().position(|known| known == name) {
                None => notes.add(Kind::UnknownMember, at),
                Some(index) if seen & (1 << index) != 0 => notes.add(Kind::RepeatedMember, at),
                Some(index) => seen |= 1 << index,
            }
            if *value == Json::Null {
                notes.add(Kind::Null, at);
            }
        }
        Some(Self { members, place, notes })
    }

    /// The first value of this name that is not null.
    pub(super) fn value(&self, name: &str) -> Option<&'j Json<'j>> {
        let value = self.members.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        value.filter(|value| **value != Json::Null)
    }

    pub(super) fn note(&self, kind: Kind, name: &str) {
        self.notes.add(kind, || format!("{}.{name}", self.place));
    }

    pub(super) fn notes(&self) -> &'j Notes {
        self.notes
    }

    /// A text that says something; numbers are written out, the empty text counts as left out.
    pub(super) fn text(&self, name: &str) -> Option<Cow<'j, str>> {
        let text = match self.value(name)? {
            Json::Text(text) => Cow::Borrowed(text.as_ref()),
            Json::Number(number) => {
                self.note(Kind::NumberForText, name);
                Cow::Owned(json::written(*number))
            }
            // One entry stands for itself; a title inside a link is the text meant.
            Json::List(entries) if entries.len() == 1 => Cow::Borrowed(self.sole_text(&entries[0], name)?),
            link @ Json::Object(_) => Cow::Borrowed(self.sole_text(link.get("title").unwrap_or(link), name)?),
            _ => {
                self.note(Kind::WrongShape, name);
                return None;
            }
        };
        (!text.trim().is_empty()).then_some(text)
    }

    fn sole_text(&self, json: &'j Json<'j>, name: &str) -> Option<&'j str> {
        self.note(Kind::WrongShape, name);
        json.text()
    }

    /// A text that the standard requires.
    pub(super) fn required(&self, name: &str) -> Option<Cow<'j, str>> {
        let text = self.text(name);
        if text.is_none() {
            self.note(Kind::MissingMember, name);
        }
        text
    }

    /// The date and time every CASE object carries, as it is written.
    pub(super) fn expect_changed(&self) -> Option<Cow<'j, str>> {
        let name = "lastChangeDateTime";
        let text = self.required(name)?;
        let time = text.split_once('T').map_or("", |(_, time)| time);
        if !time.contains(['Z', 'z', '+', '-']) {
            self.note(Kind::DateWithoutZone, name);
        }
        Some(text)
    }

    /// A list of texts, empty ones left out.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        let entries = match self.value(name) {
            None => return Vec::new(),
            Some(Json::List(entries)) => entries.as_slice(),
            Some(one @ Json::Text(_)) => {
                self.note(Kind::TextForList, name);
                std::slice::from_ref(one)
            }
            Some(_) => {
                self.note(Kind::WrongShape, name);
                return Vec::new();
            }
        };
        let mut texts = Vec::with_capacity(entries.len());
        for entry in entries {
            match entry {
                Json::Text(text) if text.trim().is_empty() => {}
                Json::Text(text) => texts.push(text.trim().to_owned()),
                Json::Number(number) => {
                    self.note(Kind::NumberForText, name);
                    texts.push(json::written(*number));
                }
                Json::Null => self.note(Kind::Null, name),
                _ => self.note(Kind::WrongShape, name),
            }
        }
        texts
    }

    /// A finite number, also when it is written as text.
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        let number = match self.value(name)? {
            Json::Number(number) => Some(*number),
            Json::Text(text) if text.trim().is_empty() => return None,
            Json::Text(text) => {
                let number = json::number(text.trim());
                self.note(if number.is_some() { Kind::TextForNumber } else { Kind::WrongShape }, name);
                number
            }
            _ => {
                self.note(Kind::WrongShape, name);
                None
            }
        };
        number.filter(|number| number.is_finite())
    }

    /// A whole number, as `sequenceNumber` and `position` are.
    pub(super) fn whole(&self, name: &str) -> Option<i64> {
        let number = self.number(name)?;
        if number.fract() != 0.0 {
            self.note(Kind::NotWhole, name);
        }
        Some(number.floor() as i64)
    }

    /// A link: an object with an identifier, or just the address.
    pub(super) fn link(&self, name: &str) -> Option<Link> {
        match self.value(name)? {
            Json::Text(address) if !address.trim().is_empty() => {
                self.note(Kind::TextForLink, name);
                Some(Link::from_address(address.trim(), None))
            }
            object @ Json::Object(_) => {
                let text = |name| object.get(name).and_then(Json::text).map(str::trim).filter(|text| !text.is_empty());
                let title = text("title").map(str::to_owned);
                match (text("identifier"), text("uri")) {
                    (Some(identifier), _) => {
                        Some(Link { title, identifier: identifier.to_owned(), bare_address: None })
                    }
                    (None, Some(address)) => {
                        self.note(Kind::TextForLink, name);
                        Some(Link::from_address(address, title))
                    }
                    (None, None) => {
                        self.note(Kind::WrongShape, name);
                        None
                    }
                }
            }
            _ => {
                self.note(Kind::WrongShape, name);
                None
            }
        }
    }

    /// The objects of a list, also when the list is wrapped once more or one object stands alone.
    pub(super) fn entries(&self, name: &str) -> &'j [Json<'j>] {
        match self.value(name) {
            None => &[],
            Some(Json::List(entries)) => entries,
            Some(object @ Json::Object(_)) => {
                self.note(Kind::ListInObject, name);
                match object.get(name) {
                    Some(Json::List(entries)) => entries,
                    _ => std::slice::from_ref(object),
                }
            }
            Some(_) => {
                self.note(Kind::WrongShape, name);
                &[]
            }
        }
    }
}

impl Link {
    fn from_address(address: &str, title: Option<String>) -> Self {
        Self { title, identifier: end_of_address(address).to_owned(), bare_address: Some(address.to_owned()) }
    }
}

/// What follows the last `/`, `#` or `:` of an address: where CASE servers put the identifier.
pub(super) fn end_of_address(address: &str) -> &str {
    let address = address.trim_end_matches('/');
    address.rsplit(['/', '#', ':']).next().unwrap_or(address)
}
