//! How far a piece has come on its way from a draft to a judgement.

use std::cmp::Reverse;

use super::{Frozen, Portfolio, Submission};
use crate::entity::EntityId;

/// Where a piece stands, as its submissions tell. What others say of a submission, returned or judged, they sign themselves; it is no
/// part of the portfolio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage<'p> {
    /// It was never handed in.
    Draft,
    /// It is handed in: the latest submission that was not taken back.
    Submitted(&'p Submission),
    /// All submissions were taken back: the latest.
    Withdrawn(&'p Submission),
}

impl Portfolio {
    /// Where a piece stands.
    pub fn stage(&self, piece: &EntityId) -> Stage<'_> {
        let submissions = self.submissions_of(piece);
        let submitted = submissions.iter().find(|submission| submission.withdrawn.is_none());
        match (submitted, submissions.first()) {
            (Some(submission), _) => Stage::Submitted(submission),
            (None, Some(submission)) => Stage::Withdrawn(submission),
            (None, None) => Stage::Draft,
        }
    }

    /// A submission, one taken back too.
    pub fn submission(&self, id: &EntityId) -> Option<&Submission> {
        self.submissions.get(id)
    }

    /// All submissions that count, those taken back and those of pieces that are gone too, in no order that means anything.
    pub fn submissions(&self) -> impl Iterator<Item = &Submission> {
        self.submissions.values().filter(|submission| submission.standing.is_live())
    }

    /// The submissions of a piece, the latest first, those taken back too.
    pub fn submissions_of(&self, piece: &EntityId) -> Vec<&Submission> {
        let ids = self.index.submissions_of(piece);
        let mut submissions: Vec<_> = ids.filter_map(|id| self.submissions.get(id)).collect();
        submissions.retain(|submission| submission.standing.is_live());
        submissions.sort_by_key(|submission| Reverse((submission.at, &submission.id)));
        submissions
    }

    /// What was in a submission, while the piece is in the trash too; `None` once the piece was erased.
    pub fn frozen(&self, submission: &EntityId) -> Option<&Frozen> {
        self.frozen.get(&EntityId::frozen(submission))
    }
}
