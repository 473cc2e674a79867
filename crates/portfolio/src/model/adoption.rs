//! A framework the learner adopted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::stored_file::StoredFile;
use crate::change::FieldValue;
use crate::entity::EntityId;
use crate::fields::{Reader, Standing};
use crate::rules::{Rule, Together};

/// That the learner works with a framework. Its package is a file, kept whole; what it says is read from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// `framework:` and the SHA-256 of the package.
    pub id: EntityId,
    /// What it is called.
    pub title: String,
    /// The package's bytes.
    pub file: StoredFile,
    /// At which depth the competencies are; `None` means the leaves.
    pub depth: Option<u32>,
    /// Of each scale of others in the package, in order, the place of the step that means proficient, from 0 for the lowest; `None`
    /// where the learner does not know.
    pub proficient: Vec<Option<u8>>,
    /// Since when.
    pub adopted: Option<NaiveDate>,
    /// Where it came from.
    pub origin: Origin,
    /// The rule that levels of its competencies are suggested by, where the learner chose one.
    pub rule: Option<Rule>,
    /// The rule that its headings come to a level by, where the learner chose one.
    pub together: Option<Together>,
    /// After how many days work is to be checked again, where the learner said so: 0 for never, `None` for what the framework says.
    pub recheck: Option<u32>,
    /// The older editions that it took the place of.
    pub replaces: BTreeSet<EntityId>,
    /// In the trash means left: goals, claims and evidence stay.
    pub standing: Standing,
}

/// Where a framework came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It came with the app.
    Bundled,
    /// The learner opened a file.
    File,
}

impl Origin {
    const BUNDLED: &str = "bundled";
    const FILE: &str = "file";

    fn word(self) -> &'static str {
        match self {
            Self::Bundled => Self::BUNDLED,
            Self::File => Self::FILE,
        }
    }
}

impl Adoption {
    pub(crate) const TITLE: &str = "title";
    pub(crate) const SIZE: &str = "size";
    pub(crate) const FILE: &str = "file";
    pub(crate) const DEPTH: &str = "depth";
    pub(crate) const PROFICIENT: &str = "proficient";
    pub(crate) const ADOPTED: &str = "adopted";
    pub(crate) const SOURCE: &str = "source";
    pub(crate) const REPLACES: &str = "replaces";
    pub(crate) const RULE: &str = super::Notes::RULE;
    pub(crate) const RECHECK: &str = "recheck";
    pub(crate) const TOGETHER: &str = super::Notes::TOGETHER;

    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        let origin = match reader.text(Self::SOURCE) {
            Some(Origin::BUNDLED) => Origin::Bundled,
            _ => Origin::File,
        };
        Some(Self {
            id: id.clone(),
            title: reader.words(Self::TITLE),
            file: reader.file(Self::FILE)?,
            depth: reader.number(Self::DEPTH).and_then(|depth| u32::try_from(depth).ok()),
            proficient: reader.0.get(Self::PROFICIENT).map(proficient_of).unwrap_or_default(),
            adopted: reader.day(Self::ADOPTED),
            origin,
            rule: reader.rule(Self::RULE),
            together: reader.together(Self::TOGETHER),
            recheck: reader.number(Self::RECHECK).and_then(|days| u32::try_from(days).ok()),
            replaces: reader.texts(Self::REPLACES).iter().filter_map(|id| EntityId::parse(id).ok()).collect(),
            standing: reader.0.standing(),
        })
    }

    /// The fields it is stored as when it is adopted, all but its rules, which are chosen later and survive that, and the set of what it
    /// replaces. So does what was said of its scales, where nothing is said of them anew.
    pub fn fields(&self) -> BTreeMap<String, FieldValue> {
        let scales = (!self.proficient.is_empty()).then(|| (Self::PROFICIENT, proficient_value(&self.proficient)));
        let fields = [
            (Self::TITLE, self.title.as_str().into()),
            (Self::SIZE, self.file.size.into()),
            (Self::FILE, self.file.to_value()),
            (Self::DEPTH, depth_value(self.depth)),
            (Self::ADOPTED, self.adopted.into()),
            (Self::SOURCE, self.origin.word().into()),
        ];
        fields.into_iter().chain(scales).map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// The SHA-256 of the package in lower-case hex.
    pub fn package(&self) -> &str {
        self.id.rest()
    }
}

pub(crate) fn depth_value(depth: Option<u32>) -> FieldValue {
    depth.map_or(FieldValue::Null, |depth| FieldValue::Int(depth.into()))
}

pub(crate) fn proficient_value(proficient: &[Option<u8>]) -> FieldValue {
    let place = |place: &Option<u8>| place.map_or(FieldValue::Null, |place| FieldValue::Int(place.into()));
    FieldValue::List(proficient.iter().map(place).collect())
}

fn proficient_of(value: FieldValue) -> Vec<Option<u8>> {
    let place = |place| match place {
        FieldValue::Int(place) => u8::try_from(place).ok(),
        _ => None,
    };
    match value {
        FieldValue::List(places) => places.into_iter().map(place).collect(),
        _ => Vec::new(),
    }
}
