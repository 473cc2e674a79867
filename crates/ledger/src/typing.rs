//! Typing coalesces: within one visit to a field the newest op takes the place of the last.

use chrono::{DateTime, TimeDelta, Utc};
use replica::{Edit, Kind, Op, OpError, Value};

use crate::Outcome;

/// A visit to a field ends after a pause of this length.
const PAUSE: TimeDelta = TimeDelta::minutes(5);
/// And after so many saves, so that the list of what an op replaces stays short.
const SAVES: u8 = 32;

/// A visit to a field: the op that the next keystrokes may replace.
#[derive(Clone, Debug)]
pub(crate) struct Typing {
    op: Op,
    at: DateTime<Utc>,
    saves: u8,
    /// What takes the visit back, from its first word on.
    undo: Vec<Edit>,
}

impl Typing {
    /// Whether `op` goes on where this visit is.
    fn goes_on(&self, op: &Op, now: DateTime<Utc>) -> bool {
        let is_same_field = op.entity == self.op.entity && op.field == self.op.field;
        is_typed(op) && is_same_field && self.saves < SAVES && now - self.at < PAUSE
    }
}

/// Whether `op` is what typing makes: words put into one field.
fn is_typed(op: &Op) -> bool {
    op.kind == Kind::Set && matches!(op.value, Value::Text(_))
}

/// Lets the one op of an act take the place of the visit's last, if it goes on with it; returns the visit that the act goes on
/// with or begins.
///
/// # Errors
/// The op would be over the limits of the format.
pub(crate) fn go_on(
    visit: Option<Typing>,
    outcome: &mut Outcome,
    now: DateTime<Utc>,
) -> Result<Option<Typing>, OpError> {
    let Some(op) = outcome.ops.pop() else { return Ok(None) };
    let visit = match visit.filter(|visit| visit.goes_on(&op, now)) {
        Some(visit) => {
            outcome.replaced = Some(visit.op.id);
            outcome.undo.clone_from(&visit.undo);
            Typing { op: op.replacing(&visit.op)?, at: now, saves: visit.saves + 1, undo: visit.undo }
        }
        None => Typing { op, at: now, saves: 1, undo: outcome.undo.clone() },
    };
    outcome.ops.push(visit.op.clone());
    Ok(Some(visit).filter(|visit| is_typed(&visit.op)))
}
