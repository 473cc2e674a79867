//! The folded state as bytes, for a fast start. A cache of this device alone: the log stays the truth, and whatever is odd
//! about a snapshot means that the state is folded again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{DeviceId, WriterId};
use crate::mix::mix;
use crate::state::State;
use crate::state::pack::{self, Unpacking};

/// Raised whenever the encoding *or the meaning of any op* changes, so that no state of an older fold lives on.
const VERSION: u8 = 1;

/// What is kept beside the state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// The segments that the state holds, as the caller names them. More may be in it, for folding an op again changes
    /// nothing; less may not.
    pub segments: Vec<String>,
    /// The device of each writer, as the segments' headers said.
    pub writers: BTreeMap<WriterId, DeviceId>,
}

/// The bytes of a snapshot; nothing if an op in the state is beyond the limits of the format.
pub fn to_bytes(state: &State, cover: &Cover) -> Option<Vec<u8>> {
    let mut bytes = vec![VERSION; 1 + CHECKSUM];
    bytes = postcard::to_extend(cover, bytes).ok()?;
    bytes = pack::pack(state, bytes)?;
    let sum = checksum(bytes.get(1 + CHECKSUM..)?);
    bytes.get_mut(1..=CHECKSUM)?.copy_from_slice(&sum.to_le_bytes());
    Some(bytes)
}

/// The state in a snapshot; nothing if the bytes are cut, damaged or from another version.
pub fn from_bytes(bytes: &[u8]) -> Option<(State, Cover)> {
    let mut loading = Loading::open(bytes)?;
    while loading.load_some(usize::MAX)? {}
    loading.finish()
}

/// A snapshot being read in slices, so that a page can draw in between.
pub struct Loading<'a> {
    cover: Cover,
    unpacking: Unpacking<'a>,
}

impl<'a> Loading<'a> {
    /// Checks the bytes whole and reads what goes before the entities; nothing where a snapshot is of no use.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let (version, rest) = bytes.split_first()?;
        let (sum, body) = rest.split_first_chunk::<CHECKSUM>()?;
        if *version != VERSION || u64::from_le_bytes(*sum) != checksum(body) {
            return None;
        }
        let (cover, rest) = postcard::take_from_bytes(body).ok()?;
        Some(Self { cover, unpacking: Unpacking::open(rest)? })
    }

    /// Reads up to `entities` more; says whether any are left. A thousand take about 3 ms in a browser.
    pub fn load_some(&mut self, entities: usize) -> Option<bool> {
        self.unpacking.unpack_some(entities)
    }

    /// The state, once nothing is left.
    pub fn finish(self) -> Option<(State, Cover)> {
        Some((self.unpacking.finish()?, self.cover))
    }
}

const CHECKSUM: usize = 8;

/// Against a row that was cut or damaged, not against people.
fn checksum(bytes: &[u8]) -> u64 {
    mix(bytes.len() as u64, bytes)
}
