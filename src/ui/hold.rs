//! The fingers, or the mouse, that hold a picture or a map.

/// Across and down, in CSS pixels.
pub type Place = (f64, f64);

/// What the hand has done to what it holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// So far it was drawn along.
    pub moved: Place,
    /// So many times as close it was brought by fingers going apart.
    pub closer: f64,
    /// The place between the fingers.
    pub at: Place,
}

/// Where each finger is, by the pointer's id.
#[derive(Default)]
pub struct Hold(Vec<(i32, Place)>);

impl Hold {
    /// A finger comes down. More than two are not looked at.
    pub fn takes(&mut self, pointer: i32, place: Place) {
        self.lets_go(pointer);
        if self.0.len() < 2 {
            self.0.push((pointer, place));
        }
    }

    /// A finger moves; nothing of one that is not held down.
    pub fn goes(&mut self, pointer: i32, to: Place) -> Option<Change> {
        let before = self.spread();
        let finger = self.0.iter_mut().find(|(held, _)| *held == pointer)?;
        finger.1 = to;
        let ((old, was_wide), (at, is_wide)) = (before, self.spread());
        // Fingers that lie together say nothing of how far they went apart.
        let closer = if was_wide > 1.0 && is_wide > 1.0 { is_wide / was_wide } else { 1.0 };
        Some(Change { moved: (at.0 - old.0, at.1 - old.1), closer, at })
    }

    /// A finger is lifted.
    pub fn lets_go(&mut self, pointer: i32) {
        self.0.retain(|(held, _)| *held != pointer);
    }

    /// Whether any finger is down.
    pub fn is_held(&self) -> bool {
        !self.0.is_empty()
    }

    /// The middle of the fingers, and how far they are apart.
    fn spread(&self) -> (Place, f64) {
        match self.0.as_slice() {
            [(_, one), (_, other)] => {
                let middle = (f64::midpoint(one.0, other.0), f64::midpoint(one.1, other.1));
                (middle, (one.0 - other.0).hypot(one.1 - other.1))
            }
            [(_, one)] => (*one, 0.0),
            _ => ((0.0, 0.0), 0.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, Hold};

    #[test]
    fn one_finger_draws_and_two_bring_closer() {
        let mut hold = Hold::default();
        assert_eq!(hold.goes(1, (5.0, 5.0)), None, "it only passes by");
        hold.takes(1, (0.0, 0.0));
        assert_eq!(hold.goes(1, (10.0, 4.0)), Some(Change { moved: (10.0, 4.0), closer: 1.0, at: (10.0, 4.0) }));
        hold.takes(2, (20.0, 4.0));
        assert_eq!(hold.goes(2, (30.0, 4.0)), Some(Change { moved: (5.0, 0.0), closer: 2.0, at: (20.0, 4.0) }));
        hold.lets_go(1);
        assert_eq!(hold.goes(2, (31.0, 4.0)).map(|change| change.closer), Some(1.0));
    }
}
