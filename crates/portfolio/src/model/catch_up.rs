//! A plan to catch up, written with somebody who helps.

use chrono::NaiveDate;

use crate::entity::EntityId;
use crate::fields::{Reader, Standing};

/// What helps, who helps, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatchUp {
    /// `plan:` and 128 random bits.
    pub id: EntityId,
    /// What helps.
    pub helps: String,
    /// Who helps; may be empty.
    pub who: String,
    /// Until when; `None` for no date.
    pub until: Option<NaiveDate>,
    /// On which day it was written.
    pub written: NaiveDate,
    /// In the trash means put away.
    pub standing: Standing,
}

impl CatchUp {
    pub(crate) const HELPS: &str = "helps";
    pub(crate) const WHO: &str = "who";
    pub(crate) const UNTIL: &str = "until";
    pub(crate) const WRITTEN: &str = "written";

    /// `None` without the day it was written on, which every plan is made with.
    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        Some(Self {
            id: id.clone(),
            helps: reader.words(Self::HELPS),
            who: reader.words(Self::WHO),
            until: reader.day(Self::UNTIL),
            written: reader.day(Self::WRITTEN)?,
            standing: reader.0.standing(),
        })
    }
}
