//! Any package is read or refused, and so is the pathway that it may propose.

use interchange::case;
use interchange::case::pathway::{MOST_STEPS, Path};

pub fn read(input: &[u8]) {
    if let Ok(reading) = case::read(input) {
        assert!(reading.source.items.len() <= reading.summary.items);
        if let Ok(path) = Path::of(&reading) {
            assert!((1..=MOST_STEPS).contains(&path.steps.len()));
        }
    }
}

pub fn seeds() -> Vec<Vec<u8>> {
    let packages: [&[u8]; 6] = [
        include_bytes!("../../../crates/interchange/tests/fixtures/case/circle.json"),
        include_bytes!("../../../crates/interchange/tests/fixtures/case/departures.json"),
        include_bytes!("../../../crates/interchange/tests/fixtures/case/garden.json"),
        include_bytes!("../../../crates/interchange/tests/fixtures/case/outside.json"),
        include_bytes!("../../../crates/interchange/tests/fixtures/case/pathway.json"),
        include_bytes!("../../../crates/interchange/tests/fixtures/case/repeated.json"),
    ];
    packages.map(<[u8]>::to_vec).to_vec()
}
