//! Cairn's own rule: shown twice among the last five pieces, in more than one way.

use super::suggestion::Judged;
use crate::level::Level;

/// How many of the last pieces are looked at.
pub(super) const LAST: u8 = 5;

/// The highest level that two pieces reached in two formats. Of each piece it is enough that one of its formats is
/// another than one of the other's.
pub(super) fn shown_twice(judged: &[Judged]) -> Option<Level> {
    let pairs = judged.iter().enumerate().flat_map(|(place, one)| {
        let later = judged.iter().skip(place + 1);
        later.filter(|other| differ(one, other)).map(|other| one.level.min(other.level))
    });
    pairs.max()
}

/// Whether two pieces show something in two formats.
fn differ(one: &Judged, other: &Judged) -> bool {
    let has_some = !one.formats.is_empty() && !other.formats.is_empty();
    has_some && one.formats.union(&other.formats).count() > 1
}
