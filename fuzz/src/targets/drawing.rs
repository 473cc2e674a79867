//! Any SVG is a drawing to go on with or none; a drawing is written as it was read.

use drawing::svg;

pub fn read(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    if let Ok(drawing) = svg::read(text) {
        let once = svg::write(&drawing);
        let again = svg::read(&once).expect("what was written can be read");
        assert_eq!(svg::write(&again), once);
    }
}

pub fn seeds() -> Vec<Vec<u8>> {
    vec![include_bytes!("../../../crates/drawing/tests/fixtures/rubbed.svg").to_vec()]
}
