//! Handing a piece in, and taking that back.

use chrono::{DateTime, Utc};

use super::{Context, Refusal, Wording, set};
use crate::change::Change;
use crate::date::format_instant;
use crate::entity::{EntityId, Kind};
use crate::fields::Standing;
use crate::model::{Frozen, Portfolio, Removed, StoredFile, Submission};
use crate::submission::{Manifest, Sealed};

impl Portfolio {
    /// What was sealed is of the piece as it stands, and `file` holds exactly its bytes: whoever made them, this is what counts.
    pub(super) fn submit(
        &self,
        sealed: &Sealed,
        file: StoredFile,
        context: &mut Context<'_>,
    ) -> Result<Vec<Change>, Refusal> {
        let manifest = sealed.manifest();
        let piece = self.piece_in_use(&manifest.piece)?;
        Wording::Changed.check(&manifest.changed)?;
        let words = [&manifest.title, &manifest.text, &manifest.reflection];
        if words.into_iter().all(|words| words.trim().is_empty()) && manifest.artifacts.is_empty() {
            return Err(Refusal::NothingInIt);
        }
        let stands = Manifest::of(self, &piece.id, manifest.at, &manifest.changed);
        let holds_it = file.hash == sealed.hash() && file.chunks == [sealed.hash()];
        if stands.as_ref() != Some(manifest) || !holds_it {
            return Err(Refusal::NotAsItStands { piece: piece.id.clone() });
        }
        let submission = Submission {
            id: EntityId::random(Kind::Submission, (context.fresh)()),
            piece: piece.id.clone(),
            at: manifest.at,
            hash: sealed.hash().to_owned(),
            changed: manifest.changed.clone(),
            before: manifest.before.clone(),
            withdrawn: None,
            removed: None,
            standing: Standing::Live,
        };
        let frozen = Frozen {
            id: EntityId::frozen(&submission.id),
            piece: piece.id.clone(),
            manifest: file,
            standing: Standing::Live,
        };
        Ok(vec![
            Change::Create { entity: submission.id.clone(), fields: submission.fields() },
            Change::Create { entity: frozen.id.clone(), fields: frozen.fields() },
        ])
    }

    pub(super) fn withdraw(&self, submission: &EntityId, now: DateTime<Utc>) -> Result<Vec<Change>, Refusal> {
        let is_there = |submission: &&Submission| submission.standing.is_live();
        match self.submission(submission).filter(is_there) {
            None => Err(Refusal::NotThere { entity: submission.clone() }),
            Some(stands) if stands.withdrawn.is_some() => Ok(Vec::new()),
            Some(_) => Ok(vec![set(submission, Submission::WITHDRAWN, format_instant(now))]),
        }
    }

    /// The changes that note on the submissions of a piece that what was in them is erased, today, by the learner.
    pub(super) fn note_removed(&self, piece: &EntityId, context: &Context<'_>) -> impl Iterator<Item = Change> {
        let removed = Removed { by: self.learner().name.clone(), day: context.today }.to_value();
        let submissions = self.submissions_of(piece).into_iter().filter(|submission| submission.removed.is_none());
        submissions.map(move |submission| set(&submission.id, Submission::REMOVED, removed.clone()))
    }
}
