//! Adding, editing, trashing and erasing pieces.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::artifacts::NewArtifact;
use super::refusal::{check_competency, stored_length};
use super::{Context, Refusal, Wording, set};
use crate::change::Change;
use crate::entity::{EntityId, Kind};
use crate::fields::Standing;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::{Claim, Evidence, Grounds, Portfolio};
use crate::order;

/// A piece of work to add. It needs words, a file or a link; everything else may come later.
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
    /// Its files and links in order.
    pub artifacts: Vec<NewArtifact>,
}

/// One thing of a piece to write or correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceEdit {
    /// What it is called.
    Title(String),
    /// The work itself, or words about it.
    Text(String),
    /// What the learner thinks of it.
    Reflection(String),
    /// The day of the work.
    Date(NaiveDate),
}

impl Portfolio {
    pub(super) fn add_evidence(&self, new: NewEvidence, context: &mut Context<'_>) -> Result<Vec<Change>, Refusal> {
        let is_blank = [&new.title, &new.text, &new.reflection].into_iter().all(|words| words.trim().is_empty());
        if is_blank && new.artifacts.is_empty() {
            return Err(Refusal::NothingInIt);
        }
        check_date(new.date, context.today)?;
        let words = [(Wording::Title, &new.title), (Wording::Text, &new.text), (Wording::Reflection, &new.reflection)];
        words.into_iter().try_for_each(|(wording, words)| wording.check(words))?;
        for (competency, _) in &new.claims {
            check_competency(competency, context.frameworks)?;
        }
        new.artifacts.iter().try_for_each(NewArtifact::check)?;

        let piece = Evidence {
            id: EntityId::random(Kind::Evidence, (context.fresh)()),
            title: new.title,
            text: new.text,
            reflection: new.reflection,
            date: Some(new.date),
            added: Some(context.now),
            standing: Standing::Live,
        };
        let mut changes = created(&piece);
        let orders = order::spaced(new.artifacts.len());
        for (artifact, order) in new.artifacts.into_iter().zip(orders) {
            changes.push(artifact.create(&piece.id, order, (context.fresh)()));
        }
        let claims: BTreeMap<ItemId, Level> = new.claims.into_iter().collect();
        changes.extend(claims.into_iter().map(|(competency, level)| claimed(&piece.id, competency, level)));
        Ok(changes)
    }

    pub(super) fn edit_evidence(
        &self,
        piece: &EntityId,
        edit: PieceEdit,
        today: NaiveDate,
    ) -> Result<Vec<Change>, Refusal> {
        let before = self.piece_in_use(piece)?;
        let (field, wording, was, words) = match edit {
            PieceEdit::Title(words) => (Evidence::TITLE, Wording::Title, &before.title, words),
            PieceEdit::Text(words) => (Evidence::TEXT, Wording::Text, &before.text, words),
            PieceEdit::Reflection(words) => (Evidence::REFLECTION, Wording::Reflection, &before.reflection, words),
            PieceEdit::Date(date) => {
                check_date(date, today)?;
                let is_same = before.date == Some(date);
                return Ok(if is_same { Vec::new() } else { vec![set(piece, Evidence::DATE, date)] });
            }
        };
        wording.check(&words)?;
        Ok(if *was == words { Vec::new() } else { vec![set(piece, field, words)] })
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
    pub(super) fn purge(&self, pieces: Vec<EntityId>) -> Result<Vec<Change>, Refusal> {
        let mut entities = BTreeSet::new();
        for piece in pieces {
            match self.piece(&piece).map(|piece| piece.standing) {
                None => return Err(Refusal::NotThere { entity: piece }),
                Some(Standing::Live | Standing::Recovered) => return Err(Refusal::NotInTrash { entity: piece }),
                Some(Standing::Trashed) => {
                    entities.extend(self.parts_of(&piece).cloned());
                    entities.insert(piece);
                }
            }
        }
        let purge = |entities| vec![Change::Purge { entities }];
        Ok(if entities.is_empty() { Vec::new() } else { purge(entities.into_iter().collect()) })
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
fn created(piece: &Evidence) -> Vec<Change> {
    const TOGETHER: usize = 32 * 1024;
    let mut fields = piece.fields();
    let is_long = stored_length(&piece.text) + stored_length(&piece.reflection) > TOGETHER;
    let long: Vec<_> = [Evidence::TEXT, Evidence::REFLECTION]
        .into_iter()
        .filter(|_| is_long)
        .filter_map(|field| Some(set(&piece.id, field, fields.remove(field)?)))
        .collect();
    let mut changes = vec![Change::Create { entity: piece.id.clone(), fields }];
    changes.extend(long);
    changes
}

fn check_date(date: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if date > today { Err(Refusal::WorkInTheFuture { date, today }) } else { Ok(()) }
}
