//! How a text came to be what it is: its versions, one for each visit.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use portfolio::EntityId;
use portfolio::date::parse_instant;
use portfolio::model::Evidence;
use replica::{Kind, Op, OpId, Value, WriterId};

/// A text as a visit left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextVersion {
    /// The words.
    pub text: String,
    /// When the visit began; unknown for what an app wrote that did not note it.
    pub at: Option<DateTime<Utc>>,
    /// The op that wrote the words.
    pub op: OpId,
}

/// Gathers the versions of one text of a piece from the ops of the log, which may come in any order, in slices, and more than once.
#[derive(Clone, Debug)]
pub struct History {
    entity: EntityId,
    field: String,
    /// The ops that wrote the text, by their ids.
    writes: BTreeMap<OpId, Write>,
    /// When visits began, by the acts that began them.
    visits: BTreeMap<Act, DateTime<Utc>>,
    /// When the piece was added, by the act that added it. Nothing takes the place of what was written then.
    added: Option<(Act, DateTime<Utc>)>,
}

/// An act of one writer: its ops differ in their index alone.
type Act = (u64, WriterId);

#[derive(Clone, Debug)]
struct Write {
    text: String,
    supersedes: Vec<OpId>,
}

impl History {
    /// Of this text of a piece: `title`, `text` or `reflection`.
    pub fn of(piece: EntityId, field: &str) -> Self {
        Self { entity: piece, field: field.to_owned(), writes: BTreeMap::new(), visits: BTreeMap::new(), added: None }
    }

    /// Takes note of an op; most are about something else.
    pub fn take(&mut self, op: &Op) {
        if op.entity != self.entity.as_str() {
            return;
        }
        if let Some(text) = put(op, &self.field) {
            self.writes.insert(op.id, Write { text: text.to_owned(), supersedes: op.supersedes.clone() });
        }
        let instant = |field| put(op, field).and_then(parse_instant);
        if let Some(at) = instant(Evidence::EDITED) {
            self.visits.insert(act(op.id), at);
        }
        if let Some(at) = instant(Evidence::ADDED) {
            self.added = Some((act(op.id), at));
        }
    }

    /// The versions, the newest first. What a visit wrote on the way to its last words is none.
    pub fn versions(&self) -> Vec<TextVersion> {
        // Ascending, so that of one visit the last words stay.
        let mut visits: BTreeMap<Act, TextVersion> = BTreeMap::new();
        for (op, write) in &self.writes {
            let (visit, at) = self.visit(*op, write);
            visits.insert(visit, TextVersion { text: write.text.clone(), at, op: *op });
        }
        let mut versions: Vec<_> = visits.into_values().collect();
        versions.sort_by_key(|version| Reverse(version.op));
        versions
    }

    /// The visit in which an op was written. An op that took the place of others names them, the first of the visit among them; what
    /// stood there before the visit it names, too, but that was begun earlier.
    fn visit(&self, id: OpId, write: &Write) -> (Act, Option<DateTime<Utc>>) {
        let own = write.supersedes.iter().filter(|other| other.writer == id.writer);
        let acts = own.copied().chain([id]).map(act);
        let begun = acts.filter_map(|act| Some((act, *self.visits.get(&act)?))).max();
        let (visit, at) = begun.or(self.added.filter(|(added, _)| *added == act(id))).unzip();
        (visit.unwrap_or(act(id)), at)
    }
}

fn act(id: OpId) -> Act {
    (id.lamport, id.writer)
}

/// The text that an op puts into a field, if it does.
fn put<'op>(op: &'op Op, field: &str) -> Option<&'op str> {
    match (&op.kind, &op.value) {
        (Kind::Set, value) if op.field == field => value.as_text(),
        (Kind::Create, Value::Map(fields)) => fields.get(field).and_then(Value::as_text),
        _ => None,
    }
}
