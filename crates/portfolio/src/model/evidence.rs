//! One piece of work.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::change::FieldValue;
use crate::date::{format_instant, parse_instant};
use crate::entity::EntityId;
use crate::fields::{Reader, Standing};

/// A piece of evidence: words, and the artifacts and claims that are its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its id.
    pub id: EntityId,
    /// What it is called; may be empty.
    pub title: String,
    /// The work itself, or words about it; Markdown.
    pub text: String,
    /// What the learner thinks of it; Markdown.
    pub reflection: String,
    /// The day of the work, not of the typing. Levels go by it.
    pub date: Option<NaiveDate>,
    /// When it was added.
    pub added: Option<DateTime<Utc>>,
    /// Whether it is in use.
    pub standing: Standing,
}

impl Evidence {
    pub(crate) const TITLE: &str = "title";
    pub(crate) const TEXT: &str = "text";
    pub(crate) const REFLECTION: &str = "reflection";
    pub(crate) const DATE: &str = "date";
    pub(crate) const ADDED: &str = "added";

    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Self {
        Self {
            id: id.clone(),
            title: reader.words(Self::TITLE),
            text: reader.words(Self::TEXT),
            reflection: reader.words(Self::REFLECTION),
            date: reader.day(Self::DATE),
            added: reader.text(Self::ADDED).and_then(|text| parse_instant(&text)),
            standing: reader.0.standing(),
        }
    }

    /// The fields it is stored as, those that say something.
    pub fn fields(&self) -> BTreeMap<String, FieldValue> {
        let words = [(Self::TITLE, &self.title), (Self::TEXT, &self.text), (Self::REFLECTION, &self.reflection)];
        let words = words.into_iter().filter(|(_, words)| !words.is_empty());
        let mut fields: BTreeMap<String, FieldValue> =
            words.map(|(name, words)| (name.to_owned(), words.as_str().into())).collect();
        if let Some(date) = self.date {
            fields.insert(Self::DATE.to_owned(), date.into());
        }
        if let Some(added) = self.added {
            fields.insert(Self::ADDED.to_owned(), format_instant(added).into());
        }
        fields
    }

    /// The day it stands at: that of the work; where none is known, the (UTC) day on which it was added.
    pub fn day(&self) -> Option<NaiveDate> {
        self.date.or_else(|| self.added.map(|added| added.date_naive()))
    }
}
