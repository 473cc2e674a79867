//! Any archive is taken for a portfolio or refused, entry by entry.

use std::io::Cursor;

use interchange::archive::{Import, Item};

use super::zip;

pub fn read(input: &[u8]) {
    let Ok(mut import) = Import::open(Cursor::new(input), &zip::LIMITS) else { return };
    for at in 0..import.items().len() {
        match import.items()[at] {
            Item::Segment { .. } => drop(import.segment(at)),
            Item::File { .. } => drop(import.file(at, &mut |_| Ok(()))),
        }
    }
    drop(import.check_rest(&mut |_| Ok(())));
}

pub fn seeds() -> Vec<Vec<u8>> {
    let root: &[u8] =
        include_bytes!("../../../crates/replica/tests/fixtures/cairn1/root-0f1e2d3c4b5a69788796a5b4c3d2e1f0.json");
    let name = "cairn/root-0f1e2d3c4b5a69788796a5b4c3d2e1f0.json";
    let log = "cairn/log/b0b1b2b3b4b5b6b7b8b9/00000001-367-a596dda71cda51f8.jsonl.gz";
    vec![zip::of(&[(name, root), (log, super::segment::SEGMENTS[2])])]
}
