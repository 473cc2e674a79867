//! What comes of a rule: a star in one line, a rhythm in boxes.

use crate::sample::media::paper::{BLACK, BLUE, CREAM, LEAF, ORANGE, Paper, Point, SKY, WHITE};

/// The nine-pointed star that the learner's program `star.py` draws.
pub fn star() -> Paper {
    let mut paper = Paper::new(420, 420, WHITE);
    let corners: Vec<Point> = (0..9)
        .map(|corner| {
            let angle = std::f64::consts::TAU * (f64::from(corner * 4) / 9.0 - 0.25);
            (210.0 + angle.cos() * 180.0, 214.0 + angle.sin() * 180.0)
        })
        .collect();
    paper.outline(&corners, 2.4, BLUE);
    paper
}

/// Four bars of a rhythm, each cut into its fractions.
pub fn rhythm() -> Paper {
    let mut paper = Paper::new(640, 360, CREAM);
    let bars: [&[u8]; 4] = [&[8], &[4, 4], &[4, 2, 2], &[2, 1, 1, 1, 1, 1, 1]];
    for (row, parts) in (0..).zip(bars) {
        let top = 30.0 + f64::from(row) * 80.0;
        let mut left = 70.0;
        for (place, eighths) in (0..).zip(parts) {
            let wide = f64::from(*eighths) * 66.0;
            let ground = [LEAF, SKY, ORANGE].get(place % 3).copied().unwrap_or(SKY);
            paper.slab((left, top), (wide, 54.0), ground, BLACK);
            paper.write_centred(fraction(*eighths), (left + wide / 2.0, top + 27.0), 15.0, BLACK);
            left += wide;
        }
        paper.write(&(row + 1).to_string(), (28.0, top + 18.0), 17.0, BLACK);
    }
    paper
}

fn fraction(eighths: u8) -> &'static str {
    match eighths {
        8 => "1",
        4 => "1/2",
        2 => "1/4",
        _ => "1/8",
    }
}
