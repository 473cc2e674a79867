//! The folded state as bytes, for a fast start. A cache of this device alone: the log stays the truth, and whatever is odd
//! about a snapshot means that the state is folded again.
//!
//! It is a head and pieces, so that neither writing nor reading it holds all of it in memory or keeps a page from drawing.

mod frame;
mod load;
mod save;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{DeviceId, WriterId};

pub use load::{Loading, Need};
pub use save::Saving;

/// What is kept beside the state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// The segments that the state holds, as the caller names them. More may be in it, for folding an op again changes
    /// nothing; less may not.
    pub segments: Vec<String>,
    /// The device of each writer, as the segments' headers said.
    pub writers: BTreeMap<WriterId, DeviceId>,
}
