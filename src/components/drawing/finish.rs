//! The end of drawing: a picture for everybody, and the strokes for going on.

use drawing::{Drawing, Sheet, svg};
use leptos::prelude::*;
use platform::BrowserError;
use platform::easel::{Canvas, Words};
use platform::files::PickedFile;

use super::desk::Desk;
use super::paper::is_over_photo;
use super::photo::Photo;
use super::{Drawn, paint};
use crate::i18n::t;

/// The dots along the longer side of a picture that lies over no photo.
const DOTS: u32 = 1_600;
/// How words stand on the sheet when nothing is drawn.
const MARGIN: f64 = 900.0;
const LINE: f64 = 780.0;
const INK: &str = "#28231a";

/// Makes both, named after `name`.
pub async fn finish(desk: Desk, name: &str) -> Result<Drawn, BrowserError> {
    let words = desk.words.get_untracked().trim().to_owned();
    let strokes = desk.drawing.with_untracked(svg::write);
    let canvas =
        desk.drawing.with_untracked(|drawing| desk.photo.with_untracked(|photo| picture(drawing, photo, &words)))?;
    Ok(Drawn {
        picture: canvas.png(&format!("{name}.png")).await?,
        strokes: PickedFile::of_bytes(&format!("{name}.svg"), strokes.as_bytes()),
        words,
    })
}

/// The whole drawing on one canvas. Where nothing is drawn the words stand on the sheet.
fn picture(drawing: &Drawing, photo: &Photo, words: &str) -> Result<Canvas, BrowserError> {
    let Sheet { width, height } = drawing.sheet();
    let (width, height) = (f64::from(width), f64::from(height));
    let dots = dots(drawing.sheet(), photo);
    let canvas = Canvas::apart(width, dots)?;
    paint::paper(&canvas, drawing, photo)?;
    if drawing.is_blank() && !is_over_photo(drawing) {
        canvas.write(Words { text: words, colour: INK, margin: MARGIN, line: LINE })?;
        return Ok(canvas);
    }
    // An eraser must not reach the paper, so the ink has a canvas of its own here, too.
    let ink = Canvas::apart(width, dots)?;
    paint::strokes(&ink, drawing)?;
    canvas.lay(&ink, [0.0, 0.0, width, height])?;
    Ok(canvas)
}

/// As many dots as a photo has, else [`DOTS`].
fn dots(Sheet { width, height }: Sheet, photo: &Photo) -> (u32, u32) {
    let longer = match photo {
        Photo::Here { picture, .. } => picture.size().0.max(picture.size().1).max(DOTS),
        _ => DOTS,
    };
    // Sides are positive, and the longer one of a sheet is its unit.
    let side = |units: i32| (f64::from(longer) * f64::from(units) / f64::from(drawing::LONGER_SIDE)).round() as u32;
    (side(width), side(height))
}

/// What a drawing of today is called; a number tells it from the others of the piece.
pub fn name(day: &str, taken: &[String]) -> String {
    let first = t::drawing::file_name(day);
    let is_free = |name: &String| !taken.contains(&format!("{name}.png"));
    let more = (2..).map(|number| format!("{first} ({number})"));
    std::iter::once(first.clone()).chain(more).find(is_free).unwrap_or_default()
}
