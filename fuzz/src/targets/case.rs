//! Any package is read or refused.

use interchange::case;

pub fn read(input: &[u8]) {
    if let Ok(reading) = case::read(input) {
        assert!(reading.source.items.len() <= reading.summary.items);
    }
}

pub fn seeds() -> Vec<Vec<u8>> {
    let packages: [&[u8]; 5] = [
        include_bytes!("../../../crates/interchange/tests/fixtures/case/circle.json"),
        include_bytes!("../../../crates/interchange/tests/fixtures/case/departures.json"),
        include_bytes!("../../../crates/interchange/tests/fixtures/case/garden.json"),
        include_bytes!("../../../crates/interchange/tests/fixtures/case/outside.json"),
        include_bytes!("../../../crates/interchange/tests/fixtures/case/repeated.json"),
    ];
    packages.map(<[u8]>::to_vec).to_vec()
}
