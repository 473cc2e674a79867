//! Ops, merge and segments: one device's copy of a set of immutable facts.
//!
//! A portfolio is the set of its [`Op`]s. [`State`] is what the set means: a pure fold that gives the same state for any
//! order, repetition or grouping of the ops, so that merging is union and syncing is copying files that never change.
//! The format is described for strangers in `docs/format.md`.
#![forbid(unsafe_code)]

mod canonical;
mod edit;
mod hex;
mod id;
mod inverse;
mod mix;
mod op;
mod root;
pub mod segment;
pub mod snapshot;
mod stamp;
mod state;
mod value;

pub use canonical::{canonical, fingerprint};
pub use edit::Edit;
pub use id::{DeviceId, Hash, IdError, LAMPORT_END, OpId, RootId, WriterId};
pub use op::{Kind, OP_LIMIT, Op, OpError};
pub use root::{RootError, RootFile};
pub use stamp::{StampError, Stamper};
pub use state::{Damaged, EntityView, Head, PART_OF, Standing, State};
pub use value::{DEPTH_LIMIT, INTEGER_LIMIT, Value};
