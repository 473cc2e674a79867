//! Scales of other people.

use crate::level::Level;

/// Levels for the words of an ordered scale, lowest first, once it is known which word means proficient: that is 3, the
/// words below spread from 1 up to it, those above up to 4, each in whole half steps. Where a scale is finer than that,
/// neighbours share a level; nothing below the proficient word ever reaches 3.
pub fn spread(words: usize, proficient: usize) -> Vec<Level> {
    let above = words.saturating_sub(proficient + 1);
    let of = |word: usize| match word.checked_sub(proficient) {
        // From 2 half-points at the lowest word to 6.
        None => 2 + 4 * word / proficient.max(1),
        Some(0) => 6,
        Some(over) => (6 + 2 * over / above.max(1)).max(7),
    };
    let half_points = (0..words).map(|word| u8::try_from(of(word)).unwrap_or(u8::MAX));
    half_points.map(|half_points| Level::from_half_points(half_points).unwrap_or(Level::TOP)).collect()
}
