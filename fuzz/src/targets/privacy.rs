//! Private facts are taken out of any file, once and for all.

use std::io::Cursor;

use media::privacy::{Cleaning, clean};

use crate::fixtures;

pub fn read(input: &[u8]) {
    let (_, once) = cleaned(input);
    let (again, twice) = cleaned(&once);
    assert!(again.plan.is_whole(), "cleaning what is clean finds {:?}", again.found);
    assert_eq!(once, twice);
}

fn cleaned(bytes: &[u8]) -> (Cleaning, Vec<u8>) {
    let cleaning = clean(Cursor::new(bytes)).expect("memory can be read");
    let mut new = Vec::new();
    cleaning.plan.write(Cursor::new(bytes), &mut new).expect("a plan that can be carried out");
    assert_eq!(cleaning.plan.size(), new.len() as u64);
    (cleaning, new)
}

pub fn seeds() -> Vec<Vec<u8>> {
    fixtures::files().into_iter().map(|(_, bytes)| bytes).collect()
}
