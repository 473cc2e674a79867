//! The order in the columns, so that few trails cross.

use crate::columns::Columns;
use crate::crossings;

/// How often the columns are gone through, there and back. What is not better by then hardly gets better.
const ROUNDS: usize = 6;

/// Puts each column in a better order, and keeps the best that was met: never one with more crossings than it began with. What stands
/// as well as before stays where it is, so that a small change leaves most of a map as it was.
pub(crate) async fn untangle(columns: &mut Columns, rest: &mut impl AsyncFnMut()) {
    let mut places = columns.places();
    let mut best = (crossings::count(columns, &places), columns.order.clone());
    for _ in 0..ROUNDS {
        if best.0 == 0 {
            break;
        }
        for to_the_right in [true, false] {
            let last = columns.order.len().saturating_sub(1);
            for step in 1..=last {
                let column = if to_the_right { step } else { last - step };
                arrange(columns, column, to_the_right, &mut places);
                rest().await;
            }
            let crossings = crossings::count(columns, &places);
            rest().await;
            if crossings < best.0 {
                best = (crossings, columns.order.clone());
            }
        }
    }
    columns.order = best.1;
}

/// Puts what is joined to the column before (or after) in the order of the middles of what it is joined to. What is not joined to it
/// keeps its place.
fn arrange(columns: &mut Columns, column: usize, by_before: bool, places: &mut [usize]) {
    let middle = |slot: usize| {
        let slot = &columns.slots[slot];
        let joined = if by_before { &slot.before } else { &slot.after };
        let sum: usize = joined.iter().map(|other| places[*other]).sum();
        (!joined.is_empty()).then(|| sum as f64 / joined.len() as f64)
    };
    let mut moving: Vec<(f64, usize)> =
        columns.order[column].iter().filter_map(|slot| Some((middle(*slot)?, *slot))).collect();
    let fixed: Vec<bool> = columns.order[column].iter().map(|slot| middle(*slot).is_none()).collect();
    // Stable: what ties stands as it stood.
    moving.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let mut moving = moving.into_iter().map(|(_, slot)| slot);
    for (at, is_fixed) in columns.order[column].iter_mut().zip(fixed) {
        if !is_fixed && let Some(slot) = moving.next() {
            *at = slot;
        }
    }
    for (place, slot) in columns.order[column].iter().enumerate() {
        places[*slot] = place;
    }
}
