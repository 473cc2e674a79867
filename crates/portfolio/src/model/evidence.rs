//! One piece of work.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::MadeWith;
use crate::change::FieldValue;
use crate::date::format_instant;
use crate::entity::{EntityId, Kind};
use crate::fields::{Reader, Standing};
use crate::format::Format;

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
    /// Words of the learner's own to find it by.
    pub tags: BTreeSet<String>,
    /// In which ways it shows something, where the learner said so; `None` for what is [suggested](crate::format::suggested).
    pub shown: Option<BTreeSet<Format>>,
    /// How it was made.
    pub made: MadeWith,
    /// Whether it shows people; `None` until the learner says.
    pub people: Option<bool>,
    /// The last day on which it should be kept, where somebody said one.
    pub keep_until: Option<NaiveDate>,
    /// The piece it was copied from; that one may be gone.
    pub copied: Option<EntityId>,
    /// When the latest visit to one of its texts began. A history has its times from this.
    pub edited: Option<DateTime<Utc>>,
    /// Whether it is in use.
    pub standing: Standing,
}

impl Evidence {
    /// The field of what it is called.
    pub const TITLE: &str = "title";
    /// The field of its words.
    pub const TEXT: &str = "text";
    /// The field of what the learner thinks of it.
    pub const REFLECTION: &str = "reflection";
    pub(crate) const DATE: &str = "date";
    /// The field of when it was added.
    pub const ADDED: &str = "added";
    pub(crate) const TAGS: &str = "tags";
    pub(crate) const SHOWN: &str = "shown";
    pub(crate) const PEOPLE: &str = "people";
    pub(crate) const KEEP_UNTIL: &str = "keep_until";
    pub(crate) const COPIED: &str = "copied";
    /// The field of when the latest visit to one of its texts began.
    pub const EDITED: &str = "edited";

    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Self {
        Self {
            id: id.clone(),
            title: reader.words(Self::TITLE),
            text: reader.words(Self::TEXT),
            reflection: reader.words(Self::REFLECTION),
            date: reader.day(Self::DATE),
            added: reader.instant(Self::ADDED),
            tags: reader.texts(Self::TAGS),
            shown: reader.0.get(Self::SHOWN).and_then(shown_of),
            made: MadeWith::read(reader),
            people: reader.truth(Self::PEOPLE),
            keep_until: reader.day(Self::KEEP_UNTIL),
            copied: reader.entity(Self::COPIED).filter(|id| id.kind() == Kind::Evidence),
            edited: reader.instant(Self::EDITED),
            standing: reader.0.standing(),
        }
    }

    /// The fields it is stored as, those that say something. Its tags are a set, which no map of fields holds.
    pub fn fields(&self) -> BTreeMap<String, FieldValue> {
        let words = [(Self::TITLE, &self.title), (Self::TEXT, &self.text), (Self::REFLECTION, &self.reflection)];
        let words = words.into_iter().filter(|(_, words)| !words.is_empty());
        let words = words.map(|(name, words)| (name, words.as_str().into()));
        let days = [(Self::DATE, self.date), (Self::KEEP_UNTIL, self.keep_until)];
        let days = days.into_iter().filter_map(|(name, day)| Some((name, day?.into())));
        let instants = [(Self::ADDED, self.added), (Self::EDITED, self.edited)];
        let instants = instants.into_iter().filter_map(|(name, instant)| Some((name, format_instant(instant?).into())));
        let people = self.people.map(|people| (Self::PEOPLE, FieldValue::Bool(people)));
        let shown = self.shown.as_ref().map(|shown| (Self::SHOWN, shown_value(shown)));
        let copied = self.copied.as_ref().map(|from| (Self::COPIED, from.into()));
        let fields =
            words.chain(days).chain(instants).chain(people).chain(shown).chain(copied).chain(self.made.fields());
        fields.map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// The last day on which it should be kept, if that has passed while it is in use.
    pub fn expired(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.keep_until.filter(|until| *until < today && self.standing.is_live())
    }

    /// The day it stands at: that of the work; where none is known, the (UTC) day on which it was added.
    pub fn day(&self) -> Option<NaiveDate> {
        self.date.or_else(|| self.added.map(|added| added.date_naive()))
    }
}

pub(crate) fn shown_value(shown: &BTreeSet<Format>) -> FieldValue {
    FieldValue::List(shown.iter().map(|format| format.word().into()).collect())
}

/// A word that is not known here is passed over.
fn shown_of(value: FieldValue) -> Option<BTreeSet<Format>> {
    let format = |word| match word {
        FieldValue::Text(word) => Format::of_word(&word),
        _ => None,
    };
    match value {
        FieldValue::List(words) => Some(words.into_iter().filter_map(format).collect()),
        _ => None,
    }
}
