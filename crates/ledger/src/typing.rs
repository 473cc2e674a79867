//! Typing coalesces: within one visit to a field the newest op takes the place of the last.

use chrono::{DateTime, TimeDelta, Utc};
use portfolio::date::format_instant;
use portfolio::model::Evidence;
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

/// The visit that an act goes on with, and the one that goes on behind it: an act that is about something else, as a picture that is
/// pasted or its preview, does not end the writing.
pub(crate) fn at(visit: Option<Typing>, edits: &[Edit], now: DateTime<Utc>) -> (Option<Typing>, Option<Typing>) {
    match visit {
        Some(visit) if visit.goes_on(edits, now) => (Some(visit), None),
        Some(visit) if visit.is_elsewhere(edits) => (None, Some(visit)),
        _ => (None, None),
    }
}

impl Typing {
    fn is_elsewhere(&self, edits: &[Edit]) -> bool {
        !edits.iter().flat_map(Edit::entities).any(|entity| *entity == self.op.entity)
    }

    /// Whether an act goes on where this visit is.
    fn goes_on(&self, edits: &[Edit], now: DateTime<Utc>) -> bool {
        let [Edit::Set { entity, field, value: Value::Text(_) }] = edits else { return false };
        let is_same_field = *entity == self.op.entity && *field == self.op.field;
        is_same_field && self.saves < SAVES && now - self.at < PAUSE
    }
}

/// Whether `op` is what typing makes: words put into one field.
fn is_typed(op: &Op) -> bool {
    op.kind == Kind::Set && matches!(op.value, Value::Text(_))
}

/// When an act begins a visit to the title, text or reflection of a piece that was there before, the edit that notes it on the piece. It
/// is what gives a history its times. It belongs to the act, and is not taken back with it: taking words back is a visit of its own.
pub(crate) fn noted(edits: &[Edit], now: DateTime<Utc>) -> Option<Edit> {
    let is_text = |field: &str| [Evidence::TITLE, Evidence::TEXT, Evidence::REFLECTION].contains(&field);
    let is_new =
        |piece: &String| edits.iter().any(|edit| matches!(edit, Edit::Create { entity, .. } if entity == piece));
    let written = |edit: &Edit| match edit {
        Edit::Set { entity, field, .. } if entity.starts_with("evidence:") && is_text(field) => Some(entity.clone()),
        _ => None,
    };
    let entity = edits.iter().find_map(written).filter(|piece| !is_new(piece))?;
    Some(Edit::Set { entity, field: Evidence::EDITED.to_owned(), value: Value::Text(format_instant(now)) })
}

/// Lets the one op of an act take the place of the last of the visit that it goes on with; returns that visit, or the one that the act
/// begins.
///
/// # Errors
/// The op would be over the limits of the format.
pub(crate) fn go_on(
    visit: Option<Typing>,
    outcome: &mut Outcome,
    now: DateTime<Utc>,
) -> Result<Option<Typing>, OpError> {
    let Some(op) = outcome.ops.pop() else { return Ok(None) };
    let visit = match visit {
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
