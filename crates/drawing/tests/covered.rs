//! What an outline covers: every place of the line as wide as it is, and no hole in it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod ways;

use drawing::{Colour, Point, Stroke, Thickness, Tool, outline};
use proptest::prelude::*;
use ways::{strokes, way};

/// An outline as closed polygons.
fn polygons(data: &str) -> Vec<Vec<(f64, f64)>> {
    let spaced: String = data
        .chars()
        .flat_map(|letter| match letter {
            'a'..='z' | 'A'..='Z' => vec![' ', letter, ' '],
            '-' => vec![' ', '-'],
            other => vec![other],
        })
        .collect();
    let mut words = spaced.split_whitespace().peekable();
    let (mut all, mut at, mut command) = (Vec::new(), (0.0, 0.0), 'M');
    while let Some(word) = words.peek() {
        if let Some(letter) = word.chars().next().filter(char::is_ascii_alphabetic) {
            command = letter;
            words.next();
        }
        let mut number = || words.next().unwrap().parse::<f64>().unwrap();
        match command {
            'M' => {
                at = (number(), number());
                all.push(vec![at]);
                command = 'l';
            }
            'L' => {
                at = (number(), number());
                all.last_mut().unwrap().push(at);
            }
            'l' => {
                at = (at.0 + number(), at.1 + number());
                all.last_mut().unwrap().push(at);
            }
            'a' => {
                let radius = number();
                let flags = [number(), number(), number(), number()];
                assert_eq!(flags, [radius, 0.0, 0.0, 1.0], "a half circle, clockwise");
                let to = (at.0 + number(), at.1 + number());
                all.last_mut().unwrap().extend(arc(at, to));
                at = to;
            }
            'z' => {}
            other => panic!("{other} is never written"),
        }
    }
    all
}

/// Half a circle over the chord, clockwise as one sees it, where y goes down.
fn arc(from: (f64, f64), to: (f64, f64)) -> Vec<(f64, f64)> {
    let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
    let (x, y) = (from.0 - middle.0, from.1 - middle.1);
    let turned = |part: f64| {
        let (sine, cosine) = (std::f64::consts::PI * part).sin_cos();
        (middle.0 + x * cosine - y * sine, middle.1 + x * sine + y * cosine)
    };
    (1..=16).map(|part| turned(f64::from(part) / 16.0)).collect()
}

/// How often all polygons together go round a place, clockwise.
fn winding(polygons: &[Vec<(f64, f64)>], (x, y): (f64, f64)) -> i32 {
    let mut winding = 0;
    for polygon in polygons {
        for (index, a) in polygon.iter().enumerate() {
            let b = polygon[(index + 1) % polygon.len()];
            let side = (b.0 - a.0) * (y - a.1) - (x - a.0) * (b.1 - a.1);
            if a.1 <= y && b.1 > y && side > 0.0 {
                winding += 1;
            } else if a.1 > y && b.1 <= y && side < 0.0 {
                winding -= 1;
            }
        }
    }
    winding
}

/// Whether every place within four fifths of the width of the middle of each step of the hand is covered.
fn is_covered(stroke: &Stroke, data: &str) -> Result<(), (f64, f64)> {
    let polygons = polygons(data);
    for pair in stroke.points.windows(2) {
        // The line passes through the middle between two points.
        let (x, y) =
            ((f64::from(pair[0].x) + f64::from(pair[1].x)) / 2.0, (f64::from(pair[0].y) + f64::from(pair[1].y)) / 2.0);
        let radius = stroke.tool.radius(stroke.thickness, pair[0].pressure.min(pair[1].pressure)) * 0.8 - 2.0;
        for turn in 0..12 {
            let (sine, cosine) = (std::f64::consts::TAU * f64::from(turn) / 12.0).sin_cos();
            for part in [0.0, 0.5, 1.0] {
                let place = (x + cosine * radius.max(0.0) * part, y + sine * radius.max(0.0) * part);
                if winding(&polygons, place) == 0 {
                    return Err(place);
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_stroke_has_no_holes(stroke in strokes()) {
        let data = outline(&stroke);
        prop_assert_eq!(is_covered(&stroke, &data), Ok(()));
    }

    #[test]
    fn everything_turns_clockwise(stroke in strokes()) {
        for polygon in polygons(&outline(&stroke)) {
            let corner = |index: usize| polygon[index % polygon.len()];
            let area: f64 = (0..polygon.len()).map(|at| corner(at).0 * corner(at + 1).1 - corner(at + 1).0 * corner(at).1).sum();
            prop_assert!(area > 0.0, "area {} of {:?}", area, polygon);
        }
    }
}

const UTURN: [(i32, i32); 7] =
    [(3000, 3000), (3200, 3000), (3300, 3080), (3300, 3180), (3200, 3260), (3000, 3260), (3150, 3100)];

/// A broad marker that turns round within its own width: an outline up one side and down the other would leave a hole here.
#[test]
fn a_turn_within_the_width_of_the_line_is_filled() {
    let points = way(&UTURN);
    let stroke = Stroke { tool: Tool::Marker, colour: Colour::Red, thickness: Thickness::Thick, points };
    assert_eq!(is_covered(&stroke, &outline(&stroke)), Ok(()));
}

/// The outline that a simpler program would make: so it is known that the law can be broken.
#[test]
fn up_one_side_and_down_the_other_leaves_holes() {
    let stroke = Stroke { tool: Tool::Marker, colour: Colour::Red, thickness: Thickness::Thick, points: way(&UTURN) };
    let radius = stroke.tool.radius(stroke.thickness, Point::EVEN);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for pair in stroke.points.windows(2) {
        let (x, y) = (f64::from(pair[1].x - pair[0].x), f64::from(pair[1].y - pair[0].y));
        let (across, down) = (y / x.hypot(y) * radius, -x / x.hypot(y) * radius);
        for point in pair {
            left.push((f64::from(point.x) + across, f64::from(point.y) + down));
            right.push((f64::from(point.x) - across, f64::from(point.y) - down));
        }
    }
    left.extend(right.into_iter().rev());
    let places: Vec<String> = left.iter().map(|(x, y)| format!("{x:.0} {y:.0}")).collect();
    assert!(is_covered(&stroke, &format!("M{}", places.join("L"))).is_err());
}

#[test]
fn a_dot_is_a_circle() {
    let stroke =
        Stroke { tool: Tool::Pen, colour: Colour::Black, thickness: Thickness::Medium, points: way(&[(100, 100)]) };
    assert_eq!(outline(&stroke), "M55 100a45 45 0 0 1 90 0 45 45 0 0 1-90 0z");
}
