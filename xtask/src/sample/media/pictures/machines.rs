//! Circuits, a bridge, a lamp: how things work.

use crate::sample::media::paper::{BLACK, BLUE, BROWN, CREAM, MOSS, ORANGE, Paper, Point, SKY, STONE, WHITE, circle};

/// One loop with a battery, a bulb and a switch that is open.
pub fn circuit() -> Paper {
    let mut paper = Paper::new(560, 400, CREAM);
    paper.line(&[(250.0, 330.0), (90.0, 330.0), (90.0, 90.0), (244.0, 90.0)], 2.6, BLACK);
    paper.line(&[(316.0, 90.0), (470.0, 90.0), (470.0, 160.0)], 2.6, BLACK);
    paper.line(&[(470.0, 250.0), (470.0, 330.0), (290.0, 330.0)], 2.6, BLACK);
    bulb(&mut paper, (280.0, 90.0), 36.0);
    battery(&mut paper, (270.0, 330.0));
    paper.disc((470.0, 160.0), 5.0, BLACK);
    paper.disc((470.0, 250.0), 5.0, BLACK);
    paper.line(&[(470.0, 250.0), (424.0, 176.0)], 3.4, ORANGE);
    paper.write("bulb", (252.0, 24.0), 15.0, BLACK);
    paper.write("battery", (222.0, 370.0), 15.0, BLACK);
    paper.write("open", (346.0, 196.0), 15.0, ORANGE);
    paper
}

fn bulb(paper: &mut Paper, middle: Point, radius: f64) {
    paper.fill(&circle(middle, radius), WHITE);
    paper.ring(middle, radius, 2.6, BLACK);
    let reach = radius * 0.7;
    paper.line(&[(middle.0 - reach, middle.1 - reach), (middle.0 + reach, middle.1 + reach)], 2.2, BLACK);
    paper.line(&[(middle.0 - reach, middle.1 + reach), (middle.0 + reach, middle.1 - reach)], 2.2, BLACK);
}

fn battery(paper: &mut Paper, middle: Point) {
    let (across, down) = middle;
    paper.line(&[(across - 20.0, down - 26.0), (across - 20.0, down + 26.0)], 2.6, BLACK);
    paper.line(&[(across + 20.0, down - 13.0), (across + 20.0, down + 13.0)], 6.0, BLACK);
    paper.write("+", (across - 44.0, down - 34.0), 14.0, ORANGE);
    paper.write("-", (across + 34.0, down - 34.0), 14.0, BLUE);
}

/// The hidden wires of a quiz board, with bulb and buzzer side by side.
pub fn quiz_board() -> Paper {
    let mut paper = Paper::new(640, 440, CREAM);
    paper.slab((40.0, 40.0), (320.0, 360.0), WHITE, STONE);
    let heights = [90.0, 180.0, 270.0, 350.0];
    for (place, (from, to)) in (1..).zip(heights.into_iter().zip([270.0, 90.0, 350.0, 180.0])) {
        paper.line(&[(90.0, from), (310.0, to)], 2.4, if place % 2 == 0 { BLUE } else { MOSS });
    }
    for (place, height) in (1..).zip(heights) {
        paper.disc((90.0, height), 8.0, ORANGE);
        paper.disc((310.0, height), 8.0, ORANGE);
        paper.write(&format!("Q{place}"), (50.0, height - 22.0), 13.0, BLACK);
        paper.write(["A", "B", "C", "D"].get(place - 1).copied().unwrap_or(""), (332.0, height - 22.0), 13.0, BLACK);
    }
    paper.line(&[(400.0, 90.0), (470.0, 90.0), (470.0, 130.0), (430.0, 130.0), (430.0, 190.0)], 2.4, BLACK);
    paper.line(&[(470.0, 130.0), (560.0, 130.0), (560.0, 190.0)], 2.4, BLACK);
    bulb(&mut paper, (430.0, 216.0), 26.0);
    paper.fill(&circle((560.0, 216.0), 26.0), WHITE);
    paper.ring((560.0, 216.0), 26.0, 2.6, BLACK);
    paper.write_centred("BZ", (560.0, 216.0), 15.0, BLACK);
    paper.line(&[(430.0, 242.0), (430.0, 290.0), (560.0, 290.0), (560.0, 242.0)], 2.4, BLACK);
    paper.line(&[(495.0, 290.0), (495.0, 352.0), (475.0, 352.0)], 2.4, BLACK);
    battery(&mut paper, (455.0, 352.0));
    paper.line(&[(435.0, 352.0), (400.0, 352.0)], 2.4, BLACK);
    paper.write("probe", (376.0, 62.0), 12.0, ORANGE);
    paper.write("probe", (366.0, 372.0), 12.0, ORANGE);
    paper.write("side by side!", (410.0, 20.0), 13.0, BLACK);
    paper
}

/// A desk lamp with the places that were tested.
pub fn lamp_fault() -> Paper {
    let mut paper = Paper::new(560, 420, CREAM);
    paper.slab((120.0, 340.0), (130.0, 22.0), STONE, BLACK);
    paper.line(&[(185.0, 340.0), (160.0, 220.0), (270.0, 120.0)], 6.0, BLACK);
    let shade = [(250.0, 90.0), (300.0, 128.0), (318.0, 190.0), (220.0, 150.0)];
    paper.fill(&shade, MOSS);
    paper.outline(&shade, 2.6, BLACK);
    paper.disc((274.0, 178.0), 18.0, WHITE);
    paper.ring((274.0, 178.0), 18.0, 2.0, BLACK);
    paper.line(&[(250.0, 352.0), (330.0, 372.0), (400.0, 350.0)], 3.0, BLACK);
    paper.slab((400.0, 338.0), (44.0, 22.0), WHITE, BLACK);
    paper.line(&[(444.0, 350.0), (500.0, 340.0)], 3.0, BLACK);
    paper.slab((500.0, 326.0), (30.0, 28.0), STONE, BLACK);
    for (number, at, good) in [
        ("1", (330.0, 210.0), true),
        ("2", (214.0, 96.0), true),
        ("3", (422.0, 300.0), false),
        ("4", (514.0, 290.0), true),
    ] {
        paper.disc(at, 17.0, if good { SKY } else { ORANGE });
        paper.ring(at, 17.0, 2.0, BLACK);
        paper.write_centred(number, at, 15.0, BLACK);
    }
    paper.write("switch broken", (340.0, 248.0), 14.0, ORANGE);
    paper.write("rest is fine", (40.0, 30.0), 14.0, BLACK);
    paper
}

/// A lift bridge with its counterweight, and the forces on it.
pub fn bridge() -> Paper {
    let mut paper = Paper::new(640, 420, CREAM);
    paper.fill(&[(0.0, 360.0), (640.0, 360.0), (640.0, 420.0), (0.0, 420.0)], SKY);
    paper.slab((60.0, 300.0), (150.0, 90.0), STONE, BLACK);
    paper.slab((520.0, 300.0), (100.0, 90.0), STONE, BLACK);
    paper.slab((170.0, 80.0), (22.0, 222.0), BROWN, BLACK);
    paper.line(&[(210.0, 300.0), (470.0, 208.0)], 9.0, BROWN);
    paper.disc((210.0, 300.0), 8.0, BLACK);
    paper.ring((181.0, 76.0), 24.0, 3.0, BLACK);
    paper.line(&[(470.0, 206.0), (202.0, 64.0)], 2.2, BLACK);
    paper.line(&[(157.0, 76.0), (112.0, 180.0)], 2.2, BLACK);
    paper.slab((88.0, 180.0), (48.0, 48.0), STONE, BLACK);
    paper.write_centred("250 g", (112.0, 250.0), 12.0, BLACK);
    paper.arrow((470.0, 206.0), (390.0, 164.0), 3.6, ORANGE);
    paper.arrow((340.0, 254.0), (340.0, 340.0), 3.6, BLUE);
    paper.write("600 g", (352.0, 312.0), 13.0, BLUE);
    paper.write("pull", (430.0, 140.0), 14.0, ORANGE);
    paper.write("hinge", (216.0, 318.0), 12.0, BLACK);
    paper.write("pulley", (214.0, 34.0), 12.0, BLACK);
    paper
}

/// Board, sensor, pump and battery of the plant waterer.
pub fn wiring() -> Paper {
    let mut paper = Paper::new(640, 420, CREAM);
    paper.line(&[(300.0, 150.0), (300.0, 90.0), (130.0, 90.0), (130.0, 250.0)], 2.6, BLUE);
    paper.line(&[(260.0, 190.0), (170.0, 190.0), (170.0, 250.0)], 2.6, ORANGE);
    paper.line(&[(380.0, 190.0), (500.0, 190.0), (500.0, 280.0)], 2.6, MOSS);
    paper.line(&[(320.0, 230.0), (320.0, 330.0)], 2.6, BLACK);
    paper.line(&[(350.0, 230.0), (350.0, 330.0)], 2.6, ORANGE);
    paper.slab((260.0, 150.0), (120.0, 80.0), MOSS, BLACK);
    paper.write_centred("board", (320.0, 190.0), 15.0, WHITE);
    paper.slab((290.0, 330.0), (92.0, 44.0), STONE, BLACK);
    paper.write_centred("battery", (336.0, 352.0), 11.0, WHITE);
    let pot = [(80.0, 290.0), (220.0, 290.0), (200.0, 390.0), (100.0, 390.0)];
    paper.fill(&pot, ORANGE);
    paper.outline(&pot, 2.6, BLACK);
    paper.slab((138.0, 250.0), (24.0, 90.0), WHITE, BLACK);
    paper.line(&[(186.0, 292.0), (190.0, 230.0), (212.0, 206.0)], 3.4, MOSS);
    paper.disc((214.0, 202.0), 12.0, MOSS);
    paper.disc((182.0, 224.0), 10.0, MOSS);
    paper.slab((450.0, 280.0), (110.0, 110.0), SKY, BLACK);
    paper.slab((478.0, 330.0), (44.0, 40.0), BLACK, BLACK);
    paper.line(&[(522.0, 350.0), (600.0, 350.0), (600.0, 60.0), (236.0, 60.0), (200.0, 284.0)], 3.0, BLUE);
    paper.write("pump", (474.0, 250.0), 13.0, BLACK);
    paper.write("sensor", (20.0, 262.0), 12.0, BLACK);
    paper.write("water", (420.0, 34.0), 13.0, BLUE);
    paper
}
