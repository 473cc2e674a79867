//! A competency that the learner wrote.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::change::FieldValue;
use crate::date::format_instant;
use crate::entity::EntityId;
use crate::fields::{Reader, Standing};
use crate::framework::Size;
use crate::item_id::ItemId;
use crate::level::Level;

/// What the learner says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// The whole of it: "I can …".
    pub statement: String,
    /// A shorter form for cards and lists; may be empty.
    pub name: String,
    /// What it belongs to; may be empty.
    pub subject: String,
    /// Its interest tags.
    pub interests: BTreeSet<String>,
    /// How much work it is.
    pub size: Size,
    /// What the levels 1 to 4 look like; what is empty goes by Cairn's general words.
    pub levels: [String; 4],
}

/// A competency of the learner's own, which behaves like that of any framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Derived from the competency.
    pub id: EntityId,
    /// How everything else names it.
    pub competency: ItemId,
    /// What it says.
    pub words: OwnWords,
    /// When it was written.
    pub added: DateTime<Utc>,
    /// In the trash means put away: goals, claims and evidence stay.
    pub standing: Standing,
}

impl OwnWords {
    pub(crate) const INTERESTS: &str = "interests";
    const STATEMENT: &str = "statement";
    const NAME: &str = "name";
    const SUBJECT: &str = "subject";
    const SIZE: &str = "size";
    const LEVELS: [&str; 4] = ["level_1", "level_2", "level_3", "level_4"];

    fn read(reader: &Reader<'_>) -> Self {
        Self {
            statement: reader.words(Self::STATEMENT),
            name: reader.words(Self::NAME),
            subject: reader.words(Self::SUBJECT),
            interests: reader.texts(Self::INTERESTS),
            size: reader.text(Self::SIZE).and_then(Size::of_word).unwrap_or_default(),
            levels: Self::LEVELS.map(|field| reader.words(field)),
        }
    }

    /// The fields they are stored as, all but the set of interests.
    pub(crate) fn fields(&self) -> BTreeMap<String, FieldValue> {
        let levels = Self::LEVELS.into_iter().zip(&self.levels);
        let texts = [(Self::STATEMENT, &self.statement), (Self::NAME, &self.name), (Self::SUBJECT, &self.subject)];
        let texts = texts.into_iter().chain(levels).map(|(field, words)| (field, words.as_str()));
        let fields = texts.chain([(Self::SIZE, self.size.word())]);
        fields.map(|(field, words)| (field.to_owned(), words.into())).collect()
    }

    /// The levels that have words, lowest first.
    pub fn worded_levels(&self) -> impl Iterator<Item = (Level, &str)> {
        let levels = Level::all().filter(|level| *level > Level::ZERO && level.half_points().is_multiple_of(2));
        levels.zip(&self.levels).map(|(level, words)| (level, words.as_str())).filter(|(_, words)| !words.is_empty())
    }
}

impl Own {
    const ADDED: &str = "added";

    /// `None` without the moment of writing, which every one is made with.
    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        Some(Self {
            id: id.clone(),
            competency: id.competency()?,
            words: OwnWords::read(reader),
            added: reader.instant(Self::ADDED)?,
            standing: reader.0.standing(),
        })
    }

    /// The fields it is stored as when it is written, all but the set of interests.
    pub(crate) fn fields(words: &OwnWords, added: DateTime<Utc>) -> BTreeMap<String, FieldValue> {
        let mut fields = words.fields();
        fields.insert(Self::ADDED.to_owned(), format_instant(added).into());
        fields
    }
}
