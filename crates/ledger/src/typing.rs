//! Typing coalesces: within one visit to a field the newest op takes the place of the last.

use chrono::{DateTime, TimeDelta, Utc};
use replica::{Edit, Op, OpError, OpId, Value};

/// A visit to a field ends after a pause of this length.
const PAUSE: TimeDelta = TimeDelta::minutes(5);
/// And after so many saves, so that the list of what an op replaces stays short.
const SAVES: u8 = 32;

/// The op that the next keystrokes may replace.
pub(crate) struct Typing {
    op: Op,
    at: DateTime<Utc>,
    saves: u8,
}

impl Typing {
    /// Whether `edit` goes on where this visit is.
    fn goes_on(&self, edit: &Edit, now: DateTime<Utc>) -> bool {
        let same_field = matches!(edit, Edit::Set { entity, field, value: Value::Text(_) }
            if *entity == self.op.entity && *field == self.op.field);
        same_field && self.saves < SAVES && now - self.at < PAUSE
    }
}

/// Whether `op` is what typing makes: words put into one field.
fn is_typed(op: &Op) -> bool {
    op.kind == replica::Kind::Set && matches!(op.value, Value::Text(_))
}

/// `op` as it is to be folded, the id of the op that it replaces, and the visit that it goes on with or begins.
///
/// # Errors
/// The op would be over the limits of the format.
pub(crate) fn coalesce(
    before: Option<Typing>,
    edit: &Edit,
    op: Op,
    now: DateTime<Utc>,
) -> Result<(Op, Option<OpId>, Option<Typing>), OpError> {
    let Some(before) = before.filter(|typing| typing.goes_on(edit, now)) else {
        let visit = is_typed(&op).then(|| Typing { op: op.clone(), at: now, saves: 1 });
        return Ok((op, None, visit));
    };
    let op = op.replacing(&before.op)?;
    let visit = Typing { op: op.clone(), at: now, saves: before.saves + 1 };
    Ok((op, Some(before.op.id), Some(visit)))
}
