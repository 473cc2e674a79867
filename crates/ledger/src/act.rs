//! From an intent or changes to folded ops, and the way back.

use chrono::{DateTime, Utc};
use portfolio::{Change, Context, Intent};
use replica::{Edit, Op, OpId};

use crate::typing;
use crate::{Ledger, LedgerError, convert};

/// What an act did. It is folded; storing `ops` is the caller's.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The new facts, in order.
    pub ops: Vec<Op>,
    /// The op whose place the first of `ops` takes: its row need not be kept.
    pub replaced: Option<OpId>,
    /// The ids of the entities that may read differently now.
    pub touched: Vec<String>,
    /// The edits that take it back, in order; empty if nothing can. Where an op was replaced, they take the whole visit to the
    /// field back, and stand in for the edits that its earlier outcomes gave.
    pub undo: Vec<Edit>,
}

impl Ledger {
    /// Carries out what a learner means to do.
    ///
    /// # Errors
    /// [`LedgerError::Refused`] by the portfolio, [`LedgerError::Unwritable`] in the format; nothing is changed then.
    pub fn perform(&mut self, intent: Intent, context: &mut Context<'_>) -> Result<Outcome, LedgerError> {
        let changes = self.portfolio.plan(intent, context)?;
        self.apply(changes, context.now)
    }

    /// Writes down changes as they are.
    ///
    /// # Errors
    /// [`LedgerError::Unwritable`]; nothing is changed then.
    pub fn apply(&mut self, changes: Vec<Change>, now: DateTime<Utc>) -> Result<Outcome, LedgerError> {
        self.carry_out(changes.into_iter().map(convert::edit).collect(), now)
    }

    /// Takes an act back by its `undo`. What others wrote meanwhile stays; the outcome can itself be taken back.
    ///
    /// # Errors
    /// [`LedgerError::Unwritable`] if what it was about is purged; nothing is changed then.
    pub fn undo(&mut self, edits: Vec<Edit>, now: DateTime<Utc>) -> Result<Outcome, LedgerError> {
        self.seal();
        let outcome = self.carry_out(edits, now);
        // What is typed next is a visit of its own.
        self.seal();
        outcome
    }

    /// Purges the parts of pieces that somebody purged without having seen them; does nothing where there are none. To be
    /// called after ops from elsewhere were merged. Two devices that do it both write the same.
    ///
    /// # Errors
    /// [`LedgerError::Unwritable`]; nothing is changed then.
    pub fn finish_purges(&mut self, now: DateTime<Utc>) -> Result<Outcome, LedgerError> {
        let entities: Vec<_> = self.state.left_by_purge().into_iter().map(str::to_owned).collect();
        if entities.is_empty() {
            return Ok(Outcome::default());
        }
        self.carry_out(vec![Edit::Purge { entities }], now)
    }

    /// All edits or none: they are tried on the part of the state that they are about.
    fn carry_out(&mut self, edits: Vec<Edit>, now: DateTime<Utc>) -> Result<Outcome, LedgerError> {
        if edits.is_empty() {
            return Ok(Outcome::default());
        }
        let (visit, meanwhile) = typing::at(self.typing.take(), &edits, now);
        let began = if visit.is_none() { typing::noted(&edits, now) } else { None };
        let erases = edits.iter().any(|edit| matches!(edit, Edit::Purge { .. }));
        let is_alone = edits.len() == 1;
        let mut trial = self.state.excerpt(edits.iter().flat_map(Edit::entities).map(String::as_str));
        let mut outcome = Outcome::default();
        self.stamper.begin(&self.state);
        for edit in edits {
            let mut inverse = trial.inverse(&edit);
            let op = trial.stamp(&mut self.stamper, edit)?;
            trial.apply(&op);
            outcome.ops.push(op);
            // The last edit is taken back first.
            inverse.append(&mut outcome.undo);
            outcome.undo = inverse;
        }
        if erases {
            // What cannot be taken back whole is not taken back at all.
            outcome.undo.clear();
        }
        if is_alone {
            self.typing = typing::go_on(visit, &mut outcome, now)?;
        }
        self.typing = self.typing.take().or(meanwhile);
        if let Some(edit) = began {
            outcome.ops.push(trial.stamp(&mut self.stamper, edit)?);
        }
        outcome.ops.iter().for_each(|op| self.state.apply(op));
        outcome.touched = self.read_touched();
        Ok(outcome)
    }
}

impl Ledger {
    /// Says that ops were frozen into a segment, or that the learner left the field: typing does not replace them any more.
    pub fn seal(&mut self) {
        self.typing = None;
    }
}
