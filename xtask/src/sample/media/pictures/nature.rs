//! Living things, the Moon, and matter too small to see.

use crate::sample::media::chance::Chance;
use crate::sample::media::paper::{
    BLACK, BLUE, BROWN, CREAM, Ink, LEAF, MOSS, NIGHT, ORANGE, Paper, Point, SKY, STONE, WHITE, arc, circle,
};

/// An oak leaf with veins and a gall.
pub fn leaf() -> Paper {
    let mut paper = Paper::new(640, 440, CREAM);
    let edge = lobed_edge();
    paper.fill(&edge, LEAF);
    paper.outline(&edge, 2.6, MOSS);
    paper.line(&[(70.0, 236.0), (140.0, 226.0), (330.0, 216.0), (545.0, 214.0)], 3.0, MOSS);
    for (along, reach) in [(190.0, 62.0), (265.0, 88.0), (345.0, 92.0), (425.0, 72.0), (490.0, 40.0)] {
        paper.line(&[(along, 219.0), (along + reach * 0.55, 219.0 - reach)], 1.8, MOSS);
        paper.line(&[(along, 219.0), (along + reach * 0.55, 219.0 + reach)], 1.8, MOSS);
    }
    paper.disc((398.0, 262.0), 11.0, BROWN);
    paper.arrow((470.0, 372.0), (410.0, 278.0), 2.0, BLACK);
    paper.write("gall: a grub inside!", (356.0, 386.0), 13.0, BLACK);
    paper.write("oak", (60.0, 30.0), 26.0, BLACK);
    paper.line(&[(140.0, 402.0), (340.0, 402.0)], 2.0, STONE);
    paper.line(&[(140.0, 394.0), (140.0, 410.0)], 2.0, STONE);
    paper.line(&[(340.0, 394.0), (340.0, 410.0)], 2.0, STONE);
    paper.write("9 cm", (210.0, 416.0), 13.0, STONE);
    paper
}

/// The upper lobes from stalk to tip, then the lower ones back.
fn lobed_edge() -> Vec<Point> {
    let half: Vec<Point> = (0..=60)
        .map(|step| {
            let share = f64::from(step) / 60.0;
            let body = (share * std::f64::consts::PI).sin().powf(0.8) * 96.0;
            let lobes = 1.0 + 0.26 * (share * std::f64::consts::TAU * 4.5).sin();
            (140.0 + share * 410.0, body * lobes)
        })
        .collect();
    let upper = half.iter().map(|(along, reach)| (*along, 218.0 - reach));
    let lower = half.iter().rev().map(|(along, reach)| (*along, 218.0 + reach));
    upper.chain(lower).collect()
}

/// Twelve evenings with the Moon, three of them cloudy.
pub fn moon_month() -> Paper {
    let mut paper = Paper::new(640, 400, NIGHT);
    paper.write("Moon diary, seven o'clock", (40.0, 24.0), 17.0, WHITE);
    let evenings = [2, 4, 6, 8, 10, 12, 14, 16, 19, 22, 25, 27];
    for (place, evening) in (0..).zip(evenings) {
        let (column, row) = (place % 6, place / 6);
        let middle = (74.0 + f64::from(column) * 98.0, 138.0 + f64::from(row) * 150.0);
        if matches!(evening, 6 | 16 | 25) {
            cloud(&mut paper, middle);
        } else {
            moon(&mut paper, middle, 36.0, f64::from(evening) / 29.5, NIGHT);
        }
        paper.write_centred(&evening.to_string(), (middle.0, middle.1 + 58.0), 14.0, SKY);
    }
    paper
}

fn cloud(paper: &mut Paper, middle: Point) {
    for (across, down, radius) in [(-16.0, 6.0, 15.0), (2.0, -4.0, 20.0), (20.0, 7.0, 14.0)] {
        paper.disc((middle.0 + across, middle.1 + down), radius, STONE);
    }
}

/// The Moon at a part of its month: 0 is new, a half is full.
fn moon(paper: &mut Paper, middle: Point, radius: f64, month: f64, night: Ink) {
    paper.disc(middle, radius, WHITE);
    let half_turn = (month * std::f64::consts::TAU).cos() * radius;
    // The dark part lies between the limb that the Sun does not reach and the bent line where night begins.
    let limb = arc(middle, (radius + 0.6, radius + 0.6), 0.25, 0.75);
    let border = arc(middle, (half_turn, radius + 0.6), 0.75, 1.25);
    let dark: Vec<Point> = limb.into_iter().chain(border).collect();
    let dark: Vec<Point> =
        if month > 0.5 { dark.iter().map(|(across, down)| (2.0 * middle.0 - across, *down)).collect() } else { dark };
    paper.fill(&dark, night);
    paper.ring(middle, radius, 1.2, STONE);
}

/// Sixteen frames of a ball that goes round a head, lit from the right.
pub fn moon_lamp() -> Vec<Paper> {
    (0..16)
        .map(|step| {
            let month = f64::from(step) / 16.0;
            let mut paper = Paper::new(400, 300, NIGHT);
            paper.disc((372.0, 150.0), 20.0, ORANGE);
            paper.write("lamp", (334.0, 182.0), 12.0, ORANGE);
            let turn = month * std::f64::consts::TAU;
            let ball = (200.0 + turn.cos() * 110.0, 150.0 - turn.sin() * 62.0);
            paper.outline(&arc((200.0, 150.0), (110.0, 62.0), 0.0, 1.0), 1.0, BLUE);
            paper.disc((200.0, 150.0), 16.0, SKY);
            paper.write("me", (190.0, 172.0), 11.0, SKY);
            paper.disc(ball, 13.0, STONE);
            let lit: Vec<Point> = arc(ball, (13.0, 13.0), 0.75, 1.25);
            paper.fill(&lit, WHITE);
            moon(&mut paper, (52.0, 52.0), 34.0, month, NIGHT);
            paper.write("I see", (22.0, 94.0), 11.0, SKY);
            paper
        })
        .collect()
}

/// The same dots as a solid, a liquid and a gas.
pub fn particles() -> Paper {
    let mut paper = Paper::new(640, 320, CREAM);
    let mut heat = Chance::new(3);
    for (place, name) in (0..).zip(["solid", "liquid", "gas"]) {
        let left = 30.0 + f64::from(place) * 200.0;
        paper.slab((left, 50.0), (180.0, 190.0), WHITE, BLACK);
        paper.write_centred(name, (left + 90.0, 268.0), 17.0, BLACK);
        for dot in 0..24 {
            let (column, row) = (f64::from(dot % 6), f64::from(dot / 6));
            let at = match name {
                "solid" => (left + 34.0 + column * 22.0, 160.0 + row * 22.0),
                "liquid" => (left + 20.0 + column * 28.0 + heat.swing() * 7.0, 158.0 + row * 22.0 + heat.swing() * 7.0),
                _ => (left + 22.0 + column * 27.0 + heat.swing() * 9.0, 74.0 + row * 48.0 + heat.swing() * 14.0),
            };
            paper.disc(
                at,
                10.0,
                if name == "solid" {
                    BLUE
                } else if name == "liquid" {
                    MOSS
                } else {
                    ORANGE
                },
            );
            if name == "gas" && dot % 5 == 0 {
                paper.arrow(at, (at.0 + heat.swing() * 34.0, at.1 + heat.swing() * 34.0), 1.8, BLACK);
            }
        }
    }
    paper
}

/// Onion skin through a microscope.
pub fn onion() -> Paper {
    let mut paper = Paper::new(520, 480, BLACK);
    let view = (260.0, 225.0);
    paper.fill(&circle(view, 208.0), [244, 222, 178]);
    let mut sap = Chance::new(5);
    for row in 0..11 {
        let top = 22.0 + f64::from(row) * 38.0;
        let shift = if row % 2 == 0 { 0.0 } else { 46.0 };
        paper.line(&[(40.0, top), (480.0, top + sap.swing() * 8.0)], 2.2, BROWN);
        for column in 0..6 {
            let left = 20.0 + shift + f64::from(column) * 92.0;
            paper.line(&[(left, top), (left + sap.swing() * 5.0, top + 38.0)], 2.0, BROWN);
            let nucleus = (left + 18.0 + (sap.swing() + 1.0) * 25.0, top + 8.0);
            paper.disc(nucleus, 5.4, [96, 52, 40]);
        }
    }
    // What lies outside the round view is black.
    let mut around = vec![(0.0, 0.0), (520.0, 0.0), (520.0, 480.0), (0.0, 480.0), (0.0, 0.0)];
    around.extend(circle(view, 208.0));
    paper.fill(&around, BLACK);
    // The view is 1.8 mm wide and 416 pixels.
    paper.line(&[(210.0, 462.0), (302.0, 462.0)], 3.0, WHITE);
    paper.write("0.4 mm", (316.0, 455.0), 13.0, WHITE);
    paper
}
