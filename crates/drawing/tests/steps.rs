//! Taking back and taking again.

mod ways;

use drawing::{Colour, Drawing, Full, Paper, Sheet, Stroke, Thickness, Tool, Trace};
use proptest::prelude::*;
use ways::{Act, act, acts, drawings, strokes, way};

/// What is seen of a drawing.
fn seen(drawing: &Drawing) -> (Paper, Vec<Stroke>) {
    (drawing.paper().clone(), drawing.strokes().cloned().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn undo_goes_back_to_what_was_seen_before_and_redo_returns(mut drawing in drawings(), next in acts()) {
        let (before, steps) = (seen(&drawing), drawing.clone());
        act(&mut drawing, next.clone());
        if matches!(next, Act::Take(_)) && drawing != steps {
            let after = seen(&drawing);
            prop_assert!(drawing.undo());
            prop_assert_eq!(seen(&drawing), before);
            prop_assert!(drawing.redo());
            prop_assert_eq!(seen(&drawing), after);
        }
    }

    #[test]
    fn everything_can_be_taken_back_to_an_empty_sheet_and_all_of_it_taken_again(mut drawing in drawings()) {
        while drawing.redo() {}
        let whole = drawing.clone();
        while drawing.undo() {}
        prop_assert_eq!(seen(&drawing), (Paper::Blank, Vec::new()));
        prop_assert!(!drawing.can_undo());
        while drawing.redo() {}
        prop_assert_eq!(drawing, whole);
    }

    #[test]
    fn a_new_step_leaves_nothing_to_take_again(mut drawing in drawings(), stroke in strokes()) {
        drawing.draw(stroke).unwrap();
        prop_assert!(!drawing.can_redo());
    }
}

#[test]
fn clearing_is_a_step_like_any_other() {
    let mut drawing = Drawing::new(Sheet::LANDSCAPE);
    drawing.clear();
    assert!(drawing.is_untouched(), "an empty sheet needs no clearing");
    let stroke = Stroke { tool: Tool::Pen, colour: Colour::Blue, thickness: Thickness::Thin, points: way(&[(1, 1)]) };
    drawing.draw(stroke.clone()).unwrap();
    drawing.clear();
    assert!(drawing.is_blank());
    drawing.undo();
    assert_eq!(drawing.strokes().collect::<Vec<_>>(), [&stroke]);
}

#[test]
fn a_sheet_that_was_drawn_on_keeps_its_shape() {
    let mut drawing = Drawing::new(Sheet::LANDSCAPE);
    drawing.reshape(Sheet::PORTRAIT);
    assert_eq!(drawing.sheet(), Sheet::PORTRAIT);
    drawing.lay(Paper::Lined);
    drawing.undo();
    drawing.reshape(Sheet::LANDSCAPE);
    assert_eq!(drawing.sheet(), Sheet::PORTRAIT);
}

#[test]
fn a_full_sheet_takes_no_more_and_says_so() {
    let mut drawing = Drawing::new(Sheet::LANDSCAPE);
    let long = way(&vec![(5, 5); Stroke::MOST_POINTS]);
    let stroke = Stroke { tool: Tool::Pen, colour: Colour::Red, thickness: Thickness::Thin, points: long };
    let taken = (0..).take_while(|_| drawing.draw(stroke.clone()).is_ok()).count();
    assert_eq!(taken, Drawing::MOST_POINTS / Stroke::MOST_POINTS);
    assert_eq!(drawing.draw(stroke), Err(Full));
    assert_eq!(drawing.strokes().count(), taken);
}

#[test]
fn a_trace_follows_the_hand_without_its_trembling_and_ends_where_it_ends() {
    let mut trace = Trace::begin(Tool::Pen, Colour::Green, Thickness::Medium, 1000.0, 1000.0, 0.5);
    assert!(trace.fresh().is_some_and(|dot| dot.starts_with('M')), "a hand that comes down leaves a dot");
    assert_eq!(trace.fresh(), None, "and what was drawn is not drawn again");
    for step in 1..=50 {
        let trembling = if step % 2 == 0 { 3.0 } else { -3.0 };
        trace.go_on(1000.0 + f64::from(step) * 20.0, 1000.0 + trembling, 0.5);
        trace.fresh();
    }
    trace.go_on(2000.0, 1000.0, 0.5);
    let stroke = trace.end();
    let furthest = stroke.points.iter().map(|point| (point.y - 1000).abs()).max();
    assert!(furthest < Some(3), "{furthest:?} units of trembling are left");
    let last = stroke.points.last().unwrap();
    assert_eq!((last.x, last.y), (2000, 1000));
}

#[test]
fn an_eraser_has_no_colour() {
    assert_eq!(Trace::begin(Tool::Eraser, Colour::Red, Thickness::Thin, 0.0, 0.0, 0.5).end().colour, Colour::default());
}
