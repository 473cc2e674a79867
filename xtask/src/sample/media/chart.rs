//! Charts as one draws them on squared paper: bars and lines, from the learner's own tables.

use super::paper::{BLACK, BLUE, CREAM, Ink, MOSS, ORANGE, Paper, Point, SKY, STONE};

const WIDTH: u16 = 640;
const HEIGHT: u16 = 400;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 610.0;
const TOP: f64 = 50.0;
const BOTTOM: f64 = 340.0;

/// What a chart says on its edges.
pub struct Words<'a> {
    pub title: &'a str,
    pub along: &'a str,
    /// The numbers on the upright edge, smallest first.
    pub marks: &'a [f64],
}

impl Words<'_> {
    fn range(&self) -> (f64, f64) {
        (self.marks.first().copied().unwrap_or(0.0), self.marks.last().copied().unwrap_or(1.0))
    }

    fn height(&self, value: f64) -> f64 {
        let (low, high) = self.range();
        BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP)
    }
}

/// One bar for each label.
pub fn bars(bars: &[(&str, f64)], words: &Words<'_>) -> Paper {
    let mut paper = sheet(words);
    let count = u16::try_from(bars.len()).unwrap_or(u16::MAX);
    let wide = (RIGHT - LEFT) / f64::from(count);
    for (place, (label, value)) in (0..count).zip(bars) {
        let left = LEFT + wide * f64::from(place) + wide * 0.18;
        let top = words.height(*value);
        let ink = if place % 2 == 0 { MOSS } else { BLUE };
        paper.slab((left, top), (wide * 0.64, BOTTOM - top), ink, BLACK);
        paper.write_centred(&number(*value), (left + wide * 0.32, top - 14.0), 13.0, BLACK);
        paper.write_centred(label, (left + wide * 0.32, BOTTOM + 15.0), label_size(label, wide), BLACK);
    }
    paper
}

/// One line for each series; a missing value leaves a gap.
pub fn lines(along: &[f64], series: &[&[Option<f64>]], words: &Words<'_>) -> Paper {
    let mut paper = sheet(words);
    let first = along.first().copied().unwrap_or(0.0);
    let last = along.last().copied().unwrap_or(1.0);
    let place = |at: f64| LEFT + (at - first) / (last - first) * (RIGHT - LEFT - 12.0) + 6.0;
    for (values, ink) in series.iter().zip([ORANGE, MOSS, BLUE]) {
        let points: Vec<Option<Point>> =
            along.iter().zip(*values).map(|(at, value)| value.map(|value| (place(*at), words.height(value)))).collect();
        for run in points.split(Option::is_none) {
            let run: Vec<Point> = run.iter().flatten().copied().collect();
            trace(&mut paper, &run, ink, points.len() <= 40);
        }
    }
    paper.write_centred(&number(first), (place(first), BOTTOM + 16.0), 12.0, BLACK);
    paper.write_centred(&number(last), (place(last), BOTTOM + 16.0), 12.0, BLACK);
    paper
}

fn trace(paper: &mut Paper, run: &[Point], ink: Ink, dots: bool) {
    paper.line(run, 2.4, ink);
    if dots {
        for at in run {
            paper.disc(*at, 3.6, ink);
        }
    }
}

/// The squared paper with its edges, numbers and words.
fn sheet(words: &Words<'_>) -> Paper {
    let mut paper = Paper::new(WIDTH, HEIGHT, CREAM);
    for mark in words.marks {
        let height = words.height(*mark);
        paper.line(&[(LEFT, height), (RIGHT, height)], 1.2, SKY);
        let text = number(*mark);
        let wide = super::letters::width(&text, 12.0);
        paper.write(&text, (LEFT - wide - 10.0, height - 6.0), 12.0, STONE);
    }
    paper.line(&[(LEFT, TOP - 14.0), (LEFT, BOTTOM), (RIGHT + 8.0, BOTTOM)], 2.2, BLACK);
    paper.write(words.title, (LEFT, 14.0), 15.0, BLACK);
    paper.write_centred(words.along, (f64::midpoint(LEFT, RIGHT), BOTTOM + 44.0), 13.0, BLACK);
    paper
}

/// Letters small enough for the bar they stand under.
fn label_size(label: &str, wide: f64) -> f64 {
    let letters = u16::try_from(label.chars().count()).unwrap_or(u16::MAX);
    (wide * 0.96 / f64::from(letters.max(1))).min(13.0)
}

fn number(value: f64) -> String {
    format!("{value}")
}
