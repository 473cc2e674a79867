//! The three layers of a level. They are shown apart and never blended.
//!
//! What they mean is settled here and in `docs/learning-model.md` before anybody but the learner judges: until reviews by facilitators
//! come, only tests make a decision or a judgement.

use chrono::NaiveDate;

use super::Held;
use crate::level::Level;
use crate::rules::{Judged, Rule, Suggestion, suggest};

/// What a facilitator decided, with their reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The level.
    pub level: Level,
    /// Who decided.
    pub by: String,
    /// Why, in their words.
    pub reason: String,
    /// When.
    pub day: NaiveDate,
}

/// What is said of a competency, by whoever says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Layers {
    /// A facilitator's decision, if there is one.
    pub decided: Option<Decision>,
    /// What a rule makes of the judgements of others.
    pub suggested: Suggestion,
    /// What the learner says.
    pub own: Option<Held>,
}

/// From which layer a level comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standpoint {
    /// It was decided.
    Decided,
    /// A rule suggests it.
    Suggested,
    /// The learner says so.
    Own,
}

impl Layers {
    /// The layers of a competency: `judged` are others' judgements in the order of the work.
    pub fn of(decided: Option<Decision>, rule: Rule, judged: &[Judged], own: Option<Held>) -> Self {
        Self { decided, suggested: suggest(rule, judged), own }
    }

    /// The level to go by: the decided one, else the suggested one, else what the learner says.
    pub fn level(&self) -> Option<(Standpoint, Level)> {
        let decided = self.decided.as_ref().map(|decided| (Standpoint::Decided, decided.level));
        let suggested = self.suggested.level().map(|level| (Standpoint::Suggested, level));
        let own = self.own.as_ref().map(|held| (Standpoint::Own, held.level));
        decided.or(suggested).or(own)
    }

    /// The level that others may rest on: as [`level`](Self::level), but a provisional one opens nothing, whatever the
    /// learner says beside it.
    pub fn opening(&self) -> Option<(Standpoint, Level)> {
        let may_open = |standpoint| standpoint != Standpoint::Suggested || !self.suggested.is_provisional;
        self.level().filter(|(standpoint, _)| may_open(*standpoint))
    }
}
