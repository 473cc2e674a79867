//! Where a picture lies in its frame, and how close it is.

use crate::ui::hold::Place;

/// As close as it gets, beside how the whole picture fits.
const CLOSEST: f64 = 20.0;

/// How large things are on the screen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// What the picture can be seen through.
    pub frame: Place,
    /// The picture as it fits into that.
    pub picture: Place,
}

/// A look at a picture. How far it is moved is kept in parts of its own size, so that it shows the same when the frame changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lens {
    zoom: f64,
    moved: Place,
}

impl Lens {
    /// All of the picture.
    pub const WHOLE: Self = Self { zoom: 1.0, moved: (0.0, 0.0) };

    /// How close it is; 1 where the whole picture fits.
    pub fn zoom(self) -> f64 {
        self.zoom
    }

    /// `by` times as close. What is seen at the place `at`, from the middle of the frame, stays there.
    pub fn closer(self, by: f64, at: Place, room: &Room) -> Self {
        let zoom = (self.zoom * by).clamp(1.0, CLOSEST);
        let stay = |moved: f64, at: f64, side: f64| {
            let part = at / side.max(1.0);
            moved + part / zoom - part / self.zoom
        };
        let moved = (stay(self.moved.0, at.0, room.picture.0), stay(self.moved.1, at.1, room.picture.1));
        Self { zoom, moved }.held_in(room)
    }

    /// Moved on the screen, as a hand draws a sheet along.
    pub fn moved(self, by: Place, room: &Room) -> Self {
        let along = |moved: f64, by: f64, side: f64| moved + by / (side.max(1.0) * self.zoom);
        let moved = (along(self.moved.0, by.0, room.picture.0), along(self.moved.1, by.1, room.picture.1));
        Self { moved, ..self }.held_in(room)
    }

    /// The same as CSS says it, of a picture that lies in the middle.
    pub fn transform(self) -> String {
        let Self { zoom, moved: (across, down) } = self;
        format!("scale({zoom:.4}) translate({:.3}%, {:.3}%)", across * 100.0, down * 100.0)
    }

    /// No emptiness is drawn into the frame while there is picture to fill it.
    fn held_in(self, room: &Room) -> Self {
        let hold = |moved: f64, frame: f64, side: f64| {
            let shown = side.max(1.0) * self.zoom;
            let most = ((shown - frame) / 2.0 / shown).max(0.0);
            moved.clamp(-most, most)
        };
        let across = hold(self.moved.0, room.frame.0, room.picture.0);
        Self { moved: (across, hold(self.moved.1, room.frame.1, room.picture.1)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lens, Room};

    const ROOM: Room = Room { frame: (800.0, 600.0), picture: (800.0, 400.0) };

    #[test]
    fn what_is_pointed_at_stays_under_the_pointer() {
        let near = Lens::WHOLE.closer(4.0, (200.0, 100.0), &ROOM);
        // 200 of 800 from the middle before: a quarter. Four times as close it is a whole side, less what it was moved.
        assert_eq!(near.zoom(), 4.0);
        assert!((near.zoom() * (0.25 + near.moved.0) * 800.0 - 200.0).abs() < 1e-9);
        assert!((near.zoom() * (0.25 + near.moved.1) * 400.0 - 100.0).abs() < 1e-9);
    }

    #[test]
    fn it_is_held_in_its_frame() {
        assert_eq!(Lens::WHOLE.moved((50.0, 50.0), &ROOM), Lens::WHOLE, "all of it is there already");
        let near = Lens::WHOLE.closer(2.0, (0.0, 0.0), &ROOM).moved((9_999.0, -9_999.0), &ROOM);
        assert_eq!(near.moved, (0.25, -0.125));
        assert_eq!(near.closer(0.01, (0.0, 0.0), &ROOM), Lens::WHOLE, "farther than whole there is nothing");
    }

    #[test]
    fn a_picture_that_is_not_there_yet_does_no_harm() {
        let nothing = Room { frame: (0.0, 0.0), picture: (0.0, 0.0) };
        let near = Lens::WHOLE.closer(1e9, (5.0, 5.0), &nothing).moved((1.0, f64::MAX), &nothing);
        assert!(near.zoom() <= 20.0 && near.transform().starts_with("scale("));
    }
}
