//! Any segment of a log is read or refused; what was read is written as it was.

use replica::RootFile;
use replica::segment::{encode, inflate, parse};

/// Three that hold to the format.
pub const SEGMENTS: [&[u8]; 3] = [
    include_bytes!(
        "../../../crates/replica/tests/fixtures/cairn1/log/a0a1a2a3a4a5a6a7a8a9/00000001-553-1ae3de777c79a869.jsonl.gz"
    ),
    include_bytes!(
        "../../../crates/replica/tests/fixtures/cairn1/log/a0a1a2a3a4a5a6a7a8a9/00000002-409-918694912a6a19b7.jsonl.gz"
    ),
    include_bytes!(
        "../../../crates/replica/tests/fixtures/cairn1/log/b0b1b2b3b4b5b6b7b8b9/00000001-367-a596dda71cda51f8.jsonl.gz"
    ),
];

pub fn read(input: &[u8]) {
    drop(RootFile::from_json(input));
    let inflated = inflate(input);
    let lines = inflated.as_deref().unwrap_or(input);
    if let Ok((header, ops)) = parse(lines) {
        let written = encode(&header, &ops).expect("what was read can be written");
        let again = parse(&written).expect("what was written can be read");
        assert_eq!(again, (header, ops));
    }
}

pub fn seeds() -> Vec<Vec<u8>> {
    let lines = SEGMENTS.map(|gzip| inflate(gzip).expect("a segment"));
    SEGMENTS.map(<[u8]>::to_vec).into_iter().chain(lines).collect()
}
