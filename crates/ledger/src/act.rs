//! From changes to folded ops, and the way back.

use chrono::{DateTime, Utc};
use portfolio::Change;
use replica::{Edit, Op, OpId};

use crate::{Ledger, LedgerError, convert, typing};

/// What an act did. It is folded; storing `ops` is the caller's.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The new facts, in order.
    pub ops: Vec<Op>,
    /// The op whose place the first of `ops` takes: its row need not be kept.
    pub replaced: Option<OpId>,
    /// The ids of the entities that may read differently now.
    pub touched: Vec<String>,
    /// The edits that take it back, in order; empty if nothing can.
    pub undo: Vec<Edit>,
}

impl Ledger {
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
        self.carry_out(edits, now)
    }

    /// All edits or none.
    fn carry_out(&mut self, edits: Vec<Edit>, now: DateTime<Utc>) -> Result<Outcome, LedgerError> {
        let mut outcome = Outcome::default();
        let alone = edits.len() == 1;
        self.stamper.begin(&self.state);
        // One edit fails before it is folded; of several, those before it are folded already.
        let before = (!alone).then(|| self.state.clone());
        for edit in edits {
            let mut inverse = self.state.inverse(&edit);
            match self.stamp(&edit, alone, now) {
                Ok((op, replaced)) => {
                    self.state.apply(&op);
                    outcome.ops.push(op);
                    outcome.replaced = replaced;
                }
                Err(error) => {
                    self.state = before.unwrap_or_else(|| std::mem::take(&mut self.state));
                    return Err(error);
                }
            }
            // The last edit is taken back first.
            inverse.append(&mut outcome.undo);
            outcome.undo = inverse;
        }
        outcome.touched = self.read_touched();
        Ok(outcome)
    }

    fn stamp(&mut self, edit: &Edit, alone: bool, now: DateTime<Utc>) -> Result<(Op, Option<OpId>), LedgerError> {
        let op = self.state.stamp(&mut self.stamper, edit.clone())?;
        let visit = self.typing.take().filter(|_| alone);
        let (op, replaced, visit) = typing::coalesce(visit, edit, op, now).map_err(replica::StampError::from)?;
        self.typing = visit.filter(|_| alone);
        Ok((op, replaced))
    }
}
