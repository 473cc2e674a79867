//! Adding, trashing and erasing pieces.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::artifacts::NewArtifact;
use super::refusal::{check_competency, stored_length};
use super::{Context, Refusal, Wording, set, tags};
use crate::change::Change;
use crate::entity::{EntityId, Kind};
use crate::fields::Standing;
use crate::format::Format;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::{Claim, Evidence, Grounds, MadeWith, Portfolio};
use crate::order;

/// A piece of work to add. It needs words, a file, a link or an event; everything else may come later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvidence {
    /// What it is called.
    pub title: String,
    /// The work itself, or words about it; Markdown.
    pub text: String,
    /// What the learner thinks of it; Markdown.
    pub reflection: String,
    /// The day of the work.
    pub date: NaiveDate,
    /// The levels it is claimed to show. Of the same competency twice the last counts.
    pub claims: Vec<(ItemId, Level)>,
    /// Its files, links and events in order.
    pub artifacts: Vec<NewArtifact>,
    /// Words to find it by. Of the same words written in two ways one counts.
    pub tags: BTreeSet<String>,
    /// In which ways it shows something; `None` for what is suggested.
    pub shown: Option<BTreeSet<Format>>,
    /// How it was made.
    pub made: MadeWith,
    /// Whether it shows people.
    pub people: Option<bool>,
    /// The last day on which it should be kept.
    pub keep_until: Option<NaiveDate>,
}

impl NewEvidence {
    /// Work of a day, with nothing in it yet.
    pub fn on(date: NaiveDate) -> Self {
        Self {
            title: String::new(),
            text: String::new(),
            reflection: String::new(),
            date,
            claims: Vec::new(),
            artifacts: Vec::new(),
            tags: BTreeSet::new(),
            shown: None,
            made: MadeWith::default(),
            people: None,
            keep_until: None,
        }
    }

    /// Whether there is nothing in it that makes a piece.
    pub fn is_blank(&self) -> bool {
        let words = [&self.title, &self.text, &self.reflection];
        words.into_iter().all(|words| words.trim().is_empty()) && self.artifacts.is_empty()
    }

    fn check(&self, context: &Context<'_>) -> Result<(), Refusal> {
        if self.is_blank() {
            return Err(Refusal::NothingInIt);
        }
        check_date(self.date, context.today)?;
        check_keep_until(self.keep_until, context.today)?;
        let words = [
            (Wording::Title, &self.title),
            (Wording::Text, &self.text),
            (Wording::Reflection, &self.reflection),
            (Wording::With, &self.made.with),
            (Wording::Help, &self.made.help),
            (Wording::AiHow, &self.made.ai_how),
        ];
        words.into_iter().try_for_each(|(wording, words)| wording.check(words))?;
        self.claims.iter().try_for_each(|(competency, _)| check_competency(competency, context.frameworks))?;
        self.artifacts.iter().try_for_each(|artifact| artifact.check(context.today))
    }
}

impl Portfolio {
    pub(super) fn add_evidence(&self, new: NewEvidence, context: &mut Context<'_>) -> Result<Vec<Change>, Refusal> {
        new.check(context)?;
        let tags = tags::distinct(&new.tags)?;
        let piece = Evidence {
            id: EntityId::random(Kind::Evidence, (context.fresh)()),
            title: new.title,
            text: new.text,
            reflection: new.reflection,
            date: Some(new.date),
            added: Some(context.now),
            tags: BTreeSet::new(),
            shown: new.shown,
            made: new.made,
            people: new.people,
            keep_until: new.keep_until,
            copied: None,
            edited: None,
            standing: Standing::Live,
        };
        let mut changes = created(&piece);
        changes.extend(tags.into_iter().map(|tag| tags::tagged(&piece.id, tag)));
        let orders = order::spaced(new.artifacts.len());
        for (artifact, order) in new.artifacts.into_iter().zip(orders) {
            changes.push(artifact.create(&piece.id, order, (context.fresh)()));
        }
        let claims: BTreeMap<ItemId, Level> = new.claims.into_iter().collect();
        changes.extend(claims.into_iter().map(|(competency, level)| claimed(&piece.id, competency, level)));
        Ok(changes)
    }

    pub(super) fn trash(&self, piece: &EntityId) -> Result<Vec<Change>, Refusal> {
        self.piece_in_use(piece)?;
        Ok(vec![Change::Trash { entity: piece.clone() }])
    }

    pub(super) fn restore(&self, piece: &EntityId) -> Result<Vec<Change>, Refusal> {
        match self.piece(piece).map(|piece| piece.standing) {
            None => Err(Refusal::NotThere { entity: piece.clone() }),
            Some(Standing::Live) => Err(Refusal::NotInTrash { entity: piece.clone() }),
            Some(Standing::Trashed | Standing::Recovered) => Ok(vec![Change::Restore { entity: piece.clone() }]),
        }
    }

    /// Only what lies in the trash is erased, so that nothing is lost by one press.
    pub(super) fn purge(&self, pieces: Vec<EntityId>, context: &Context<'_>) -> Result<Vec<Change>, Refusal> {
        let (mut entities, mut changes) = (BTreeSet::new(), Vec::new());
        for piece in pieces {
            match self.piece(&piece).map(|piece| piece.standing) {
                None => return Err(Refusal::NotThere { entity: piece }),
                Some(Standing::Live | Standing::Recovered) => return Err(Refusal::NotErased { entity: piece }),
                Some(Standing::Trashed) => {
                    entities.extend(self.parts_of(&piece).cloned());
                    if !entities.contains(&piece) {
                        changes.extend(self.note_removed(&piece, context));
                    }
                    entities.insert(piece);
                }
            }
        }
        if !entities.is_empty() {
            changes.push(Change::Purge { entities: entities.into_iter().collect() });
        }
        Ok(changes)
    }

    pub(super) fn piece_in_use(&self, piece: &EntityId) -> Result<&Evidence, Refusal> {
        match self.piece(piece) {
            None => Err(Refusal::NotThere { entity: piece.clone() }),
            Some(piece) if piece.standing == Standing::Trashed => Err(Refusal::InTrash { entity: piece.id.clone() }),
            Some(piece) => Ok(piece),
        }
    }
}

/// A change that claims a level for a piece.
pub(super) fn claimed(piece: &EntityId, competency: ItemId, level: Level) -> Change {
    let id = EntityId::claim(piece, &competency);
    let grounds = Grounds::Work(piece.clone());
    let claim = Claim { id: id.clone(), competency, level, grounds, standing: Standing::Live };
    Change::Create { entity: id, fields: claim.fields() }
}

/// One change for a usual piece. Long words come in changes of their own, since one change holds at most 64 kB.
pub(super) fn created(piece: &Evidence) -> Vec<Change> {
    const TOGETHER: usize = 32 * 1024;
    let mut fields = piece.fields();
    let words = [&piece.text, &piece.reflection, &piece.made.with, &piece.made.help, &piece.made.ai_how];
    let is_long = words.into_iter().map(|words| stored_length(words)).sum::<usize>() > TOGETHER;
    let long: Vec<_> = [Evidence::TEXT, Evidence::REFLECTION]
        .into_iter()
        .filter(|_| is_long)
        .filter_map(|field| Some(set(&piece.id, field, fields.remove(field)?)))
        .collect();
    let mut changes = vec![Change::Create { entity: piece.id.clone(), fields }];
    changes.extend(long);
    changes
}

/// Work cannot be from after today.
pub(super) fn check_date(date: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if date > today { Err(Refusal::WorkInTheFuture { date, today }) } else { Ok(()) }
}

/// Nobody asks to keep something until a day that has passed.
pub(super) fn check_keep_until(until: Option<NaiveDate>, today: NaiveDate) -> Result<(), Refusal> {
    match until {
        Some(until) if until < today => Err(Refusal::KeptUntilThePast { until, today }),
        _ => Ok(()),
    }
}
