//! A drawing as SVG.

use super::{VERSION, ink as points};
use crate::{Drawing, Paper, Sheet, Stroke, Tool, outline};

/// The drawing for every viewer, and for going on with it. The same drawing is always the same text.
pub fn write(drawing: &Drawing) -> String {
    let mut svg = beginning(drawing);
    paper(&mut svg, drawing.paper(), drawing.sheet());
    let strokes: Vec<&Stroke> = drawing.strokes().collect();
    // What is drawn before an eraser stands in its group, so the groups of all erasers begin before the first stroke.
    let layers = layers(&strokes);
    for number in (1..layers.len()).rev() {
        svg += &format!("<g mask=\"url(#rubbed-{number})\">\n");
    }
    for (number, (erasers, drawn)) in layers.iter().enumerate() {
        if number > 0 {
            svg += "</g>\n";
            mask(&mut svg, number, erasers, drawing.sheet());
        }
        for stroke in *drawn {
            path(&mut svg, stroke, &outline(stroke));
        }
    }
    svg + "</svg>\n"
}

/// The drawing for going on with it alone, without the outlines: small and quick, to be kept while one draws.
pub fn ink(drawing: &Drawing) -> String {
    let mut svg = beginning(drawing);
    for stroke in drawing.strokes() {
        path(&mut svg, stroke, "");
    }
    svg + "</svg>\n"
}

/// The strokes as layers: some erasers, and what was drawn after them. The first layer has no eraser that anything lies under.
fn layers<'a>(strokes: &'a [&'a Stroke]) -> Vec<(&'a [&'a Stroke], &'a [&'a Stroke])> {
    let is_eraser = |stroke: &&Stroke| stroke.tool == Tool::Eraser;
    let mut layers = Vec::new();
    let mut rest = strokes;
    let none: &[&Stroke] = &[];
    let first = rest.iter().take_while(|stroke| !is_eraser(stroke)).count();
    let (drawn, after) = rest.split_at(first);
    layers.push((none, drawn));
    rest = after;
    while !rest.is_empty() {
        let (erasers, after) = rest.split_at(rest.iter().take_while(|stroke| is_eraser(stroke)).count());
        let (drawn, after) = after.split_at(after.iter().take_while(|stroke| !is_eraser(stroke)).count());
        layers.push((erasers, drawn));
        rest = after;
    }
    layers
}

fn beginning(drawing: &Drawing) -> String {
    let Sheet { width, height } = drawing.sheet();
    let (paper, photo) = match drawing.paper() {
        Paper::Photo(hash) => ("photo", format!(" data-photo=\"{hash}\"")),
        paper => (paper.name(), String::new()),
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{}\" height=\"{}\" \
         data-drawing=\"{VERSION}\" data-paper=\"{paper}\"{photo}>\n",
        width / 10,
        height / 10,
    )
}

/// The paper; nothing over a photo, so that the photo can be seen through the strokes.
fn paper(svg: &mut String, paper: &Paper, sheet: Sheet) {
    if matches!(paper, Paper::Photo(_)) {
        return;
    }
    *svg += &format!("<path fill=\"#fff\" d=\"{}\"/>\n", whole(sheet));
    let lines = paper.lines(sheet);
    if !lines.is_empty() {
        let (colour, width) = (Paper::LINE_COLOUR, Paper::LINE_WIDTH);
        *svg += &format!("<path fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" d=\"{lines}\"/>\n");
    }
}

/// What keeps everything but where the erasers were.
fn mask(svg: &mut String, number: usize, erasers: &[&Stroke], sheet: Sheet) {
    let Sheet { width, height } = sheet;
    *svg += &format!(
        "<mask id=\"rubbed-{number}\" maskUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" width=\"{width}\" height=\"{height}\">\n\
         <path fill=\"#fff\" d=\"{}\"/>\n",
        whole(sheet)
    );
    for eraser in erasers {
        path(svg, eraser, &outline(eraser));
    }
    *svg += "</mask>\n";
}

fn path(svg: &mut String, stroke: &Stroke, outline: &str) {
    let Stroke { tool, colour, thickness, points } = stroke;
    *svg += &format!("<path fill=\"{}\"", tool.ink(*colour));
    if tool.opacity() < 1.0 {
        *svg += &format!(" fill-opacity=\"{}\"", tool.opacity());
    }
    *svg += &format!(" data-tool=\"{}\"", tool.name());
    if *tool != Tool::Eraser {
        *svg += &format!(" data-colour=\"{}\"", colour.name());
    }
    *svg += &format!(" data-width=\"{}\" data-ink=\"{}\"", thickness.name(), points::text(points));
    if !outline.is_empty() {
        *svg += &format!(" d=\"{outline}\"");
    }
    *svg += "/>\n";
}

fn whole(Sheet { width, height }: Sheet) -> String {
    format!("M0 0h{width}v{height}H0z")
}
