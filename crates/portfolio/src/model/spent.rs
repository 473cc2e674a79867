//! Time that a learner spent on a competency, as they log it.

use chrono::NaiveDate;

use crate::entity::EntityId;
use crate::fields::{Reader, Standing};
use crate::item_id::ItemId;

/// Some minutes of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spent {
    /// `spent:` and 128 random bits.
    pub id: EntityId,
    /// On what.
    pub competency: ItemId,
    /// When.
    pub day: NaiveDate,
    /// How long, 1 to 1,440 minutes.
    pub minutes: u32,
    /// In the trash means taken back.
    pub standing: Standing,
}

impl Spent {
    /// The minutes of a day.
    pub const MOST: u32 = 24 * 60;
    pub(crate) const COMPETENCY: &str = "competency";
    pub(crate) const DAY: &str = "day";
    pub(crate) const MINUTES: &str = "minutes";

    /// `None` if any of it is missing or makes no sense.
    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        let minutes = reader.number(Self::MINUTES).and_then(|minutes| u32::try_from(minutes).ok())?;
        Some(Self {
            id: id.clone(),
            competency: reader.item(Self::COMPETENCY)?,
            day: reader.day(Self::DAY)?,
            minutes: (1..=Self::MOST).contains(&minutes).then_some(minutes)?,
            standing: reader.0.standing(),
        })
    }
}
