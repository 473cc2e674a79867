//! How far down everything in a column stands.

use crate::columns::{Columns, Kind};

/// A bend takes this part of the room of a stone.
const BEND: f64 = 0.4;
/// How often the columns are gone through, there and back.
const ROUNDS: usize = 4;

/// For each slot how far down its middle is, the uppermost at the middle of the first row. Stones stand at least a row apart, in the
/// order of their column, and otherwise as near as they can to the middle of what they are joined to.
pub(crate) async fn of(columns: &Columns, rest: &mut impl AsyncFnMut()) -> Vec<f64> {
    let mut down = vec![0.0; columns.slots.len()];
    for column in &columns.order {
        let offsets = offsets(columns, column);
        let middle = offsets.last().copied().unwrap_or_default() / 2.0;
        column.iter().zip(&offsets).for_each(|(slot, offset)| down[*slot] = offset - middle);
    }
    let last = columns.order.len().saturating_sub(1);
    for round in 0..ROUNDS {
        let sides = if round + 1 == ROUNDS { Sides::Both } else { Sides::One };
        for step in 0..=last {
            settle(columns, step, sides.of(true), &mut down);
            rest().await;
        }
        for step in (0..=last).rev() {
            settle(columns, step, sides.of(false), &mut down);
            rest().await;
        }
    }
    let highest = down.iter().copied().fold(f64::INFINITY, f64::min);
    down.iter_mut().for_each(|down| *down += 0.5 - highest);
    down
}

/// By what a column is drawn towards: the columns gone through before it, or in the end those on both sides.
#[derive(Clone, Copy)]
enum Sides {
    One,
    Both,
}

impl Sides {
    fn of(self, to_the_right: bool) -> (bool, bool) {
        match self {
            Self::One => (to_the_right, !to_the_right),
            Self::Both => (true, true),
        }
    }
}

/// Draws a column to what it is joined to in the column before, the one after, or both.
fn settle(columns: &Columns, column: usize, (before, after): (bool, bool), down: &mut [f64]) {
    let Some(column) = columns.order.get(column) else { return };
    let wanted = |slot: &usize| {
        let Some(joined) = columns.slots.get(*slot) else { return 0.0 };
        let before = joined.before.iter().filter(|_| before);
        let joined: Vec<f64> = before.chain(joined.after.iter().filter(|_| after)).map(|other| down[*other]).collect();
        if joined.is_empty() { down[*slot] } else { joined.iter().sum::<f64>() / joined.len() as f64 }
    };
    let offsets = offsets(columns, column);
    let free: Vec<f64> = column.iter().zip(&offsets).map(|(slot, offset)| wanted(slot) - offset).collect();
    for ((slot, offset), place) in column.iter().zip(&offsets).zip(ascending(&free)) {
        down[*slot] = offset + place;
    }
}

/// How far below the first each of a column would stand with no room between them.
fn offsets(columns: &Columns, column: &[usize]) -> Vec<f64> {
    let height = |slot: &usize| match columns.slots.get(*slot).map(|slot| slot.kind) {
        Some(Kind::Bend(..)) => BEND,
        _ => 1.0,
    };
    let mut at = 0.0;
    let mut before = None;
    let mut offsets = Vec::with_capacity(column.len());
    for height in column.iter().map(height) {
        at += before.map_or(0.0, |before: f64| f64::midpoint(before, height));
        offsets.push(at);
        before = Some(height);
    }
    offsets
}

/// The numbers nearest to these, by the squares of the differences, of which none is less than the one before it: what stands the wrong
/// way round is joined to its mean (pool adjacent violators; Ayer and others 1955).
fn ascending(wanted: &[f64]) -> Vec<f64> {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for number in wanted {
        let mut pool = (*number, 1);
        while let Some(before) = pools.pop_if(|before| before.0 > pool.0) {
            let count = before.1 + pool.1;
            pool = ((before.0 * before.1 as f64 + pool.0 * pool.1 as f64) / count as f64, count);
        }
        pools.push(pool);
    }
    pools.into_iter().flat_map(|(mean, count)| std::iter::repeat_n(mean, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::ascending;

    #[test]
    fn what_stands_the_wrong_way_round_meets_in_the_middle() {
        assert_eq!(ascending(&[1.0, 3.0, 2.0, 5.0]), [1.0, 2.5, 2.5, 5.0]);
        assert_eq!(ascending(&[3.0, 2.0, 1.0]), [2.0; 3]);
        assert_eq!(ascending(&[]), [0.0; 0]);
    }
}
