//! Ways of a hand, for tests.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::allow_attributes,
    reason = "each test uses some of them, and fails by panicking"
)]

use drawing::{Colour, Drawing, Paper, Point, Sheet, Step, Stroke, Thickness, Tool};
use proptest::prelude::*;

/// A way through these places, evenly heavy.
pub fn way(places: &[(i32, i32)]) -> Vec<Point> {
    places.iter().map(|(x, y)| Point { x: *x, y: *y, pressure: Point::EVEN }).collect()
}

/// A hand that goes from where it is to somewhere near, or anywhere.
pub fn points() -> impl Strategy<Value = Vec<Point>> {
    let near = prop::collection::vec((-400..400i32, -400..400i32, 0..=100u8), 0..40).prop_map(|steps| {
        let mut at = Point { x: 6_000, y: 4_000, pressure: 50 };
        let mut way = vec![at];
        for (x, y, pressure) in steps {
            at = Point { x: (at.x + x).clamp(-4_000, 16_000), y: (at.y + y).clamp(-4_000, 16_000), pressure };
            way.push(at);
        }
        way
    });
    let anywhere = prop::collection::vec((-4_000..16_000i32, -4_000..16_000i32, 0..=100u8), 1..12)
        .prop_map(|places| places.into_iter().map(|(x, y, pressure)| Point { x, y, pressure }).collect());
    prop_oneof![4 => near, 1 => anywhere]
}

/// Any stroke.
pub fn strokes() -> impl Strategy<Value = Stroke> {
    let (tools, colours) = (prop::sample::select(&Tool::ALL[..]), prop::sample::select(&Colour::ALL[..]));
    let thicknesses = prop::sample::select(&Thickness::ALL[..]);
    (tools, colours, thicknesses, points()).prop_map(|(tool, colour, thickness, points)| {
        let colour = if tool == Tool::Eraser { Colour::default() } else { colour };
        Stroke { tool, colour, thickness, points }
    })
}

/// Something that is done to a drawing.
#[derive(Clone, Debug)]
pub enum Act {
    Take(Step),
    Undo,
    Redo,
}

/// Any paper.
pub fn papers() -> impl Strategy<Value = Paper> {
    prop_oneof![Just(Paper::Blank), Just(Paper::Lined), Just(Paper::Squared), "[0-9a-f]{64}".prop_map(Paper::Photo),]
}

/// Anything that can be done.
pub fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => strokes().prop_map(|stroke| Act::Take(Step::Draw(stroke))),
        1 => Just(Act::Take(Step::Clear)),
        1 => papers().prop_map(|paper| Act::Take(Step::Lay(paper))),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ]
}

/// Does it.
pub fn act(drawing: &mut Drawing, act: Act) {
    match act {
        Act::Take(Step::Draw(stroke)) => drawing.draw(stroke).unwrap(),
        Act::Take(Step::Clear) => drawing.clear(),
        Act::Take(Step::Lay(paper)) => drawing.lay(paper),
        Act::Undo => {
            drawing.undo();
        }
        Act::Redo => {
            drawing.redo();
        }
    }
}

/// A drawing that came about in any way.
pub fn drawings() -> impl Strategy<Value = Drawing> {
    let sheets = prop::sample::select(vec![Sheet::LANDSCAPE, Sheet::PORTRAIT, Sheet::shaped(70_000, 3)]);
    (sheets, prop::collection::vec(acts(), 0..24)).prop_map(|(sheet, steps)| {
        let mut drawing = Drawing::new(sheet);
        steps.into_iter().for_each(|step| act(&mut drawing, step));
        drawing
    })
}
