//! What an artifact is: a file, a place on the web, or something that was done.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::stored_file::{StoredFile, take_text};
use crate::change::FieldValue;
use crate::date::json::day;
use crate::date::parse_day;

/// What an artifact is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// A file.
    File(StoredFile),
    /// A place on the web.
    Link(Link),
    /// Something the learner did that no file holds.
    Event(Event),
}

/// A place on the web.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its address: http, https or mailto.
    pub url: String,
    /// What it is called; may be empty.
    pub title: String,
}

/// Something the learner did: a performance, a match, a day of helping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What it was.
    pub what: String,
    /// Where; may be empty.
    pub place: String,
    /// When, as far as it is known.
    #[serde(with = "day")]
    pub day: Option<NaiveDate>,
    /// Who saw it; may be empty.
    pub seen: String,
}

impl Link {
    const URL: &str = "url";
    const TITLE: &str = "title";

    /// The value it is stored as.
    pub fn to_value(&self) -> FieldValue {
        let fields = [(Self::URL, &self.url), (Self::TITLE, &self.title)];
        FieldValue::Map(fields.into_iter().map(|(name, text)| (name.to_owned(), text.as_str().into())).collect())
    }

    /// Reads what [`to_value`](Self::to_value) writes; `None` without an address.
    pub fn from_value(value: FieldValue) -> Option<Self> {
        let FieldValue::Map(mut fields) = value else { return None };
        let title = take_text(&mut fields, Self::TITLE).unwrap_or_default();
        Some(Self { url: take_text(&mut fields, Self::URL)?, title })
    }
}

impl Event {
    const WHAT: &str = "what";
    const PLACE: &str = "place";
    const DAY: &str = "day";
    const SEEN: &str = "seen";

    /// The value it is stored as; what says nothing is left out.
    pub fn to_value(&self) -> FieldValue {
        let mut fields = BTreeMap::from([(Self::WHAT.to_owned(), self.what.as_str().into())]);
        for (name, words) in [(Self::PLACE, &self.place), (Self::SEEN, &self.seen)] {
            if !words.is_empty() {
                fields.insert(name.to_owned(), words.as_str().into());
            }
        }
        if let Some(day) = self.day {
            fields.insert(Self::DAY.to_owned(), day.into());
        }
        FieldValue::Map(fields)
    }

    /// Reads what [`to_value`](Self::to_value) writes; `None` where it does not say what was done.
    pub fn from_value(value: FieldValue) -> Option<Self> {
        let FieldValue::Map(mut fields) = value else { return None };
        Some(Self {
            what: take_text(&mut fields, Self::WHAT)?,
            place: take_text(&mut fields, Self::PLACE).unwrap_or_default(),
            day: take_text(&mut fields, Self::DAY).and_then(|text| parse_day(&text)),
            seen: take_text(&mut fields, Self::SEEN).unwrap_or_default(),
        })
    }
}
