//! A whole map as one SVG file, to be printed and kept.
//!
//! It stands by itself: colours are those of the light page, as attributes, and there is no style and no script in it.

use crate::drawn;
use crate::layout::{Course, Layout, Spot};

/// How a stone looks. Each has a shape of its own, for colours do not tell everybody everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// It waits for something: a broken outline.
    #[default]
    Blocked,
    /// It can be worked on: lit.
    Ready,
    /// It is reached by the learner's word alone: an outline with a tick.
    Said,
    /// It is reached: with a tick.
    Reached,
    /// There is no such competency any more, and work for it is kept: a dotted outline with a bar.
    Retired,
}

/// What is drawn for a stone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// What it is called.
    pub name: String,
    /// How it stands, in words.
    pub words: String,
    /// How it stands.
    pub look: Look,
    /// How many stones are stacked on it.
    pub stones: usize,
    /// Whether it is a goal.
    pub has_flag: bool,
    /// Whether it is drawn small and without words: it was filtered away.
    pub is_faint: bool,
}

/// Letters in a line below a stone.
const LINE: usize = 22;
const INK: &str = "#28231a";
const SOFT: &str = "#5b5342";
const LINES: &str = "#8c8068";
const MOSS: &str = "#3f5f31";
const MARKER: &str = "#b8401a";
/// Room above the map for its title, and around it.
const HEAD: f64 = 70.0;
const EDGE: f64 = 24.0;

/// The map of a title, with a mark for each stone and a name for each region.
pub fn sheet(title: &str, layout: &Layout, marks: &[Mark], regions: &[String]) -> String {
    let (width, height) = drawn::size(layout);
    let (wide, high) = (width + 2.0 * EDGE, height + HEAD + EDGE);
    let title = escaped(title);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide:.0} {high:.0}\" width=\"{wide:.0}\" height=\"{high:.0}\" font-family=\"system-ui, sans-serif\"><title>{title}</title><rect width=\"100%\" height=\"100%\" fill=\"#f5efe1\"/><text x=\"{EDGE}\" y=\"46\" font-family=\"Georgia, serif\" font-size=\"32\" fill=\"{INK}\">{title}</text><g transform=\"translate({EDGE} {HEAD})\">"
    );
    for (region, name) in layout.regions.iter().zip(regions).filter(|(region, _)| region.width > 0.0) {
        let part = drawn::region(region);
        svg.push_str(&format!(
                "<rect x=\"{:.0}\" y=\"{:.0}\" width=\"{:.0}\" height=\"{:.0}\" rx=\"22\" fill=\"#fffbf2\" stroke=\"#d8ccb2\"/><text x=\"{:.0}\" y=\"{:.0}\" font-family=\"Georgia, serif\" font-size=\"21\" fill=\"{INK}\">{}</text>",
                part.left,
                part.top,
                part.right - part.left,
                part.bottom - part.top,
                part.left + 20.0,
                part.top + 34.0,
                escaped(name)
            ),
        );
    }
    for trail in &layout.trails {
        let is_walked = marks.get(trail.from).is_some_and(|mark| matches!(mark.look, Look::Reached | Look::Said));
        let line = match (trail.course, is_walked) {
            (Course::Between, _) => format!("stroke=\"{LINES}\" opacity=\"0.4\""),
            (Course::Sequence, _) => {
                format!("stroke=\"{LINES}\" stroke-width=\"2\" stroke-dasharray=\"1 9\" stroke-linecap=\"round\"")
            }
            (Course::Within, true) => format!("stroke=\"{MOSS}\" stroke-width=\"3\""),
            (Course::Within, false) => format!("stroke=\"{LINES}\" stroke-width=\"2\" stroke-dasharray=\"6 6\""),
        };
        svg.push_str(&format!("<path fill=\"none\" {line} d=\"{}\"/>", drawn::trail(layout, trail)));
    }
    for (number, (at, mark)) in layout.stones.iter().zip(marks).enumerate() {
        stone(&mut svg, number, drawn::spot(*at), mark);
    }
    svg.push_str("</g></svg>");
    svg
}

fn stone(svg: &mut String, number: usize, Spot { x, y }: Spot, mark: &Mark) {
    if mark.is_faint {
        svg.push_str(&format!("<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"6\" fill=\"#d8ccb2\"/>"));
        return;
    }
    let line = match mark.look {
        Look::Blocked => format!("fill=\"#efe7d4\" stroke=\"{LINES}\" stroke-width=\"2\" stroke-dasharray=\"5 4\""),
        Look::Ready => format!("fill=\"#fffbf2\" stroke=\"{MARKER}\" stroke-width=\"3\""),
        Look::Said => format!("fill=\"#fffbf2\" stroke=\"{MOSS}\" stroke-width=\"3\""),
        Look::Reached => format!("fill=\"#e4ead4\" stroke=\"{MOSS}\" stroke-width=\"3\""),
        Look::Retired => format!(
            "fill=\"none\" stroke=\"{LINES}\" stroke-width=\"3\" stroke-dasharray=\"0.1 6\" stroke-linecap=\"round\""
        ),
    };
    svg.push_str(&format!("<g transform=\"translate({x:.0} {y:.0})\">"));
    if mark.look == Look::Ready {
        svg.push_str(&format!(
            "<ellipse rx=\"{}\" ry=\"{}\" fill=\"#fbe3d3\" stroke=\"{MARKER}\" stroke-dasharray=\"2 5\"/>",
            drawn::LIGHT.0,
            drawn::LIGHT.1
        ));
    }
    svg.push_str(&format!("<path {line} d=\"{}\"/>", drawn::base(number)));
    for outline in drawn::stack(mark.stones) {
        svg.push_str(&format!("<path fill=\"#fffbf2\" stroke=\"#6f6757\" stroke-width=\"1.5\" d=\"{outline}\"/>"));
    }
    let line = "fill=\"none\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\"";
    if matches!(mark.look, Look::Said | Look::Reached) {
        svg.push_str(&format!("<path {line} stroke=\"{MOSS}\" d=\"{}\"/>", drawn::TICK));
    }
    if mark.look == Look::Retired {
        svg.push_str(&format!("<path {line} stroke=\"{LINES}\" d=\"{}\"/>", drawn::BAR));
    }
    if mark.has_flag {
        svg.push_str(&format!("<path {line} stroke=\"{MARKER}\" d=\"{}\"/>", drawn::FLAG));
    }
    let mut down = 34;
    for words in folded(&mark.name) {
        svg.push_str(&format!(
            "<text y=\"{down}\" text-anchor=\"middle\" font-size=\"15\" font-weight=\"600\" fill=\"{INK}\">{}</text>",
            escaped(&words)
        ));
        down += 18;
    }
    svg.push_str(&format!(
        "<text y=\"{down}\" text-anchor=\"middle\" font-size=\"13\" fill=\"{SOFT}\">{}</text></g>",
        escaped(&mark.words)
    ));
}

/// A name in two lines at most; what is left of a longer one is dots.
fn folded(name: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in name.split_whitespace() {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        if line.is_empty() || line.chars().count() + 1 + word.chars().count() <= LINE {
            line.extend((!line.is_empty()).then_some(' '));
            line.push_str(word);
        } else if last == 0 {
            lines.push(word.to_owned());
        } else {
            line.push('…');
            break;
        }
    }
    lines
}

/// A text as XML has it. What no XML may hold becomes a space.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Look, Mark, escaped, folded, sheet};
    use crate::Graph;
    use crate::testing::laid_out;

    fn mark(name: &str, look: Look) -> Mark {
        Mark { name: name.to_owned(), words: "ready".to_owned(), look, stones: 2, ..Mark::default() }
    }

    #[test]
    fn a_sheet_holds_every_stone_and_trail_and_nothing_that_runs() {
        let layout = laid_out(&Graph::new(vec![0, 0, 1], [(0, 1)]));
        let faint = Mark { is_faint: true, ..mark("Hidden", Look::Blocked) };
        let hostile = mark("<script>alert(1)</script>", Look::Reached);
        let flagged = Mark { has_flag: true, ..mark("Fractions", Look::Ready) };
        let svg = sheet("Ana & co", &layout, &[hostile, flagged, faint], &["Maths".into(), "\"Art\"".into()]);
        assert!(svg.contains("Ana &amp; co") && svg.contains("&lt;script&gt;") && svg.contains("&quot;Art&quot;"));
        assert!(!svg.contains("<script") && !svg.contains("style=") && !svg.contains("Hidden"));
        assert!(svg.contains(&crate::drawn::trail(&layout, &layout.trails[0])), "{svg}");
        assert_eq!(svg.matches(crate::drawn::FLAG).count(), 1);
    }

    #[test]
    fn names_are_folded_and_what_xml_forbids_is_gone() {
        assert_eq!(folded("Who eats whom"), ["Who eats whom"]);
        assert_eq!(
            folded("Reading a graph of two things that change"),
            ["Reading a graph of two", "things that change"]
        );
        assert_eq!(folded(&"word ".repeat(12))[1], "word word word word…");
        assert_eq!(folded(""), [""]);
        assert_eq!(escaped("a\u{0}b<"), "a b&lt;");
    }
}
