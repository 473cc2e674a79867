//! How much of a map is seen, and which part.

use crate::layout::Spot;

/// As close as it gets: once and a half as large as it is drawn.
const CLOSEST: f64 = 1.5;
/// So far beyond its edge a map can be drawn, in pixels of the screen.
const MARGIN: f64 = 24.0;

/// Across and down, in pixels.
pub type Size = (f64, f64);

/// A part of the map, in its own pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Part {
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
    /// From the left.
    pub right: f64,
    /// From the top.
    pub bottom: f64,
}

impl Part {
    /// The least part that has all of these places.
    pub fn around(spots: impl IntoIterator<Item = Spot>) -> Self {
        let mut spots = spots.into_iter();
        let first = spots.next().unwrap_or_default();
        let only = Self { left: first.x, top: first.y, right: first.x, bottom: first.y };
        spots.fold(only, |part, Spot { x, y }| Self {
            left: part.left.min(x),
            top: part.top.min(y),
            right: part.right.max(x),
            bottom: part.bottom.max(y),
        })
    }

    /// Whether a place lies in it.
    pub fn has(&self, spot: Spot) -> bool {
        (self.left..=self.right).contains(&spot.x) && (self.top..=self.bottom).contains(&spot.y)
    }

    /// Whether two parts have anything in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.left <= other.right && other.left <= self.right && self.top <= other.bottom && other.top <= self.bottom
    }

    /// What two parts that meet have in common.
    pub fn common(&self, other: &Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// How far it is from corner to corner.
    pub fn diagonal(&self) -> f64 {
        (self.right - self.left).hypot(self.bottom - self.top)
    }

    /// The same with so much more on every side.
    pub fn wider(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}

/// A look at a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// What is in the middle of the frame, in pixels of the map.
    pub middle: Spot,
    /// How large the map is on the screen; 1 as it is drawn.
    pub scale: f64,
}

impl Camera {
    /// All of the map.
    pub fn whole(map: Size, frame: Size) -> Self {
        Self { middle: Spot { x: map.0 / 2.0, y: map.1 / 2.0 }, scale: whole_scale(map, frame) }
    }

    /// `by` times as close. What is seen at `at`, in pixels of the screen from the middle of the frame, stays there.
    #[must_use]
    pub fn closer(self, by: f64, at: Size, map: Size, frame: Size) -> Self {
        let scale = (self.scale * by).clamp(whole_scale(map, frame), CLOSEST);
        let stay = |middle: f64, at: f64| middle + at / self.scale - at / scale;
        let middle = Spot { x: stay(self.middle.x, at.0), y: stay(self.middle.y, at.1) };
        Self { middle, scale }.held_in(map, frame)
    }

    /// Moved on the screen, as a hand draws a sheet along.
    #[must_use]
    pub fn moved(self, by: Size, map: Size, frame: Size) -> Self {
        let middle = Spot { x: self.middle.x - by.0 / self.scale, y: self.middle.y - by.1 / self.scale };
        Self { middle, ..self }.held_in(map, frame)
    }

    /// Looking at a place, as near to the middle of the frame as the map allows.
    #[must_use]
    pub fn at(self, middle: Spot, map: Size, frame: Size) -> Self {
        Self { middle, ..self }.held_in(map, frame)
    }

    /// What is seen.
    pub fn sees(self, frame: Size) -> Part {
        let (across, down) = (frame.0 / 2.0 / self.scale, frame.1 / 2.0 / self.scale);
        let Spot { x, y } = self.middle;
        Part { left: x - across, top: y - down, right: x + across, bottom: y + down }
    }

    /// Where the map's upper left corner is on the screen, from that of the frame, and how large it is: as CSS says it.
    pub fn transform(self, frame: Size) -> String {
        let (x, y) = (frame.0 / 2.0 - self.middle.x * self.scale, frame.1 / 2.0 - self.middle.y * self.scale);
        format!("translate({x:.1}px, {y:.1}px) scale({:.4})", self.scale)
    }

    /// No emptiness is drawn into the frame while there is map to fill it.
    fn held_in(self, map: Size, frame: Size) -> Self {
        let hold = |middle: f64, map: f64, frame: f64| {
            let half = (frame / 2.0 - MARGIN) / self.scale;
            if map <= 2.0 * half { map / 2.0 } else { middle.clamp(half, map - half) }
        };
        let middle = Spot { x: hold(self.middle.x, map.0, frame.0), y: hold(self.middle.y, map.1, frame.1) };
        Self { middle, ..self }
    }
}

/// How large all of a map is in a frame; never larger than it is drawn.
fn whole_scale(map: Size, frame: Size) -> f64 {
    let fits = |frame: f64, map: f64| (frame - 2.0 * MARGIN).max(1.0) / map.max(1.0);
    fits(frame.0, map.0).min(fits(frame.1, map.1)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::{CLOSEST, Camera};
    use crate::layout::Spot;

    const MAP: (f64, f64) = (2000.0, 1000.0);
    const FRAME: (f64, f64) = (848.0, 648.0);

    #[test]
    fn what_is_pointed_at_stays_under_the_pointer() {
        let whole = Camera::whole(MAP, FRAME);
        assert_eq!((whole.scale, whole.middle), (0.4, Spot { x: 1000.0, y: 500.0 }));
        let near = whole.closer(2.0, (100.0, -50.0), MAP, FRAME);
        // 100 px of the screen were 250 of the map, and are 125 now.
        assert_eq!((near.scale, near.middle), (0.8, Spot { x: 1125.0, y: 437.5 }));
        assert_eq!(near.transform(FRAME), "translate(-476.0px, -26.0px) scale(0.8000)");
    }

    #[test]
    fn it_is_held_in_its_frame() {
        let whole = Camera::whole(MAP, FRAME);
        assert_eq!(whole.moved((500.0, 500.0), MAP, FRAME), whole, "all of it is there already");
        let near = whole.closer(99.0, (0.0, 0.0), MAP, FRAME).moved((9e9, -9e9), MAP, FRAME);
        assert_eq!(near.scale, CLOSEST);
        let seen = near.sees(FRAME);
        assert!((seen.left + 16.0).abs() < 1e-9 && (seen.bottom - 1016.0).abs() < 1e-9, "{seen:?}");
        assert_eq!(near.closer(0.0, (0.0, 0.0), MAP, FRAME), whole);
    }

    #[test]
    fn a_frame_that_is_not_there_yet_does_no_harm() {
        let camera = Camera::whole((0.0, 0.0), (0.0, 0.0)).closer(3.0, (5.0, 5.0), MAP, (0.0, 0.0));
        assert!(camera.scale > 0.0 && camera.middle.x.is_finite());
    }

    #[test]
    fn parts_meet_at_their_edges() {
        let part = Camera::whole(MAP, MAP).sees((100.0, 100.0));
        assert!(part.meets(&part) && !part.meets(&super::Part { left: 5e3, top: 0.0, right: 6e3, bottom: 1.0 }));
        assert!(part.wider(9e3).meets(&super::Part { left: 5e3, top: 0.0, right: 6e3, bottom: 1.0 }));
    }
}
