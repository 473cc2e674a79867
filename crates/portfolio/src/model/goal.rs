//! A competency on a pathway.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::change::FieldValue;
use crate::date::parse_day;
use crate::entity::EntityId;
use crate::fields::{Reader, Standing};
use crate::item_id::ItemId;
use crate::level::Level;

/// What the learner means to reach in one competency, and by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Derived from pathway and competency, so that two devices that choose the same choose one goal.
    pub id: EntityId,
    /// On which.
    pub pathway: EntityId,
    /// In what.
    pub competency: ItemId,
    /// Its place on the pathway: a fractional index, compared as text. Equal ones stand in the order of their ids.
    pub order: String,
    /// The level to reach.
    pub aim: Level,
    /// By when; `None` for a goal without a date.
    pub due: Option<NaiveDate>,
    /// When it was chosen.
    pub chosen: NaiveDate,
    /// The level held when it was chosen; nothing held is 0 here.
    pub start: Level,
    /// The date it was chosen with, and each day on which the date was moved, in order.
    pub moves: Vec<DueMove>,
    /// In the trash means dropped.
    pub standing: Standing,
}

/// That the date of a goal became another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DueMove {
    /// On which day somebody moved it.
    pub day: NaiveDate,
    /// What it became; `None` for no date.
    pub due: Option<NaiveDate>,
}

impl DueMove {
    const BETWEEN: char = '>';
    const NO_DATE: &str = "-";

    /// `<day>><due>`, as it is a member of the goal's set of moves.
    pub fn to_value(self) -> FieldValue {
        let due = self.due.map_or_else(|| Self::NO_DATE.to_owned(), |due| due.to_string());
        format!("{}{}{due}", self.day, Self::BETWEEN).into()
    }

    fn parse(text: &str) -> Option<Self> {
        let (day, due) = text.split_once(Self::BETWEEN)?;
        let due = if due == Self::NO_DATE { None } else { Some(parse_day(due)?) };
        Some(Self { day: parse_day(day)?, due })
    }
}

impl Goal {
    pub(crate) const ORDER: &str = "order";
    pub(crate) const AIM: &str = "aim";
    pub(crate) const DUE: &str = "due";
    pub(crate) const CHOSEN: &str = "chosen";
    pub(crate) const START: &str = "start";
    pub(crate) const MOVES: &str = "moves";
    const OF: &str = "of";

    /// `None` without the day of choosing, which every goal is made with.
    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        let mut moves: Vec<_> = reader.texts(Self::MOVES).iter().filter_map(|text| DueMove::parse(text)).collect();
        moves.sort_unstable();
        Some(Self {
            id: id.clone(),
            pathway: id.pathway()?,
            competency: id.competency()?,
            order: reader.words(Self::ORDER),
            aim: reader.level(Self::AIM).unwrap_or(Level::PROFICIENT),
            due: reader.day(Self::DUE),
            chosen: reader.day(Self::CHOSEN)?,
            start: reader.level(Self::START).unwrap_or(Level::ZERO),
            moves,
            standing: reader.0.standing(),
        })
    }

    /// The fields it is stored as, all but the set of moves. It is a part of its pathway and is put away with it; on the first one, which
    /// is older than pathways and never put away, it is no part.
    pub fn fields(&self) -> BTreeMap<String, FieldValue> {
        let whole = (self.pathway != EntityId::first_pathway()).then(|| (Self::OF, (&self.pathway).into()));
        let fields = [
            (Self::ORDER, self.order.as_str().into()),
            (Self::AIM, self.aim.into()),
            (Self::DUE, self.due.into()),
            (Self::CHOSEN, self.chosen.into()),
            (Self::START, self.start.into()),
        ];
        whole.into_iter().chain(fields).map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
