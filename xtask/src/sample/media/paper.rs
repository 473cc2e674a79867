//! A sheet to draw on: lines, fills and letters with soft edges, in a hand that is not quite steady.

use std::ops::Range;

use super::chance::Chance;
use super::letters;

/// Where something is, in pixels from the top left.
pub type Point = (f64, f64);

/// Red, green, blue.
pub type Ink = [u8; 3];

pub const CREAM: Ink = [246, 240, 225];
pub const BLACK: Ink = [43, 42, 40];
pub const MOSS: Ink = [93, 122, 58];
pub const LEAF: Ink = [168, 190, 110];
pub const STONE: Ink = [138, 133, 120];
pub const ORANGE: Ink = [217, 99, 43];
pub const BLUE: Ink = [63, 116, 168];
pub const SKY: Ink = [190, 214, 230];
pub const BROWN: Ink = [139, 94, 52];
pub const WHITE: Ink = [255, 253, 247];
pub const NIGHT: Ink = [40, 48, 74];

/// How far the hand strays, in pixels.
const TREMOR: f64 = 0.9;

/// Into how many steps a soft edge fades.
const EDGE_STEPS: f64 = 6.0;

/// How many strips a pixel is cut into to find how much of it a shape covers.
const STRIPS: u8 = 4;

/// A drawing in the making.
#[derive(Debug, Clone)]
pub struct Paper {
    width: u16,
    height: u16,
    pixels: Vec<Ink>,
    hand: Chance,
}

impl Paper {
    /// An empty sheet of one colour.
    pub fn new(width: u16, height: u16, ground: Ink) -> Self {
        let pixels = vec![ground; usize::from(width) * usize::from(height)];
        Self { width, height, pixels, hand: Chance::new(7) }
    }

    pub fn width(&self) -> u16 {
        self.width
    }

    pub fn height(&self) -> u16 {
        self.height
    }

    /// The pixels, row by row from the top.
    pub fn pixels(&self) -> &[Ink] {
        &self.pixels
    }

    /// A line through `points`, drawn by hand.
    pub fn line(&mut self, points: &[Point], thick: f64, ink: Ink) {
        let points = self.by_hand(points);
        self.stroke(&points, thick, ink);
    }

    /// A line round `points`, back to the first, drawn by hand.
    pub fn outline(&mut self, points: &[Point], thick: f64, ink: Ink) {
        let round: Vec<Point> = points.iter().chain(points.first()).copied().collect();
        self.line(&round, thick, ink);
    }

    /// A line with a head at its end.
    pub fn arrow(&mut self, from: Point, to: Point, thick: f64, ink: Ink) {
        self.line(&[from, to], thick, ink);
        let (along, up) = (to.0 - from.0, to.1 - from.1);
        let length = along.hypot(up).max(1.0);
        let (along, up) = (along / length * thick * 4.0, up / length * thick * 4.0);
        let barbs = [
            (to.0 - along + up * 0.6, to.1 - up - along * 0.6),
            to,
            (to.0 - along - up * 0.6, to.1 - up + along * 0.6),
        ];
        self.line(&barbs, thick, ink);
    }

    /// A filled circle.
    pub fn disc(&mut self, middle: Point, radius: f64, ink: Ink) {
        self.fill(&circle(middle, radius), ink);
    }

    /// The line of a circle.
    pub fn ring(&mut self, middle: Point, radius: f64, thick: f64, ink: Ink) {
        self.outline(&circle(middle, radius), thick, ink);
    }

    /// A filled box and its outline.
    pub fn slab(&mut self, corner: Point, size: Point, ground: Ink, ink: Ink) {
        let corners = rectangle(corner, size);
        self.fill(&corners, ground);
        self.outline(&corners, 2.0, ink);
    }

    /// Letters whose left top is `at`; `size` is the height of a capital in pixels.
    pub fn write(&mut self, text: &str, at: Point, size: f64, ink: Ink) {
        for stroke in letters::strokes(text, at, size) {
            let stroke = self.by_hand(&stroke);
            self.stroke(&stroke, (size / 7.0).max(1.4), ink);
        }
    }

    /// Letters around the middle `at`.
    pub fn write_centred(&mut self, text: &str, at: Point, size: f64, ink: Ink) {
        self.write(text, (at.0 - letters::width(text, size) / 2.0, at.1 - size / 2.0), size, ink);
    }

    /// Fills the shape that `points` go round (even-odd).
    pub fn fill(&mut self, points: &[Point], ink: Ink) {
        let Some(Window { columns, rows }) = Window::around(points, 0.0, self) else { return };
        for row in rows {
            let mut covered = vec![0.0; columns.len()];
            for strip in 0..STRIPS {
                let height = f64::from(row) + (f64::from(strip) + 0.5) / f64::from(STRIPS);
                for (from, to) in spans(points, height) {
                    cover(&mut covered, columns.start, from, to);
                }
            }
            for (column, share) in columns.clone().zip(covered) {
                self.blend(column, row, share, ink);
            }
        }
    }

    /// Paints every pixel by how much of it lies within half of `thick` from the line.
    fn stroke(&mut self, points: &[Point], thick: f64, ink: Ink) {
        let reach = thick / 2.0 + 1.0;
        let Some(Window { columns, rows }) = Window::around(points, reach, self) else { return };
        for row in rows {
            let middle = f64::from(row) + 0.5;
            let mut nearest = vec![f64::INFINITY; columns.len()];
            for pair in points.windows(2) {
                let [from, to] = pair else { continue };
                if middle < from.1.min(to.1) - reach || middle > from.1.max(to.1) + reach {
                    continue;
                }
                for (column, known) in columns.clone().zip(&mut nearest) {
                    *known = known.min(distance((f64::from(column) + 0.5, middle), *from, *to));
                }
            }
            for (column, distance) in columns.clone().zip(nearest) {
                self.blend(column, row, (thick / 2.0 + 0.5 - distance).clamp(0.0, 1.0), ink);
            }
        }
    }

    fn blend(&mut self, column: u16, row: u16, share: f64, ink: Ink) {
        // Few steps between ink and ground keep the colours of a drawing few.
        let share = (share * EDGE_STEPS).round() / EDGE_STEPS;
        if share <= 0.0 {
            return;
        }
        let place = usize::from(row) * usize::from(self.width) + usize::from(column);
        if let Some(pixel) = self.pixels.get_mut(place) {
            for (old, new) in pixel.iter_mut().zip(ink) {
                *old = byte(f64::from(*old) * (1.0 - share) + f64::from(new) * share);
            }
        }
    }

    /// The same line with a point every few pixels, each a little off.
    fn by_hand(&mut self, points: &[Point]) -> Vec<Point> {
        let mut drawn: Vec<Point> = points.first().copied().into_iter().collect();
        for pair in points.windows(2) {
            let [from, to] = pair else { continue };
            let steps = ((to.0 - from.0).hypot(to.1 - from.1) / 28.0).ceil().clamp(1.0, 60.0);
            let mut step = 1.0;
            while step < steps {
                let share = step / steps;
                let (across, down) = (self.hand.swing() * TREMOR, self.hand.swing() * TREMOR);
                drawn.push((from.0 + (to.0 - from.0) * share + across, from.1 + (to.1 - from.1) * share + down));
                step += 1.0;
            }
            drawn.push(*to);
        }
        drawn
    }
}

/// The corners of a circle that looks round.
pub fn circle(middle: Point, radius: f64) -> Vec<Point> {
    arc(middle, (radius, radius), 0.0, 1.0)
}

/// Points along an ellipse, clockwise; `from` and `to` are parts of a whole turn, 0 at the right.
pub fn arc(middle: Point, radii: Point, from: f64, to: f64) -> Vec<Point> {
    (0..=48)
        .map(|step| {
            let angle = (from + (to - from) * f64::from(step) / 48.0) * std::f64::consts::TAU;
            (middle.0 + radii.0 * angle.cos(), middle.1 + radii.1 * angle.sin())
        })
        .collect()
}

/// The corners of a box.
pub fn rectangle(corner: Point, size: Point) -> [Point; 4] {
    let (left, top) = corner;
    let (right, bottom) = (left + size.0, top + size.1);
    [(left, top), (right, top), (right, bottom), (left, bottom)]
}

/// The part of a sheet that a shape can touch.
struct Window {
    columns: Range<u16>,
    rows: Range<u16>,
}

impl Window {
    /// The pixels within `reach` of the box around `points`; nothing without points.
    fn around(points: &[Point], reach: f64, paper: &Paper) -> Option<Self> {
        let across = points.iter().map(|point| point.0);
        let down = points.iter().map(|point| point.1);
        Some(Self { columns: pixels(across, reach, paper.width)?, rows: pixels(down, reach, paper.height)? })
    }
}

fn pixels(places: impl Iterator<Item = f64>, reach: f64, end: u16) -> Option<Range<u16>> {
    let (low, high) = places.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)));
    (low <= high).then(|| pixel((low - reach).floor(), end)..pixel((high + reach).ceil() + 1.0, end))
}

/// Where a line at `height` is inside the shape, as pairs of left and right.
fn spans(points: &[Point], height: f64) -> Vec<(f64, f64)> {
    let next = points.iter().cycle().skip(1);
    let mut crossings: Vec<f64> = points
        .iter()
        .zip(next)
        .filter(|(one, other)| (one.1 <= height) != (other.1 <= height))
        .map(|(one, other)| one.0 + (height - one.1) / (other.1 - one.1) * (other.0 - one.0))
        .collect();
    crossings.sort_by(f64::total_cmp);
    crossings.chunks_exact(2).filter_map(|pair| pair.first().copied().zip(pair.last().copied())).collect()
}

/// Adds to each pixel of a row, from the column `first` on, how much of it one strip covers between `from` and `to`.
fn cover(row: &mut [f64], first: u16, from: f64, to: f64) {
    let mut left = f64::from(first);
    for share in row.iter_mut() {
        let right = left + 1.0;
        *share += (to.min(right) - from.max(left)).max(0.0) / f64::from(STRIPS);
        left = right;
    }
}

fn distance(at: Point, from: Point, to: Point) -> f64 {
    let (along, down) = (to.0 - from.0, to.1 - from.1);
    let squared = along * along + down * down;
    let share = if squared > 0.0 {
        (((at.0 - from.0) * along + (at.1 - from.1) * down) / squared).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (at.0 - from.0 - along * share).hypot(at.1 - from.1 - down * share)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the sheet on the same line")]
fn pixel(at: f64, end: u16) -> u16 {
    at.clamp(0.0, f64::from(end)) as u16
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte on the same line")]
fn byte(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}
