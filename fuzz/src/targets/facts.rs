//! Whatever a file says of itself, it is read to the end.

use std::io::Cursor;

use media::facts;

use crate::fixtures;

pub fn read(input: &[u8]) {
    let facts = facts(Cursor::new(input)).expect("memory can be read");
    assert_eq!(facts.width.is_some(), facts.height.is_some());
    assert!([facts.width, facts.height, facts.pages].into_iter().flatten().all(|number| number > 0));
}

pub fn seeds() -> Vec<Vec<u8>> {
    fixtures::files().into_iter().map(|(_, bytes)| bytes).collect()
}
