//! A level the learner claims.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::change::FieldValue;
use crate::entity::EntityId;
use crate::fields::{Reader, Standing};
use crate::item_id::ItemId;
use crate::level::Level;

/// What the learner says they can do, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Derived from the piece (or the learner's word) and the competency.
    pub id: EntityId,
    /// In what.
    pub competency: ItemId,
    /// How well.
    pub level: Level,
    /// What it rests on.
    pub grounds: Grounds,
    /// In the trash means taken back.
    pub standing: Standing,
}

/// What a claim rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grounds {
    /// A piece of work.
    Work(EntityId),
    /// The learner's word alone.
    OwnWord {
        /// When they said it.
        date: Option<NaiveDate>,
        /// Why it is claimed.
        basis: Basis,
    },
}

/// Why something is claimed without work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The learner said "I can" of this very competency.
    Placed,
    /// Something the learner said "I can" of rests on it.
    Rests,
}

impl Basis {
    const PLACED: &str = "placed";
    const RESTS: &str = "rests";

    fn word(self) -> &'static str {
        match self {
            Self::Placed => Self::PLACED,
            Self::Rests => Self::RESTS,
        }
    }
}

impl Claim {
    pub(crate) const OF: &str = "of";
    pub(crate) const COMPETENCY: &str = "competency";
    pub(crate) const LEVEL: &str = "level";
    pub(crate) const DATE: &str = "date";
    pub(crate) const BASIS: &str = "basis";

    /// `None` without a level, or with neither a piece nor the id of a claim on one's own word.
    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        let grounds = if id.is_own_word() {
            let basis = match reader.text(Self::BASIS) {
                Some(Basis::RESTS) => Basis::Rests,
                _ => Basis::Placed,
            };
            Grounds::OwnWord { date: reader.day(Self::DATE), basis }
        } else {
            Grounds::Work(reader.entity(Self::OF)?)
        };
        Some(Self {
            id: id.clone(),
            competency: reader.item(Self::COMPETENCY)?,
            level: reader.level(Self::LEVEL)?,
            grounds,
            standing: reader.0.standing(),
        })
    }

    /// The fields it is stored as.
    pub fn fields(&self) -> BTreeMap<String, FieldValue> {
        let mut fields = BTreeMap::from([
            (Self::COMPETENCY.to_owned(), (&self.competency).into()),
            (Self::LEVEL.to_owned(), self.level.into()),
        ]);
        match &self.grounds {
            Grounds::Work(piece) => {
                fields.insert(Self::OF.to_owned(), piece.into());
            }
            Grounds::OwnWord { date, basis } => {
                fields.insert(Self::DATE.to_owned(), (*date).into());
                fields.insert(Self::BASIS.to_owned(), basis.word().into());
            }
        }
        fields
    }
}
