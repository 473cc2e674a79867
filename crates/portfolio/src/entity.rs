//! Ids of entities: what they are, and those that two devices would make alike.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::date::parse_day;
use crate::id_text::IdText;
use crate::item_id::ItemId;

/// What an entity is; the first part of its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The person whose portfolio this is. There is one.
    Learner,
    /// A framework the learner adopted.
    Framework,
    /// On which days there is school. There is one.
    Calendar,
    /// What the learner walks, and why.
    Pathway,
    /// A competency on a pathway.
    Goal,
    /// Something to do in one week.
    Commitment,
    /// A week that was looked back on.
    Week,
    /// Time spent on a competency.
    Spent,
    /// A plan to catch up.
    Plan,
    /// One piece of work.
    Evidence,
    /// A file or link inside a piece.
    Artifact,
    /// A level the learner claims for a competency.
    Claim,
    /// That a piece was handed in.
    Submission,
    /// What was in a submission.
    Frozen,
    /// What the learner set down for a competency.
    Notes,
    /// A competency that the learner wrote.
    Own,
}

impl Kind {
    const ALL: [Self; 16] = [
        Self::Learner,
        Self::Framework,
        Self::Calendar,
        Self::Pathway,
        Self::Goal,
        Self::Commitment,
        Self::Week,
        Self::Spent,
        Self::Plan,
        Self::Evidence,
        Self::Artifact,
        Self::Claim,
        Self::Submission,
        Self::Frozen,
        Self::Notes,
        Self::Own,
    ];

    /// The word that stands first in an id.
    pub fn word(self) -> &'static str {
        match self {
            Self::Learner => "learner",
            Self::Framework => "framework",
            Self::Calendar => "calendar",
            Self::Pathway => "pathway",
            Self::Goal => "goal",
            Self::Commitment => "commitment",
            Self::Week => "week",
            Self::Spent => "spent",
            Self::Plan => "plan",
            Self::Evidence => "evidence",
            Self::Artifact => "artifact",
            Self::Claim => "claim",
            Self::Submission => "submission",
            Self::Frozen => "frozen",
            Self::Notes => "notes",
            Self::Own => "own",
        }
    }
}

/// The id of an entity, `<kind>:<rest>` (the learner's is the word alone). The alphabet is `a-z`, `0-9`, `.`, `:` and
/// `-`. Copies share one text: an id stands in many places, and there are tens of thousands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntityId {
    text: IdText,
    kind: Kind,
}

/// The text is no id of a kind that is known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not the id of a known kind of entity")]
pub struct NotAnEntityId;

/// The pathway every portfolio has.
const FIRST_PATHWAY: &str = "first";

/// The calendar every portfolio has.
const FIRST_CALENDAR: &str = "first";

/// In place of a piece of evidence in the id of a claim that rests on the learner's word alone.
const ON_MY_WORD: &str = "self";

impl EntityId {
    /// Reads an id of a known kind.
    ///
    /// # Errors
    /// Another kind (a newer app's), an empty rest, or a character outside the alphabet.
    pub fn parse(text: &str) -> Result<Self, NotAnEntityId> {
        kind_of(text).map(|kind| Self { text: text.into(), kind })
    }

    /// Reads an id of which the kind is known: what an address names, say.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn with_rest(kind: Kind, rest: &str) -> Result<Self, NotAnEntityId> {
        Self::parse(&format!("{}:{rest}", kind.word()))
    }

    /// Reads an id whose text somebody else has, too, and keeps no other.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn sharing(text: &Arc<str>) -> Result<Self, NotAnEntityId> {
        kind_of(text).map(|kind| Self { text: IdText::sharing(text), kind })
    }

    /// The learner.
    pub fn learner() -> Self {
        Self { text: Kind::Learner.word().into(), kind: Kind::Learner }
    }

    /// An adopted framework, by the SHA-256 of its package in lower-case hex.
    pub fn framework(sha256: &str) -> Self {
        Self::of(Kind::Framework, sha256)
    }

    /// The school calendar.
    pub fn calendar() -> Self {
        Self::of(Kind::Calendar, FIRST_CALENDAR)
    }

    /// The week that begins on this Monday.
    pub fn week(monday: NaiveDate) -> Self {
        Self::of(Kind::Week, &monday.to_string())
    }

    /// The Monday that a week's id names.
    pub fn monday(&self) -> Option<NaiveDate> {
        parse_day(self.rest()).filter(|_| self.kind == Kind::Week)
    }

    /// The pathway that every portfolio begins with.
    pub fn first_pathway() -> Self {
        Self::of(Kind::Pathway, FIRST_PATHWAY)
    }

    /// The goal that a competency is on a pathway.
    pub fn goal(pathway: &Self, competency: &ItemId) -> Self {
        Self::of(Kind::Goal, &format!("{}:{competency}", pathway.rest()))
    }

    /// The pathway that the id of a goal names.
    pub fn pathway(&self) -> Option<Self> {
        let (pathway, _) = self.rest().split_once(':').filter(|_| self.kind == Kind::Goal)?;
        Some(Self::of(Kind::Pathway, pathway))
    }

    /// The level claimed for a competency by a piece of evidence.
    pub fn claim(evidence: &Self, competency: &ItemId) -> Self {
        Self::of(Kind::Claim, &format!("{}:{competency}", evidence.rest()))
    }

    /// The level claimed for a competency on the learner's word alone.
    pub fn own_word(competency: &ItemId) -> Self {
        Self::of(Kind::Claim, &format!("{ON_MY_WORD}:{competency}"))
    }

    /// What was in a submission.
    pub fn frozen(submission: &Self) -> Self {
        Self::of(Kind::Frozen, submission.rest())
    }

    /// What the learner set down for a competency.
    pub fn notes(competency: &ItemId) -> Self {
        Self::of(Kind::Notes, competency.as_str())
    }

    /// A competency that the learner wrote.
    pub fn own(competency: &ItemId) -> Self {
        Self::of(Kind::Own, competency.as_str())
    }

    /// An id that nobody else has, from 128 random bits.
    pub fn random(kind: Kind, bits: u128) -> Self {
        Self::of(kind, &base32(bits))
    }

    fn of(kind: Kind, rest: &str) -> Self {
        Self { text: format!("{}:{rest}", kind.word()).into(), kind }
    }

    /// The whole id.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What it is the id of.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What follows the kind; empty for the learner.
    pub fn rest(&self) -> &str {
        self.text.split_once(':').map_or("", |(_, rest)| rest)
    }

    /// The competency that the id of a goal, a claim, notes or a competency of one's own names.
    pub fn competency(&self) -> Option<ItemId> {
        let competency = match self.kind {
            Kind::Goal | Kind::Claim => self.rest().split_once(':')?.1,
            Kind::Notes | Kind::Own => self.rest(),
            _ => return None,
        };
        ItemId::new(competency).ok()
    }

    /// Whether this is a claim that rests on the learner's word alone.
    pub fn is_own_word(&self) -> bool {
        self.kind == Kind::Claim && self.rest().split_once(':').is_some_and(|(piece, _)| piece == ON_MY_WORD)
    }
}

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl TryFrom<String> for EntityId {
    type Error = NotAnEntityId;

    fn try_from(text: String) -> Result<Self, NotAnEntityId> {
        Self::parse(&text)
    }
}

impl From<EntityId> for String {
    fn from(id: EntityId) -> Self {
        id.as_str().to_owned()
    }
}

/// The kind of a whole id.
fn kind_of(text: &str) -> Result<Kind, NotAnEntityId> {
    let (word, rest) = text.split_once(':').map_or((text, None), |(word, rest)| (word, Some(rest)));
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word).ok_or(NotAnEntityId)?;
    let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b':' | b'-');
    let fits = match (kind, rest) {
        (Kind::Learner, None) => true,
        (Kind::Learner, Some(_)) | (_, None) => false,
        (_, Some(rest)) => !rest.is_empty() && rest.bytes().all(plain),
    };
    if fits { Ok(kind) } else { Err(NotAnEntityId) }
}

/// 26 characters of the alphabet of RFC 4648 in lower case, the highest bits first.
fn base32(bits: u128) -> String {
    const ALPHABET: [char; 32] = [
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v',
        'w', 'x', 'y', 'z', '2', '3', '4', '5', '6', '7',
    ];
    // 26 groups of five bits hold 130; the first group has only three.
    (0..26).rev().map(|group| ALPHABET[((bits >> (group * 5)) & 31) as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_ids_say_what_they_are_of() {
        let competency = ItemId::new("5f0c6a52-a.2").unwrap();
        let piece = EntityId::random(Kind::Evidence, 7);
        let first = EntityId::goal(&EntityId::first_pathway(), &competency);
        assert_eq!(first.as_str(), "goal:first:5f0c6a52-a.2");
        let other = EntityId::random(Kind::Pathway, 7);
        let goal = EntityId::goal(&other, &competency);
        assert_eq!(goal.as_str(), format!("goal:{}:5f0c6a52-a.2", other.rest()));
        assert_eq!(
            [first.pathway(), goal.pathway(), other.pathway()],
            [Some(EntityId::first_pathway()), Some(other), None]
        );
        assert_eq!(EntityId::claim(&piece, &competency).as_str(), format!("claim:{}:5f0c6a52-a.2", piece.rest()));
        assert_eq!(EntityId::own_word(&competency).as_str(), "claim:self:5f0c6a52-a.2");
        assert!(EntityId::own_word(&competency).is_own_word());
        assert!(!EntityId::claim(&piece, &competency).is_own_word());
        assert_eq!(EntityId::notes(&competency).as_str(), "notes:5f0c6a52-a.2");
        assert_eq!(EntityId::own(&competency).as_str(), "own:5f0c6a52-a.2");
        let claims = [EntityId::claim(&piece, &competency), EntityId::own_word(&competency)];
        let derived = [first, goal, EntityId::notes(&competency), EntityId::own(&competency)];
        for id in claims.into_iter().chain(derived) {
            assert_eq!(id.competency(), Some(competency.clone()));
            assert_eq!(EntityId::parse(id.as_str()), Ok(id));
        }
        assert_eq!(piece.competency(), None);
        assert_eq!(EntityId::with_rest(Kind::Evidence, piece.rest()), Ok(piece.clone()));
        assert!(EntityId::with_rest(Kind::Evidence, "").is_err() && EntityId::with_rest(Kind::Goal, "a b").is_err());
        let submission = EntityId::random(Kind::Submission, 7);
        assert_eq!(EntityId::frozen(&submission).as_str(), format!("frozen:{}", submission.rest()));
    }

    #[test]
    fn random_ids_use_all_128_bits() {
        assert_eq!(EntityId::random(Kind::Evidence, 0).as_str(), "evidence:aaaaaaaaaaaaaaaaaaaaaaaaaa");
        assert_eq!(EntityId::random(Kind::Artifact, u128::MAX).as_str(), "artifact:h7777777777777777777777777");
        let ids: std::collections::BTreeSet<_> =
            (0..128).map(|bit| EntityId::random(Kind::Evidence, 1 << bit)).collect();
        assert_eq!(ids.len(), 128);
    }

    #[test]
    fn ids_of_other_kinds_are_not_read() {
        assert_eq!(EntityId::parse("learner"), Ok(EntityId::learner()));
        for odd in ["", "goal", "goal:", "learner:x", "badge:x", "goal:A", "goal:a b", "evidence:ä"] {
            assert_eq!(EntityId::parse(odd), Err(NotAnEntityId), "{odd:?}");
        }
    }
}
