//! What stands around the bytes of a head or a piece: the version, a checksum, and which of which snapshot it is.

use crate::mix::mix;

/// Raised whenever the encoding *or the meaning of any op* changes, so that no state of an older fold lives on.
const VERSION: u8 = 3;

const CHECKSUM: usize = size_of::<u64>();
const SNAPSHOT: usize = size_of::<u64>();
const PLACE: usize = size_of::<u32>();

/// Where the head stands; the pieces follow.
pub(super) const HEAD: u32 = 0;

/// A frame for the `place`th part of a snapshot, to be filled and then [sealed](seal).
pub(super) fn begin(snapshot: u64, place: u32) -> Vec<u8> {
    let mut bytes = vec![VERSION; 1 + CHECKSUM];
    bytes.extend(snapshot.to_le_bytes());
    bytes.extend(place.to_le_bytes());
    bytes
}

/// Closes a frame.
pub(super) fn seal(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let sum = checksum(bytes.get(1 + CHECKSUM..)?);
    bytes.get_mut(1..=CHECKSUM)?.copy_from_slice(&sum.to_le_bytes());
    Some(bytes)
}

/// The snapshot that a frame belongs to and what is in it, if it is whole and stands where it should.
pub(super) fn open(bytes: &[u8], place: u32) -> Option<(u64, &[u8])> {
    let (version, rest) = bytes.split_first()?;
    let (sum, rest) = rest.split_first_chunk::<CHECKSUM>()?;
    if *version != VERSION || u64::from_le_bytes(*sum) != checksum(rest) {
        return None;
    }
    let (snapshot, rest) = rest.split_first_chunk::<SNAPSHOT>()?;
    let (at, inside) = rest.split_first_chunk::<PLACE>()?;
    (u32::from_le_bytes(*at) == place).then_some((u64::from_le_bytes(*snapshot), inside))
}

/// How many bytes stand before what is in a frame.
pub(super) const BEFORE: usize = 1 + CHECKSUM + SNAPSHOT + PLACE;

/// Against a row that was cut or damaged, not against people.
fn checksum(bytes: &[u8]) -> u64 {
    mix(bytes.len() as u64, bytes)
}
