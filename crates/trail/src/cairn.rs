//! The signature drawing: stones stacked by hand, one for each piece of evidence.

/// More stones than these would be drawn smaller than a stone can be; words beside the drawing say the number.
pub const MOST: usize = 9;

/// A stack of stones around a middle line, from the ground up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stack {
    /// The middle line.
    pub x: f64,
    /// The ground.
    pub y: f64,
    /// How high each stone is.
    pub height: f64,
    /// Half of how wide the lowest is.
    pub half_width: f64,
    /// So much less of that has the stone on top of [`MOST`].
    pub taper: f64,
}

/// One of the stones of a stack.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stone {
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// Half of how wide it is.
    pub half_width: f64,
    /// Half of how high it is.
    pub half_height: f64,
    lean: f64,
}

impl Stone {
    /// Its outline, as an SVG path.
    pub fn outline(self) -> String {
        pebble((self.x, self.y), self.half_width, self.half_height, self.lean)
    }
}

impl Stack {
    /// The stones of a stack of `count`, the oldest at the bottom. The shape depends on the place in the stack alone, so a cairn that
    /// grows keeps the stones it had.
    pub fn stones(self, count: usize) -> impl Iterator<Item = Stone> {
        let Self { x, y, height, half_width, taper } = self;
        let wide = half_width / 34.0;
        (0..count.min(MOST)).map(move |place| {
            let lean = (place as f64 * 2.4).sin();
            let half_width = half_width - place as f64 * (taper / MOST as f64) + lean * 3.0 * wide;
            let (x, y) = (x + lean * 3.5 * wide, y - height * (place as f64 + 0.5));
            Stone { x, y, half_width, half_height: height * 0.5, lean }
        })
    }
}

/// The outline of a rounded, slightly uneven stone around a place, as an SVG path. It leans by −1 to 1.
pub fn pebble((x, y): (f64, f64), half_width: f64, half_height: f64, lean: f64) -> String {
    let (left, right) = (x - half_width, x + half_width);
    let (top, bottom) = (y - half_height, y + half_height);
    let (shoulder, belly) = (half_width * (0.55 + lean * 0.12), half_width * (0.62 - lean * 0.1));
    format!(
        "M{left:.1} {y:.1}C{left:.1} {top:.1} {:.1} {top:.1} {x:.1} {top:.1}S{right:.1} {top:.1} {right:.1} {y:.1}S{:.1} {bottom:.1} {x:.1} {bottom:.1}S{left:.1} {bottom:.1} {left:.1} {y:.1}Z",
        x - shoulder,
        x + belly,
    )
}

#[cfg(test)]
mod tests {
    use super::{MOST, Stack, Stone};

    #[test]
    fn a_growing_cairn_keeps_its_stones_and_never_more_than_fit() {
        let stack = Stack { x: 50.0, y: 94.0, height: 19.0, half_width: 34.0, taper: 22.0 };
        let paths = |count| stack.stones(count).map(Stone::outline).collect::<Vec<_>>();
        assert_eq!(paths(3), paths(4)[..3]);
        assert_eq!(paths(40).len(), MOST);
        assert!(paths(0).is_empty());
    }
}
