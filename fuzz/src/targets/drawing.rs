//! Any SVG is a drawing to go on with or none; a drawing is written as it was read, and its strokes alone are the same drawing.

use drawing::svg;

pub fn read(input: &[u8]) {
    let Ok(text) = str::from_utf8(input) else { return };
    if let Ok(drawing) = svg::read(text) {
        let once = svg::write(&drawing);
        let again = svg::read(&once).expect("what was written can be read");
        assert_eq!(svg::write(&again), once);
        let strokes = svg::read(&svg::ink(&drawing)).expect("strokes that were written can be read");
        assert_eq!(svg::write(&strokes), once);
    }
}

pub fn seeds() -> Vec<Vec<u8>> {
    vec![include_bytes!("../../../crates/drawing/tests/fixtures/rubbed.svg").to_vec()]
}
