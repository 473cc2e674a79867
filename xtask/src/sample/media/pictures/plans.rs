//! Plans, maps and a poster.

use crate::sample::media::paper::{
    BLACK, BLUE, BROWN, CREAM, LEAF, MOSS, ORANGE, Paper, Point, SKY, STONE, WHITE, rectangle,
};

/// A birdhouse from the front and the side.
pub fn birdhouse() -> Paper {
    let mut paper = Paper::new(640, 440, CREAM);
    let front = [(90.0, 170.0), (180.0, 90.0), (270.0, 170.0), (270.0, 370.0), (90.0, 370.0)];
    paper.fill(&front, [222, 196, 150]);
    paper.outline(&front, 2.6, BROWN);
    paper.disc((180.0, 210.0), 19.0, BLACK);
    let side = [(390.0, 130.0), (560.0, 130.0), (560.0, 370.0), (390.0, 370.0)];
    paper.fill(&side, [222, 196, 150]);
    paper.outline(&side, 2.6, BROWN);
    paper.line(&[(372.0, 112.0), (578.0, 112.0)], 7.0, BROWN);
    paper.arrow((96.0, 396.0), (264.0, 396.0), 1.8, STONE);
    paper.write_centred("15 cm", (180.0, 416.0), 13.0, STONE);
    paper.arrow((60.0, 364.0), (60.0, 96.0), 1.8, STONE);
    paper.write("25", (18.0, 230.0), 13.0, STONE);
    paper.arrow((300.0, 236.0), (204.0, 214.0), 1.8, ORANGE);
    paper.write("hole", (306.0, 226.0), 12.0, ORANGE);
    paper.write("28 mm", (306.0, 246.0), 12.0, ORANGE);
    paper.write_centred("front", (180.0, 40.0), 15.0, BLACK);
    paper.write_centred("side", (475.0, 40.0), 15.0, BLACK);
    paper
}

/// An L of a garden bed, cut into two rectangles.
pub fn garden_bed() -> Paper {
    let mut paper = Paper::new(640, 440, CREAM);
    let long = rectangle((90.0, 250.0), (420.0, 112.0));
    let short = rectangle((90.0, 82.0), (112.0, 168.0));
    paper.fill(&long, LEAF);
    paper.fill(&short, [205, 190, 130]);
    paper.outline(&long, 2.6, MOSS);
    paper.outline(&short, 2.6, MOSS);
    paper.write_centred("2.4 m2", (300.0, 306.0), 18.0, BLACK);
    paper.write_centred("0.96", (146.0, 166.0), 15.0, BLACK);
    paper.write_centred("3 m", (300.0, 388.0), 16.0, BLACK);
    paper.write("2 m", (30.0, 214.0), 15.0, BLACK);
    paper.write("1.2", (214.0, 156.0), 15.0, BLACK);
    paper.write("0.8", (524.0, 298.0), 15.0, BLACK);
    paper
}

/// A garden on a grid, with its hedgehogs' table.
pub fn garden_map() -> Paper {
    let mut paper = Paper::new(640, 480, WHITE);
    let at = |across: f64, down: f64| (120.0 + across * 36.0, 190.0 + down * 36.0);
    for step in -3_i8..=13 {
        paper.line(&[at(f64::from(step), -4.0), at(f64::from(step), 6.0)], 1.0, SKY);
    }
    for step in -4_i8..=6 {
        paper.line(&[at(-3.0, f64::from(step)), at(13.0, f64::from(step))], 1.0, SKY);
    }
    paper.line(&[at(-3.0, 0.0), at(13.0, 0.0)], 1.8, STONE);
    paper.line(&[at(0.0, -4.0), at(0.0, 6.0)], 1.8, STONE);
    for step in 0..22 {
        paper.disc(at(-2.6 + f64::from(step) * 0.73, 5.5), 13.0, if step % 2 == 0 { MOSS } else { LEAF });
    }
    let (shed, pond) = (at(-1.6, -1.6), at(8.5, -2.0));
    paper.slab(shed, (58.0, 58.0), BROWN, BLACK);
    paper.disc(pond, 46.0, BLUE);
    paper.ring(pond, 46.0, 2.0, BLACK);
    let table = at(6.0, 3.0);
    paper.disc(table, 9.0, ORANGE);
    paper.write("(6, -3)", (table.0 + 16.0, table.1 - 6.0), 13.0, ORANGE);
    paper.write_centred("pond", pond, 13.0, WHITE);
    paper.write("shed", at(-1.6, -2.2), 12.0, BLACK);
    paper.write("hedge", at(9.8, 4.4), 12.0, MOSS);
    paper.arrow((600.0, 440.0), (600.0, 400.0), 2.4, BLACK);
    paper.write("N", (593.0, 376.0), 15.0, BLACK);
    paper.line(&[(120.0, 446.0), (300.0, 446.0)], 3.0, BLACK);
    paper.write("5 m", (312.0, 439.0), 13.0, BLACK);
    paper
}

/// Seven fences of a street, three with a gap.
pub fn talk_map() -> Paper {
    let mut paper = Paper::new(640, 360, CREAM);
    paper.fill(&rectangle((0.0, 270.0), (640.0, 60.0)), STONE);
    paper.write_centred("our street", (320.0, 300.0), 15.0, WHITE);
    for fence in 0..7 {
        let left = 55.0 + f64::from(fence) * 84.0;
        let open = matches!(fence, 1 | 3 | 6);
        for post in 0..7 {
            let top = 90.0 + f64::from(post) * 24.0;
            if open && (post == 4 || post == 5) {
                continue;
            }
            paper.line(&[(left, top), (left, top + 20.0)], 6.0, BROWN);
        }
        if open {
            hedgehog(&mut paper, (left, 210.0));
        } else {
            paper.line(&[(left - 10.0, 60.0), (left + 10.0, 80.0)], 3.0, ORANGE);
            paper.line(&[(left - 10.0, 80.0), (left + 10.0, 60.0)], 3.0, ORANGE);
        }
        paper.write_centred(&(fence + 1).to_string(), (left, 30.0), 15.0, BLACK);
    }
    paper
}

fn hedgehog(paper: &mut Paper, at: Point) {
    let (across, down) = at;
    for spine in 0..9 {
        let angle = std::f64::consts::PI * (1.0 + f64::from(spine) / 8.0);
        paper.line(&[(across, down), (across + angle.cos() * 24.0, down + angle.sin() * 20.0)], 2.4, BLACK);
    }
    let body =
        [(across - 18.0, down), (across - 10.0, down - 12.0), (across + 12.0, down - 12.0), (across + 26.0, down)];
    paper.fill(&body, BROWN);
    paper.disc((across + 26.0, down - 2.0), 2.6, BLACK);
}

/// A lamp with a plaster, and few words.
pub fn repair_poster() -> Paper {
    let mut paper = Paper::new(480, 640, [236, 178, 76]);
    paper.write_centred("Broken?", (240.0, 70.0), 50.0, BLACK);
    paper.slab((150.0, 470.0), (180.0, 24.0), BLACK, BLACK);
    paper.line(&[(240.0, 470.0), (200.0, 340.0), (262.0, 250.0)], 12.0, BLACK);
    let shade = [(200.0, 190.0), (300.0, 160.0), (350.0, 300.0), (170.0, 300.0)];
    paper.fill(&shade, WHITE);
    paper.outline(&shade, 5.0, BLACK);
    let plaster = [(214.0, 250.0), (298.0, 206.0), (312.0, 232.0), (228.0, 276.0)];
    paper.fill(&plaster, ORANGE);
    paper.outline(&plaster, 3.0, BLACK);
    for (across, down) in [(250.0, 244.0), (262.0, 238.0), (274.0, 232.0)] {
        paper.disc((across, down), 3.0, WHITE);
    }
    paper.write_centred("Bring it.", (240.0, 545.0), 36.0, BLACK);
    paper.write_centred("Saturday 10, canal house", (240.0, 605.0), 17.0, BLACK);
    paper
}
