//! Out as SVG, and in again.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod ways;

use drawing::svg::{self, Unreadable};
use drawing::{Colour, Drawing, Paper, Sheet, Stroke, Thickness, Tool};
use proptest::prelude::*;
use ways::{drawings, way};

fn seen(drawing: &Drawing) -> (Sheet, Paper, Vec<Stroke>) {
    (drawing.sheet(), drawing.paper().clone(), drawing.strokes().cloned().collect())
}

fn stroke(tool: Tool, colour: Colour, places: &[(i32, i32)]) -> Stroke {
    Stroke { tool, colour, thickness: Thickness::Medium, points: way(places) }
}

/// A line that was rubbed out in the middle, and another over the gap.
fn rubbed() -> Drawing {
    let mut drawing = Drawing::new(Sheet::LANDSCAPE);
    drawing.lay(Paper::Lined);
    drawing.draw(stroke(Tool::Pen, Colour::Blue, &[(1000, 1000), (5000, 1000)])).unwrap();
    drawing.draw(stroke(Tool::Eraser, Colour::Black, &[(3000, 500), (3000, 1500)])).unwrap();
    drawing.draw(stroke(Tool::Marker, Colour::Yellow, &[(3000, 1000)])).unwrap();
    drawing
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_goes_out_comes_in_again(drawing in drawings()) {
        let whole = svg::write(&drawing);
        let again = svg::read(&whole).unwrap();
        prop_assert_eq!(seen(&again), seen(&drawing));
        prop_assert_eq!(svg::write(&again), whole, "and goes out as the same bytes");
        prop_assert_eq!(seen(&svg::read(&svg::ink(&drawing)).unwrap()), seen(&drawing));
    }

    #[test]
    fn no_text_is_too_strange_to_be_refused(text in "\\PC{0,200}") {
        prop_assert_eq!(svg::read(&text), Err(Unreadable::Foreign));
    }

    #[test]
    fn a_drawing_that_was_cut_or_changed_is_read_soundly_or_refused(drawing in drawings(), at: prop::sample::Index, put in "\\PC{0,3}") {
        let whole = svg::write(&drawing);
        let at = (0..=at.index(whole.len())).rev().find(|at| whole.is_char_boundary(*at)).unwrap();
        let (before, after) = whole.split_at(at);
        for changed in [before.to_owned(), format!("{before}{put}{after}"), format!("{before}{}", after.get(1..).unwrap_or(""))] {
            if let Ok(read) = svg::read(&changed) {
                prop_assert!(read.sheet().is_sound());
                prop_assert!(read.strokes().all(|stroke| stroke.points.iter().all(|point| point.is_sound())));
            }
        }
    }
}

#[test]
fn the_format_stays_as_it_is() {
    let expected = include_str!("fixtures/rubbed.svg");
    assert_eq!(svg::write(&rubbed()), expected, "a portfolio may hold this for years: a change needs a new version");
    assert_eq!(seen(&svg::read(expected).unwrap()), seen(&rubbed()));
}

#[test]
fn over_a_photo_the_strokes_stand_alone_and_the_photo_is_named_only() {
    let hash = "5e".repeat(32);
    let mut drawing = Drawing::new(Sheet::PORTRAIT);
    drawing.lay(Paper::Photo(hash.clone()));
    drawing.draw(stroke(Tool::Pen, Colour::White, &[(10, 10), (900, 900)])).unwrap();
    let svg = svg::write(&drawing);
    assert!(svg.contains(&format!("data-paper=\"photo\" data-photo=\"{hash}\"")));
    assert!(!svg.contains("<image") && !svg.contains("H0z"), "{svg}");
}

#[test]
fn whatever_was_put_in_elsewhere_is_refused() {
    let whole = svg::write(&rubbed());
    for (there, put) in [
        ("</svg>", "<script>alert(1)</script></svg>"),
        ("</svg>", "<image href=\"https://canary.invalid/pixel.png\"/></svg>"),
        ("</svg>", "<foreignObject></foreignObject></svg>"),
        ("</svg>", "<style>path{display:none}</style></svg>"),
        ("</svg>", "<use href=\"#rubbed-1\"/></svg>"),
        ("</svg>", "<!-- hello --></svg>"),
        ("</svg>", "</svg><svg></svg>"),
        ("</svg>", "hello</svg>"),
        ("</svg>", ""),
        ("<svg ", "<?xml version=\"1.0\"?><svg "),
        ("<svg ", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg "),
        ("<svg ", "<svg onload=\"alert(1)\" "),
        ("data-paper", "data-photo=\"0\" data-paper"),
        ("data-tool=\"pen\"", "data-tool=\"pen\" onclick=\"alert(1)\""),
        ("data-tool=\"pen\"", "data-tool=\"chisel\""),
        ("data-colour=\"blue\"", "data-colour=\"url(#a)\""),
        ("data-width=\"medium\"", ""),
        ("viewBox=\"0 0 12000 9000\"", "viewBox=\"0 0 12000 90000000\""),
        ("viewBox=\"0 0 12000 9000\"", "viewBox=\"0 0 -12000 9000\""),
        ("data-ink=\"1000 1000 50", "data-ink=\"1000 1000 500"),
    ] {
        let changed = whole.replacen(there, put, 1);
        assert_ne!(changed, whole);
        assert_eq!(svg::read(&changed), Err(Unreadable::Foreign), "{put}");
    }
}

#[test]
fn a_later_version_is_told_from_somebody_elses_drawing() {
    let later = svg::write(&rubbed()).replace("data-drawing=\"1\"", "data-drawing=\"2\"");
    assert_eq!(svg::read(&later), Err(Unreadable::Later));
}

#[test]
fn more_than_a_sheet_holds_is_refused() {
    let one = "<path fill=\"#000\" data-tool=\"eraser\" data-width=\"thin\" data-ink=\"1 1 50\"/>\n";
    let empty = svg::ink(&Drawing::new(Sheet::LANDSCAPE));
    let many = |count: usize| empty.replace("</svg>", &format!("{}</svg>", one.repeat(count)));
    assert!(svg::read(&many(Drawing::MOST_STROKES)).is_ok());
    assert_eq!(svg::read(&many(Drawing::MOST_STROKES + 1)), Err(Unreadable::TooMuch));
}
