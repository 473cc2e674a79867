//! What a learner sets out to do in a week, and how it went.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::entity::EntityId;
use crate::fields::{Reader, Standing};
use crate::item_id::ItemId;

/// One thing to do in one week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// `commitment:` and 128 random bits.
    pub id: EntityId,
    /// The Monday of its week.
    pub week: NaiveDate,
    /// What, in the learner's words.
    pub what: String,
    /// The competency it is for, if for one.
    pub competency: Option<ItemId>,
    /// How it went; `None` as long as nothing was said.
    pub outcome: Option<Outcome>,
    /// When it was written down.
    pub added: Option<DateTime<Utc>>,
    /// In the trash means taken back.
    pub standing: Standing,
}

/// How a commitment went, in the learner's own judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It is done.
    Done,
    /// Some of it is.
    Partly,
    /// It is not.
    #[serde(rename = "not")]
    NotDone,
}

impl Outcome {
    /// All of them, the best first.
    pub const ALL: [Self; 3] = [Self::Done, Self::Partly, Self::NotDone];

    /// The word it is stored as.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Partly => "partly",
            Self::NotDone => "not",
        }
    }
}

impl Commitment {
    pub(crate) const WEEK: &str = "week";
    pub(crate) const WHAT: &str = "what";
    pub(crate) const COMPETENCY: &str = "competency";
    pub(crate) const OUTCOME: &str = "outcome";
    pub(crate) const ADDED: &str = "added";
    /// What was written when looking back on a week; of the week's own entity.
    pub(crate) const LOOK_BACK: &str = "look_back";

    /// `None` without the week, which every commitment is made with.
    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        let outcome = reader.text(Self::OUTCOME).map(str::to_owned);
        Some(Self {
            id: id.clone(),
            week: reader.day(Self::WEEK)?,
            what: reader.words(Self::WHAT),
            competency: reader.item(Self::COMPETENCY),
            outcome: Outcome::ALL.into_iter().find(|known| Some(known.word()) == outcome.as_deref()),
            added: reader.instant(Self::ADDED),
            standing: reader.0.standing(),
        })
    }
}
