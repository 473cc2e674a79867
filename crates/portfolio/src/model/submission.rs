//! A piece as it was handed in.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::stored_file::{StoredFile, take_text};
use crate::change::FieldValue;
use crate::date::{format_instant, parse_day};
use crate::entity::{EntityId, Kind};
use crate::fields::{Reader, Standing};

/// That a piece was handed in, when, and as what. It outlives the piece, and never changes but for what is noted on it later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Its id.
    pub id: EntityId,
    /// The piece; it may be gone.
    pub piece: EntityId,
    /// When the copy was taken.
    pub at: DateTime<Utc>,
    /// The SHA-256 of the bytes of its [manifest](crate::submission::Manifest), in lower-case hex. It is this that somebody judges.
    pub hash: String,
    /// What the learner says has changed since the one before; may be empty.
    pub changed: String,
    /// The submission of the same piece before it.
    pub before: Option<EntityId>,
    /// When the learner took it back.
    pub withdrawn: Option<DateTime<Utc>>,
    /// Who erased what was in it, and when. Without this it may still be gone: see [`Portfolio::frozen`](super::Portfolio::frozen).
    pub removed: Option<Removed>,
    /// Whether it counts; an act that was undone at once lies in the trash.
    pub standing: Standing,
}

/// That the contents of a submission were erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// By whom, as they were called; may be empty.
    pub by: String,
    /// The day.
    pub day: NaiveDate,
}

/// What was in a submission: a part of the piece, so that whoever erases the piece erases this too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// Its id: that of the submission but for the kind.
    pub id: EntityId,
    /// The piece.
    pub piece: EntityId,
    /// The file that holds the manifest.
    pub manifest: StoredFile,
    /// Whether it is in use; in the trash with the piece.
    pub standing: Standing,
}

impl Submission {
    pub(crate) const PIECE: &str = "piece";
    pub(crate) const AT: &str = "at";
    pub(crate) const HASH: &str = "hash";
    pub(crate) const CHANGED: &str = "changed";
    pub(crate) const BEFORE: &str = "before";
    pub(crate) const WITHDRAWN: &str = "withdrawn";
    pub(crate) const REMOVED: &str = "removed";

    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        let of_kind = |field, kind| reader.entity(field).filter(|id| id.kind() == kind);
        Some(Self {
            id: id.clone(),
            piece: of_kind(Self::PIECE, Kind::Evidence)?,
            at: reader.instant(Self::AT)?,
            hash: reader.text(Self::HASH)?.to_owned(),
            changed: reader.words(Self::CHANGED),
            before: of_kind(Self::BEFORE, Kind::Submission),
            withdrawn: reader.instant(Self::WITHDRAWN),
            removed: reader.0.get(Self::REMOVED).and_then(Removed::from_value),
            standing: reader.0.standing(),
        })
    }

    /// The fields it is stored as, those that say something.
    pub fn fields(&self) -> BTreeMap<String, FieldValue> {
        let mut fields: BTreeMap<String, FieldValue> = BTreeMap::new();
        let mut put = |name: &str, value: FieldValue| drop(fields.insert(name.to_owned(), value));
        put(Self::PIECE, (&self.piece).into());
        put(Self::AT, format_instant(self.at).into());
        put(Self::HASH, self.hash.as_str().into());
        if !self.changed.is_empty() {
            put(Self::CHANGED, self.changed.as_str().into());
        }
        if let Some(before) = &self.before {
            put(Self::BEFORE, before.into());
        }
        if let Some(withdrawn) = self.withdrawn {
            put(Self::WITHDRAWN, format_instant(withdrawn).into());
        }
        if let Some(removed) = &self.removed {
            put(Self::REMOVED, removed.to_value());
        }
        fields
    }
}

impl Removed {
    const BY: &str = "by";
    const DAY: &str = "day";

    /// The value it is stored as.
    pub fn to_value(&self) -> FieldValue {
        let fields = [(Self::BY, self.by.as_str().into()), (Self::DAY, self.day.into())];
        FieldValue::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// Reads what [`to_value`](Self::to_value) writes; `None` without a day.
    pub fn from_value(value: FieldValue) -> Option<Self> {
        let FieldValue::Map(mut fields) = value else { return None };
        let by = take_text(&mut fields, Self::BY).unwrap_or_default();
        Some(Self { by, day: parse_day(&take_text(&mut fields, Self::DAY)?)? })
    }
}

impl Frozen {
    pub(crate) const OF: &str = "of";
    pub(crate) const MANIFEST: &str = "manifest";

    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        Some(Self {
            id: id.clone(),
            piece: reader.entity(Self::OF)?,
            manifest: reader.file(Self::MANIFEST)?,
            standing: reader.0.standing(),
        })
    }

    /// The fields it is stored as.
    pub fn fields(&self) -> BTreeMap<String, FieldValue> {
        let fields = [(Self::OF, (&self.piece).into()), (Self::MANIFEST, self.manifest.to_value())];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
