//! Islands: regions side by side, and how one without trails is walked in sequence, row by row, there and back.

use crate::layout::Spot;

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

/// Sets regions of some width and height side by side on shelves, in order, with gaps between them: the corner of each. The shelves are as
/// long as all of them together are high, or as the widest.
pub(crate) fn shelve(regions: &[(f64, f64)], gap: (f64, f64)) -> Vec<Spot> {
    let area: f64 = regions.iter().map(|(width, height)| (width + gap.0) * (height + gap.1)).sum();
    let widest = regions.iter().map(|(width, _)| *width).fold(0.0, f64::max);
    let long = area.sqrt().max(widest);
    let mut corner = Spot::default();
    let mut high = 0.0_f64;
    let set = regions.iter().map(|(width, height)| {
        if corner.x > 0.0 && corner.x + width > long {
            corner = Spot { x: 0.0, y: corner.y + high + gap.1 };
            high = 0.0;
        }
        let at = corner;
        corner.x += width + gap.0;
        high = high.max(*height);
        at
    });
    set.collect()
}

#[cfg(test)]
mod tests {
    use super::{Spot, shelve, size, walk};

    #[test]
    fn each_stone_is_beside_the_next() {
        let spots: Vec<_> = walk(11, 3).collect();
        assert_eq!(&spots[2..5], [(2, 0), (2, 1), (1, 1)]);
        let is_beside = |pair: &[(usize, usize)]| pair[0].0.abs_diff(pair[1].0) + pair[0].1.abs_diff(pair[1].1) == 1;
        assert!(spots.windows(2).all(is_beside));
        assert_eq!((size(0), size(1), size(4), size(5), size(12)), ((2, 1), (2, 1), (2, 2), (3, 2), (4, 3)));
    }

    #[test]
    fn regions_are_set_on_shelves() {
        // 2.2 · (1.5 + 3.5 + 1.5) + 3.2 · 1.5 is an area of 19.1, about 4.4 by 4.4.
        let set = shelve(&[(2.0, 1.0), (2.0, 3.0), (2.0, 1.0), (3.0, 1.0)], (0.2, 0.5));
        let corner = |x, y| Spot { x, y };
        assert_eq!(set, [corner(0.0, 0.0), corner(2.2, 0.0), corner(0.0, 3.5), corner(0.0, 5.0)]);
        assert_eq!(shelve(&[], (0.0, 0.0)), []);
    }
}
