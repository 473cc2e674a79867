//! SVG as a drawing.

use super::scan::{Tag, tags};
use super::{VERSION, ink};
use crate::{Colour, Drawing, Paper, Sheet, Stroke, Thickness, Tool};

/// Why a text is no drawing to go on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It was not written here, or was changed elsewhere.
    #[error("this is not a drawing as it was written here")]
    Foreign,
    /// A later version of the app wrote it.
    #[error("this drawing has a later version of the format")]
    Later,
    /// It has more strokes or points than a drawing can have.
    #[error("this drawing has more strokes than a sheet holds")]
    TooMuch,
}

/// Reads what [`write`](super::write) and [`ink`](super::ink) write. Every stroke is a step that can be taken back.
///
/// # Errors
/// Any of [`Unreadable`].
pub fn read(svg: &str) -> Result<Drawing, Unreadable> {
    let mut tags = tags(svg);
    let first = tags.next().and_then(Result::ok).ok_or(Unreadable::Foreign)?;
    let mut drawing = beginning(&first)?;
    let mut open = vec!["svg"];
    for tag in tags {
        match tag.map_err(|()| Unreadable::Foreign)? {
            Tag::Closes(name) if open.pop() == Some(name) => {}
            Tag::Opens { name: "path", attributes, is_closed: true } if !open.is_empty() => {
                if let Some(stroke) = stroke(&attributes).ok_or(Unreadable::Foreign)? {
                    drawing.draw(stroke).map_err(|_| Unreadable::TooMuch)?;
                }
            }
            Tag::Opens { name, attributes, is_closed: false } if is_group(name, &attributes) && !open.is_empty() => {
                open.push(name);
            }
            _ => return Err(Unreadable::Foreign),
        }
    }
    if open.is_empty() { Ok(drawing) } else { Err(Unreadable::Foreign) }
}

fn beginning(tag: &Tag<'_>) -> Result<Drawing, Unreadable> {
    let Tag::Opens { name: "svg", attributes, is_closed: false } = tag else { return Err(Unreadable::Foreign) };
    match value(attributes, "data-drawing") {
        Some(VERSION) => {}
        // What another version may have written besides is not to be judged here.
        Some(other) if other.parse::<u32>().is_ok() => return Err(Unreadable::Later),
        _ => return Err(Unreadable::Foreign),
    }
    let known = ["xmlns", "viewBox", "width", "height", "data-drawing", "data-paper", "data-photo"];
    let sheet = value(attributes, "viewBox").and_then(sheet).filter(|sheet| sheet.is_sound());
    let paper = value(attributes, "data-paper").and_then(|name| Paper::named(name, value(attributes, "data-photo")));
    match (sheet, paper) {
        (Some(sheet), Some(paper)) if only(attributes, &known) => {
            let mut drawing = Drawing::new(sheet);
            drawing.lay(paper);
            Ok(drawing)
        }
        _ => Err(Unreadable::Foreign),
    }
}

fn sheet(view_box: &str) -> Option<Sheet> {
    let (width, height) = view_box.strip_prefix("0 0 ")?.split_once(' ')?;
    Some(Sheet { width: width.parse().ok()?, height: height.parse().ok()? })
}

/// The stroke of a path; `Some(None)` for a path that is paper, `None` for what is neither.
fn stroke(attributes: &[(&str, &str)]) -> Option<Option<Stroke>> {
    let Some(tool) = value(attributes, "data-tool") else {
        return only(attributes, &["fill", "stroke", "stroke-width", "d"]).then_some(None);
    };
    let tool = Tool::named(tool)?;
    let colour = match (tool, value(attributes, "data-colour")) {
        (Tool::Eraser, None) => Colour::default(),
        (Tool::Pen | Tool::Marker, Some(name)) => Colour::named(name)?,
        _ => return None,
    };
    let thickness = Thickness::named(value(attributes, "data-width")?)?;
    let points = ink::points(value(attributes, "data-ink")?)?;
    let known = ["fill", "fill-opacity", "data-tool", "data-colour", "data-width", "data-ink", "d"];
    only(attributes, &known).then_some(Some(Stroke { tool, colour, thickness, points }))
}

fn is_group(name: &str, attributes: &[(&str, &str)]) -> bool {
    match name {
        "g" => only(attributes, &["mask"]),
        "mask" => only(attributes, &["id", "maskUnits", "x", "y", "width", "height"]),
        _ => false,
    }
}

fn value<'a>(attributes: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

fn only(attributes: &[(&str, &str)], names: &[&str]) -> bool {
    attributes.iter().all(|(name, _)| names.contains(name))
}
