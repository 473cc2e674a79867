//! A multi-value register: all values that no op has superseded.

use serde::{Deserialize, Serialize};

use super::few::Few;
use crate::id::OpId;
use crate::value::Value;

/// A value that stands, and the op that put it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head<T = Value> {
    /// The op that put it.
    pub id: OpId,
    /// What it put.
    pub value: T,
}

/// The heads of one field, and every id that was superseded in it, *whether or not that op has arrived*. Without the
/// second list a loser that arrives after its winner would stand again, and the order of arrival would matter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Register<T = Value> {
    /// Ascending by id; the last one is shown.
    pub(crate) heads: Few<Head<T>>,
    /// Ascending, without doubles.
    pub(crate) dead: Few<OpId>,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { heads: Few::None, dead: Few::None }
    }
}

impl<T> Register<T> {
    /// Lets `id` stand with `value`, unless it stands already or was superseded before it came.
    pub(crate) fn put(&mut self, id: OpId, supersedes: &[OpId], value: T) {
        self.bury(supersedes);
        if self.dead.binary_search(&id).is_ok() {
            return;
        }
        if let Err(place) = self.heads.binary_search_by_key(&id, |head| head.id) {
            self.heads.insert(place, Head { id, value });
        }
    }

    /// Notes ids as superseded and takes away the heads among them.
    pub(crate) fn bury(&mut self, ids: &[OpId]) {
        if ids.is_empty() {
            return;
        }
        for id in ids {
            if let Err(place) = self.dead.binary_search(id) {
                self.dead.insert(place, *id);
            }
        }
        let dead = &self.dead;
        self.heads.retain(|head| dead.binary_search(&head.id).is_err());
    }

    /// Whether it is as if it had never been touched.
    pub(crate) fn is_empty(&self) -> bool {
        self.heads.is_empty() && self.dead.is_empty()
    }

    /// The value shown: that of the greatest id.
    pub(crate) fn shown(&self) -> Option<&T> {
        self.heads.last().map(|head| &head.value)
    }
}
