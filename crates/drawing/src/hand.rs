//! Which of the things that touch a screen is the hand that draws. A pen beats a finger, and the palm that rests beside it is neither.

/// Something that touches the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contact {
    /// Tells it from others that touch at the same time.
    pub id: i32,
    /// Whether it is a finger, or another part of a hand. A pen and a mouse are not.
    pub is_touch: bool,
    /// Whether it is a pen.
    pub is_pen: bool,
    /// The longer side of where it touches, in pixels of the page.
    pub breadth: f64,
    /// When, in milliseconds of any clock that goes forward.
    pub at: f64,
}

/// What to do about a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It draws.
    Draw,
    /// It draws in place of another, whose stroke was a palm's and is thrown away.
    DrawInstead,
    /// It does nothing.
    Ignore,
}

/// For how long after a pen was near, in milliseconds, what touches is taken for the hand that holds it.
const PEN_RULES: f64 = 5_000.0;
/// What touches more broadly than this, in pixels, is no fingertip.
const BROADEST_FINGER: f64 = 56.0;

/// The hand that draws.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hand {
    drawing: Option<Contact>,
    pen_seen: Option<f64>,
}

impl Hand {
    /// Something comes down on the sheet.
    pub fn comes_down(&mut self, contact: Contact) -> Verdict {
        if contact.is_pen {
            self.pen_seen = Some(contact.at);
        }
        let verdict = match self.drawing {
            Some(other) if contact.is_pen && other.is_touch => Verdict::DrawInstead,
            Some(_) => Verdict::Ignore,
            None if contact.is_touch && self.is_a_palm(contact) => Verdict::Ignore,
            None => Verdict::Draw,
        };
        if verdict != Verdict::Ignore {
            self.drawing = Some(contact);
        }
        verdict
    }

    /// A pen is near, whether it touches or not.
    pub fn pen_is_near(&mut self, at: f64) {
        self.pen_seen = Some(at);
    }

    /// Whether this is what draws.
    pub fn draws(&self, id: i32) -> bool {
        self.drawing.is_some_and(|drawing| drawing.id == id)
    }

    /// What drew is lifted, or taken away by the system.
    pub fn lifts(&mut self) {
        self.drawing = None;
    }

    fn is_a_palm(&self, contact: Contact) -> bool {
        let beside_a_pen = self.pen_seen.is_some_and(|seen| contact.at - seen < PEN_RULES);
        beside_a_pen || contact.breadth > BROADEST_FINGER
    }
}

#[cfg(test)]
mod tests {
    use super::{Contact, Hand, Verdict};

    const PEN: Contact = Contact { id: 1, is_touch: false, is_pen: true, breadth: 1.0, at: 1_000.0 };
    const FINGER: Contact = Contact { id: 2, is_touch: true, is_pen: false, breadth: 20.0, at: 1_100.0 };

    #[test]
    fn one_finger_draws_and_a_second_does_not() {
        let mut hand = Hand::default();
        assert_eq!(hand.comes_down(FINGER), Verdict::Draw);
        assert_eq!(hand.comes_down(Contact { id: 3, ..FINGER }), Verdict::Ignore);
        assert!(hand.draws(2) && !hand.draws(3));
        hand.lifts();
        assert_eq!(hand.comes_down(Contact { id: 3, ..FINGER }), Verdict::Draw);
    }

    #[test]
    fn a_pen_takes_the_sheet_from_the_palm_that_came_before_it() {
        let mut hand = Hand::default();
        hand.comes_down(FINGER);
        assert_eq!(hand.comes_down(PEN), Verdict::DrawInstead);
        assert!(hand.draws(1));
        assert_eq!(hand.comes_down(Contact { id: 3, ..FINGER }), Verdict::Ignore);
    }

    #[test]
    fn a_palm_that_comes_after_the_pen_does_nothing_until_the_pen_is_long_gone() {
        let mut hand = Hand::default();
        hand.comes_down(PEN);
        hand.lifts();
        assert_eq!(hand.comes_down(FINGER), Verdict::Ignore);
        hand.pen_is_near(60_000.0);
        assert_eq!(hand.comes_down(Contact { at: 64_000.0, ..FINGER }), Verdict::Ignore);
        assert_eq!(hand.comes_down(Contact { at: 65_001.0, ..FINGER }), Verdict::Draw);
    }

    #[test]
    fn a_whole_palm_never_draws() {
        assert_eq!(Hand::default().comes_down(Contact { breadth: 80.0, ..FINGER }), Verdict::Ignore);
        let mouse = Contact { id: 4, is_touch: false, is_pen: false, breadth: 1.0, at: 0.0 };
        assert_eq!(Hand::default().comes_down(mouse), Verdict::Draw);
    }
}
