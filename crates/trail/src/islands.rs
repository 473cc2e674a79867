//! Regions without trails: islands that are walked in sequence, row by row, there and back.

/// How many columns and rows an island of so many stones takes. Two columns at least, or its name has no room.
pub(crate) fn size(stones: usize) -> (usize, usize) {
    let columns = ((stones as f64).sqrt().ceil() as usize).max(2);
    (columns, stones.div_ceil(columns).max(1))
}

/// Where the stones of an island stand, in columns and rows. Every other row is walked back, so that each stone is beside the next.
pub(crate) fn walk(stones: usize, columns: usize) -> impl Iterator<Item = (usize, usize)> {
    let columns = columns.max(1);
    (0..stones).map(move |stone| {
        let (row, along) = (stone / columns, stone % columns);
        (if row % 2 == 0 { along } else { columns - 1 - along }, row)
    })
}

/// Sets islands (columns, height) side by side on shelves of `wide` columns, in order: for each how far it is from the left and from the
/// top. Beside the shelves' height.
pub(crate) fn shelve(islands: &[(usize, f64)], wide: usize, gap: f64) -> (Vec<(usize, f64)>, f64) {
    let (mut left, mut top, mut high) = (0, 0.0, 0.0_f64);
    let mut set = Vec::with_capacity(islands.len());
    for (columns, height) in islands {
        if left > 0 && left + columns > wide {
            (left, top, high) = (0, top + high + gap, 0.0);
        }
        set.push((left, top));
        left += columns;
        high = high.max(*height);
    }
    (set, top + high)
}

#[cfg(test)]
mod tests {
    use super::{shelve, size, walk};

    #[test]
    fn each_stone_is_beside_the_next() {
        let spots: Vec<_> = walk(11, 3).collect();
        assert_eq!(&spots[2..5], [(2, 0), (2, 1), (1, 1)]);
        let is_beside = |pair: &[(usize, usize)]| pair[0].0.abs_diff(pair[1].0) + pair[0].1.abs_diff(pair[1].1) == 1;
        assert!(spots.windows(2).all(is_beside));
        assert_eq!((size(0), size(1), size(4), size(5), size(12)), ((2, 1), (2, 1), (2, 2), (3, 2), (4, 3)));
    }

    #[test]
    fn a_shelf_is_as_high_as_its_highest() {
        let (set, height) = shelve(&[(2, 1.0), (2, 3.0), (2, 1.0), (9, 1.0)], 4, 0.5);
        assert_eq!(set, [(0, 0.0), (2, 0.0), (0, 3.5), (0, 5.0)]);
        assert_eq!(height, 6.0);
    }
}
