//! What a submission holds, word for word and file for file.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Timelike, Utc};
use serde::{Deserialize, Serialize};

use crate::date::json::{day, instant};
use crate::entity::EntityId;
use crate::format::Format;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::{Artifact, Content, Event, Link, MadeWith, Portfolio, StoredFile};

/// A piece as it stood at one instant. `docs/format-submission.md` tells how it is written; its fields stand in that order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub(super) format: String,
    /// The piece.
    pub piece: EntityId,
    /// When it stood so, to the second.
    #[serde(with = "instant")]
    pub at: DateTime<Utc>,
    /// What it was called; may be empty.
    pub title: String,
    /// The work itself, or words about it; Markdown.
    pub text: String,
    /// What the learner thought of it; Markdown.
    pub reflection: String,
    /// The day of the work.
    #[serde(with = "day")]
    pub date: Option<NaiveDate>,
    /// Words of the learner's own to find it by.
    pub tags: BTreeSet<String>,
    /// In which ways it showed something; left out if the learner did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<BTreeSet<Format>>,
    /// How it was made.
    pub made: MadeWith,
    /// Whether it shows people; `None` if the learner did not say.
    pub people: Option<bool>,
    /// The last day on which it should be kept: what a receiver is asked to keep to.
    #[serde(with = "day")]
    pub keep_until: Option<NaiveDate>,
    /// The levels claimed, by competency.
    pub claims: Vec<Claimed>,
    /// What it showed, in order.
    pub artifacts: Vec<Part>,
    /// What the learner says has changed since the submission before; may be empty.
    pub changed: String,
    /// The submission before.
    pub before: Option<EntityId>,
}

/// A level that was claimed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claimed {
    /// In what.
    pub competency: ItemId,
    /// Which; half-points in JSON.
    pub level: Level,
}

/// An artifact as it stood. It has a file, a link or an event; one of a kind that was not known where it was taken has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The artifact.
    pub id: EntityId,
    /// Words shown beside it.
    pub caption: String,
    /// Words instead of it.
    pub alt: String,
    /// A file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<StoredFile>,
    /// A place on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// Something done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Event>,
}

impl Manifest {
    /// The name of the format in the first member.
    pub const FORMAT: &str = "cairn-submission-1";

    /// The piece as it stands; `None` if it is not there. `changed` is what the learner says has changed since the submission before.
    pub fn of(portfolio: &Portfolio, piece: &EntityId, at: DateTime<Utc>, changed: &str) -> Option<Self> {
        let stands = portfolio.piece(piece)?;
        let claims = portfolio.claims_of(piece).into_iter();
        let before = portfolio.submissions_of(piece).first().map(|before| before.id.clone());
        Some(Self {
            format: Self::FORMAT.to_owned(),
            piece: piece.clone(),
            at: at.with_nanosecond(0).unwrap_or(at),
            title: stands.title.clone(),
            text: stands.text.clone(),
            reflection: stands.reflection.clone(),
            date: stands.date,
            tags: stands.tags.clone(),
            shown: stands.shown.clone(),
            made: stands.made.clone(),
            people: stands.people,
            keep_until: stands.keep_until,
            claims: claims.map(|claim| Claimed { competency: claim.competency.clone(), level: claim.level }).collect(),
            artifacts: portfolio.artifacts_of(piece).into_iter().map(Part::of).collect(),
            changed: changed.to_owned(),
            before,
        })
    }

    /// The files it names, in order; the same bytes may come twice.
    pub fn files(&self) -> impl Iterator<Item = &StoredFile> {
        self.artifacts.iter().filter_map(|part| part.file.as_ref())
    }
}

impl Part {
    fn of(artifact: &Artifact) -> Self {
        let (mut file, mut link, mut event) = (None, None, None);
        match artifact.content.clone() {
            Some(Content::File(stored)) => file = Some(stored),
            Some(Content::Link(to)) => link = Some(to),
            Some(Content::Event(done)) => event = Some(done),
            None => {}
        }
        let (caption, alt) = (artifact.caption.clone(), artifact.alt.clone());
        Self { id: artifact.id.clone(), caption, alt, file, link, event }
    }

    /// What it is, as an artifact has it.
    pub fn content(&self) -> Option<Content> {
        let file = || self.file.clone().map(Content::File);
        let link = || self.link.clone().map(Content::Link);
        let event = || self.event.clone().map(Content::Event);
        file().or_else(link).or_else(event)
    }

    /// Whether it showed the same as another: the same bytes, address or deed, whatever is said of it.
    pub(super) fn shows_the_same(&self, other: &Self) -> bool {
        let bytes = |part: &Self| part.file.as_ref().map(|file| file.hash.clone());
        bytes(self) == bytes(other) && self.link == other.link && self.event == other.event
    }
}
