//! The files inside the learner's pieces: drawn, synthesised and typeset here, or kept as the learner wrote them.

pub mod chance;
mod chart;
mod charts;
mod letters;
mod paper;
mod pdf;
mod pictures;
mod png;
mod sound;
mod table;

use std::path::Path;

use chance::Chance;
use paper::{BLACK, BLUE, CREAM, MOSS, ORANGE, Paper};
use pictures::{machines, nature, plans, shapes};

/// The bytes of the file `name`; `folder` is where the learner's own words, tables and programs are.
///
/// # Errors
/// When it is neither a file that is made here nor one in the folder, or its table cannot be read.
pub fn make(name: &str, folder: &Path) -> std::io::Result<Vec<u8>> {
    let table = |stem: &str| std::fs::read_to_string(folder.join(format!("files/{stem}.csv")));
    let picture = |paper: Paper| Ok(png::still(&paper));
    match name {
        "leaf.png" => picture(nature::leaf()),
        "moon-month.png" => picture(nature::moon_month()),
        "moon-lamp.png" => Ok(png::moving(&nature::moon_lamp(), 25)),
        "particles.png" => picture(nature::particles()),
        "onion.png" => picture(nature::onion()),
        "circuit.png" => picture(machines::circuit()),
        "quiz-board.png" => picture(machines::quiz_board()),
        "lamp-fault.png" => picture(machines::lamp_fault()),
        "bridge.png" => picture(machines::bridge()),
        "wiring.png" => picture(machines::wiring()),
        "birdhouse.png" => picture(plans::birdhouse()),
        "garden-bed.png" => picture(plans::garden_bed()),
        "garden-map.png" => picture(plans::garden_map()),
        "talk-map.png" => picture(plans::talk_map()),
        "repair-poster.png" => picture(plans::repair_poster()),
        "star.png" => picture(shapes::star()),
        "rhythm.png" => picture(shapes::rhythm()),
        "birds.png" => picture(charts::birds(&table("birds")?)),
        "april.png" => picture(charts::april(&table("april")?)),
        "planes.png" => picture(charts::planes(&table("planes")?)),
        "pulse.png" => picture(charts::pulse(&table("pulse")?)),
        "dice.png" => picture(charts::dice()),
        "moisture.png" => picture(charts::moisture(&table("moisture")?)),
        "three-weeks.png" => picture(charts::three_weeks(&table("three-weeks")?)),
        "clapping.wav" => Ok(sound::clapping()),
        "bottles.wav" => Ok(sound::bottles()),
        "music-box.wav" => Ok(sound::music_box()),
        "stuffy-room.pdf" => {
            let text = std::fs::read_to_string(folder.join("report/stuffy-room.md"))?;
            Ok(pdf::report(&text, &table("stuffy-room")?))
        }
        kept => std::fs::read(folder.join("files").join(kept)),
    }
}

/// The width and height of a small picture, in pixels.
pub const SMALL: (u16, u16) = (96, 72);

/// A picture of a few bars, different for each number.
pub fn small_picture(number: u64) -> Vec<u8> {
    let mut paper = Paper::new(SMALL.0, SMALL.1, CREAM);
    let mut heights = Chance::new(number);
    for (left, ink) in [(12.0, MOSS), (40.0, BLUE), (68.0, ORANGE)] {
        let height = 28.0 + heights.swing() * 22.0;
        paper.slab((left, 64.0 - height), (18.0, height), ink, BLACK);
    }
    png::still(&paper)
}
