//! What is stored, as this crate reads it.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::change::FieldValue;
use crate::date::{parse_day, parse_instant};
use crate::entity::EntityId;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::StoredFile;
use crate::rules::{Rule, Together};

/// Whether an entity is in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// In use.
    #[default]
    Live,
    /// In the trash.
    Trashed,
    /// Trashed by a device that had not seen all of it, so it is back.
    Recovered,
}

impl Standing {
    /// Whether it counts: anything but the trash.
    pub fn is_live(self) -> bool {
        self != Self::Trashed
    }
}

/// One entity as it is stored.
pub trait Fields {
    /// The value of a field, if one was ever put.
    fn get(&self, field: &str) -> Option<FieldValue>;
    /// The words in a field that holds words: without a copy, since most are read for what they mean.
    fn text(&self, field: &str) -> Option<&str>;
    /// The members of a set, each once.
    fn members(&self, field: &str) -> Vec<FieldValue>;
    /// Whether it is in use.
    fn standing(&self) -> Standing;
}

/// Reads fields by what they mean. A value of the wrong shape reads as none: another device may run a newer app.
pub(crate) struct Reader<'a>(pub &'a dyn Fields);

impl<'a> Reader<'a> {
    pub(crate) fn text(&self, field: &str) -> Option<&'a str> {
        self.0.text(field)
    }

    /// Words, where nothing and no words are the same.
    pub(crate) fn words(&self, field: &str) -> String {
        self.text(field).unwrap_or_default().to_owned()
    }

    /// Yes or no, or neither.
    pub(crate) fn truth(&self, field: &str) -> Option<bool> {
        match self.0.get(field) {
            Some(FieldValue::Bool(truth)) => Some(truth),
            _ => None,
        }
    }

    pub(crate) fn number(&self, field: &str) -> Option<i64> {
        match self.0.get(field) {
            Some(FieldValue::Int(number)) => Some(number),
            _ => None,
        }
    }

    pub(crate) fn level(&self, field: &str) -> Option<Level> {
        self.number(field).and_then(|number| Level::from_half_points(u8::try_from(number).ok()?).ok())
    }

    pub(crate) fn day(&self, field: &str) -> Option<NaiveDate> {
        self.text(field).and_then(parse_day)
    }

    pub(crate) fn rule(&self, field: &str) -> Option<Rule> {
        self.text(field).and_then(|text| text.parse().ok())
    }

    pub(crate) fn together(&self, field: &str) -> Option<Together> {
        self.text(field).and_then(|text| text.parse().ok())
    }

    pub(crate) fn instant(&self, field: &str) -> Option<DateTime<Utc>> {
        self.text(field).and_then(parse_instant)
    }

    pub(crate) fn item(&self, field: &str) -> Option<ItemId> {
        self.text(field).and_then(|text| ItemId::new(text).ok())
    }

    pub(crate) fn entity(&self, field: &str) -> Option<EntityId> {
        self.text(field).and_then(|text| EntityId::parse(text).ok())
    }

    pub(crate) fn file(&self, field: &str) -> Option<StoredFile> {
        self.0.get(field).and_then(StoredFile::from_value)
    }

    pub(crate) fn texts(&self, set: &str) -> BTreeSet<String> {
        let text = |member| match member {
            FieldValue::Text(text) => Some(text),
            _ => None,
        };
        self.0.members(set).into_iter().filter_map(text).collect()
    }
}
