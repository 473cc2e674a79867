//! The line of a trail.

use crate::layout::Spot;

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

#[cfg(test)]
mod tests {
    use super::curve;
    use crate::layout::Spot;

    #[test]
    fn a_trail_is_level_where_it_begins_and_ends() {
        let spot = |x, y| Spot { x, y };
        assert_eq!(curve([spot(0.0, 0.0), spot(10.0, 4.0)]), "M0 0C5 0 5 4 10 4");
        assert_eq!(curve([]), "");
    }
}
