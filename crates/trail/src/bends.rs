//! The line of a trail.

use crate::camera::Part;
use crate::layout::Spot;

/// How long a piece of a line is at most, about, in pixels.
const PIECE: f64 = 400.0;

/// A path through these places, as SVG has it: level at each of them, so that it never turns sharply.
pub fn curve(through: impl IntoIterator<Item = Spot>) -> String {
    let mut path = String::new();
    let mut before: Option<Spot> = None;
    for Spot { x, y } in through {
        path.push_str(&match before {
            None => format!("M{x:.0} {y:.0}"),
            Some(from) => {
                let half = (x - from.x) / 2.0;
                format!("C{:.0} {:.0} {:.0} {y:.0} {x:.0} {y:.0}", from.x + half, from.y, x - half)
            }
        });
        before = Some(Spot { x, y });
    }
    path
}

/// The curve from one place to another, as far as a window has anything of it. It is always divided at the same places, and each piece is
/// a line of its own: so dashes stay where they are while the window moves.
pub fn curve_within(from: Spot, to: Spot, window: &Part) -> String {
    let pieces = (((to.x - from.x).abs() + (to.y - from.y).abs()) / PIECE).ceil().max(1.0);
    let ways: Vec<Way> = (0..=pieces as u32).map(|piece| at(from, to, f64::from(piece) / pieces)).collect();
    let mut path = String::new();
    for (begin, end) in ways.iter().zip(ways.iter().skip(1)) {
        if Part::around([begin.spot, end.spot]).meets(window) {
            // The handles of a piece of a cubic curve lie a third of its share ahead.
            let third = 1.0 / (3.0 * pieces);
            let [one, other] = [begin.ahead(third), end.ahead(-third)];
            let [begin, end] = [begin.spot, end.spot];
            path.push_str(&format!("M{:.0} {:.0}C{:.0} {:.0}", begin.x, begin.y, one.x, one.y));
            path.push_str(&format!(" {:.0} {:.0} {:.0} {:.0}", other.x, other.y, end.x, end.y));
        }
    }
    path
}

/// A place on a curve, and where it heads from there.
struct Way {
    spot: Spot,
    heads: Spot,
}

impl Way {
    fn ahead(&self, by: f64) -> Spot {
        Spot { x: self.spot.x + by * self.heads.x, y: self.spot.y + by * self.heads.y }
    }
}

/// The place `t` of the way along the curve between two places, 0 to 1: across evenly but for the ends, and level at both.
fn at(from: Spot, to: Spot, t: f64) -> Way {
    // The cubic curve of `curve` between 0 and 1, whose middle points are (½, 0) and (½, 1), and its derivative.
    let both = t * (1.0 - t);
    let (across, down) = (1.5 * both + t.powi(3), 3.0 * both * t + t.powi(3));
    let (wide, high) = (to.x - from.x, to.y - from.y);
    Way {
        spot: Spot { x: from.x + wide * across, y: from.y + high * down },
        heads: Spot { x: wide * (1.5 - 3.0 * both), y: high * 6.0 * both },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{curve, curve_within};
    use crate::camera::Part;
    use crate::layout::Spot;

    #[test]
    fn a_trail_is_level_where_it_begins_and_ends() {
        let spot = |x, y| Spot { x, y };
        assert_eq!(curve([spot(0.0, 0.0), spot(10.0, 4.0)]), "M0 0C5 0 5 4 10 4");
        assert_eq!(curve([]), "");
    }

    proptest! {
        #[test]
        fn a_piece_of_a_line_is_the_line(from in spots(), to in spots(), corner in spots(), wide in 1.0..900.0) {
            let all = Part { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
            let whole = curve_within(from, to, &all);
            prop_assert!(whole.starts_with(&format!("M{:.0} {:.0}C", from.x, from.y)), "{}", whole);
            prop_assert!(whole.ends_with(&format!(" {:.0} {:.0}", to.x, to.y)), "{}", whole);
            if whole.matches('M').count() == 1 {
                prop_assert_eq!(&whole, &curve([from, to]));
            }
            let window = Part { left: corner.x, top: corner.y, right: corner.x + wide, bottom: corner.y + wide };
            let seen = curve_within(from, to, &window);
            prop_assert!(whole.contains(&seen), "{} of {}", seen, whole);
        }
    }

    fn spots() -> impl Strategy<Value = Spot> {
        (-4_000_i32..4_000, -4_000_i32..4_000).prop_map(|(x, y)| Spot { x: x.into(), y: y.into() })
    }
}
