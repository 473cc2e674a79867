//! Joins portfolio and replica: changes go in, ops come out, and the portfolio is kept as they fold.
//!
//! `portfolio` knows evidence and no ops, `replica` knows ops and no evidence. Here the changes that an intent
//! asks for become ops, the ops are folded, and the entities they touched are read anew. Storing the ops is the
//! caller's: what [`Outcome`] returns is already folded, and stays so when the disk refuses.
#![forbid(unsafe_code)]

mod act;
mod convert;
mod error;
mod freeze;
mod history;
mod merge;
mod snapshot;
mod typing;
mod versions;
mod view;

pub use act::Outcome;
pub use error::LedgerError;
pub use freeze::Place;
pub use history::{History, TextVersion};
pub use replica::snapshot::Need;
pub use snapshot::{Abandoned, Loading, Saving};
pub use versions::Version;

use portfolio::Portfolio;
use replica::{Stamper, State, WriterId};
use typing::Typing;
use versions::Writers;

/// One learner's portfolio as this writer knows it.
pub struct Ledger {
    state: State,
    portfolio: Portfolio,
    stamper: Stamper,
    typing: Option<Typing>,
    writers: Writers,
}

impl Ledger {
    /// An empty portfolio, written by `writer`: 64 random bits taken at each start of the app and never stored.
    pub fn new(writer: WriterId) -> Self {
        Self::of(State::default(), writer)
    }

    /// A portfolio from a folded state.
    pub fn of(state: State, writer: WriterId) -> Self {
        let mut ledger = Self {
            state,
            portfolio: Portfolio::default(),
            stamper: Stamper::new(writer),
            typing: None,
            writers: Writers::default(),
        };
        ledger.read_all();
        ledger
    }

    /// What the learner has.
    pub fn portfolio(&self) -> &Portfolio {
        &self.portfolio
    }

    /// The fold behind it: versions, unknown entities, the fingerprint.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Who writes.
    pub fn writer(&self) -> WriterId {
        self.stamper.writer()
    }
}
