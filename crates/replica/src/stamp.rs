//! From an edit to an op: a fresh id, and the heads it replaces.

use thiserror::Error;

use crate::edit::Edit;
use crate::id::{LAMPORT_END, OpId, WriterId};
use crate::op::{Kind, Op, OpError};
use crate::state::State;
use crate::value::Value;

/// Gives out op ids for one writer.
#[derive(Clone, Debug)]
pub struct Stamper {
    writer: WriterId,
    lamport: u64,
    index: u32,
}

/// Why an edit cannot become an op.
#[derive(Debug, Error)]
pub enum StampError {
    /// The entity was purged, and its id is spent.
    #[error("{entity} was purged")]
    Purged {
        /// Which one.
        entity: String,
    },
    /// The op breaks a limit of the format.
    #[error(transparent)]
    Op(#[from] OpError),
    /// No Lamport number below 2^53 is left.
    #[error("no op id is left")]
    Spent,
}

impl Stamper {
    /// A stamper for a writer that has written nothing yet.
    pub fn new(writer: WriterId) -> Self {
        Self { writer, lamport: 0, index: 0 }
    }

    /// Whose ids these are.
    pub fn writer(&self) -> WriterId {
        self.writer
    }

    /// Starts a new act of the learner: the ids that follow are greater than all that `state` has seen, and share one
    /// Lamport number until the next act.
    pub fn begin(&mut self, state: &State) {
        self.lamport = self.lamport.max(state.lamport()) + 1;
        self.index = 0;
    }

    fn next(&mut self, state: &State) -> Result<OpId, StampError> {
        // What another device wrote meanwhile must not come out greater.
        if state.lamport() > self.lamport || self.lamport == 0 || self.index == u32::MAX {
            self.begin(state);
        }
        if self.lamport >= LAMPORT_END {
            return Err(StampError::Spent);
        }
        let id = OpId { lamport: self.lamport, writer: self.writer, index: self.index };
        self.index += 1;
        Ok(id)
    }
}

impl State {
    /// Makes the op that carries out `edit` on this state. Nothing is folded yet: the caller applies the op, and does so
    /// before it stamps the next edit.
    ///
    /// # Errors
    /// Any of [`StampError`].
    pub fn stamp(&self, stamper: &mut Stamper, edit: Edit) -> Result<Op, StampError> {
        let purged = edit.entities().iter().find(|entity| self.is_purged(entity));
        if let Some(entity) = purged.filter(|_| !matches!(edit, Edit::Purge { .. })) {
            return Err(StampError::Purged { entity: entity.clone() });
        }
        let supersedes = self.seen_by(&edit);
        let id = stamper.next(self)?;
        let op = self.carry_out(edit, id, supersedes);
        op.check()?;
        Ok(op)
    }

    fn carry_out(&self, edit: Edit, id: OpId, supersedes: Vec<OpId>) -> Op {
        let op = |kind, entity, field, value| Op { id, kind, entity, field, value, supersedes };
        match edit {
            Edit::Create { entity, fields } => op(Kind::Create, entity, String::new(), Value::Map(fields)),
            Edit::Set { entity, field, value } => op(Kind::Set, entity, field, value),
            Edit::Add { entity, field, value } => op(Kind::Add, entity, field, value),
            Edit::Remove { entity, field, value } => op(Kind::Remove, entity, field, value),
            Edit::Trash { entity } => op(Kind::Trash, entity, String::new(), Value::Null),
            Edit::Restore { entity } => op(Kind::Restore, entity, String::new(), Value::Null),
            Edit::Purge { entities } => {
                let pieces = self.with_parts(entities).into_iter().map(Value::Text).collect();
                op(Kind::Purge, String::new(), String::new(), Value::List(pieces))
            }
        }
    }
}

impl Op {
    /// This op, written so that it also replaces `last`: the same register moments later, by the same writer. A replica
    /// that has folded `last` and one that never will end in the same state, so `last` need not be kept.
    ///
    /// # Errors
    /// [`OpError::TooLong`], when it names too many.
    pub fn replacing(mut self, last: &Self) -> Result<Self, OpError> {
        self.supersedes.clone_from(&last.supersedes);
        if let Err(place) = self.supersedes.binary_search(&last.id) {
            self.supersedes.insert(place, last.id);
        }
        self.check()?;
        Ok(self)
    }
}
