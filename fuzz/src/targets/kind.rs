//! What a file is, is told of any bytes under any name.

use interchange::media_type::{contradiction, sniff};

use crate::fixtures;

pub fn read(input: &[u8]) {
    let (name, bytes) = input.split_at(input.len().min(24));
    let name = String::from_utf8_lossy(name);
    let found = sniff(bytes, &name);
    assert!(found.mime.contains('/'));
    drop(contradiction(&name, found.mime));
}

pub fn seeds() -> Vec<Vec<u8>> {
    let named = |(name, bytes): (&str, Vec<u8>)| {
        let mut seed = format!("{name:>20}.{name:.3}").into_bytes();
        seed.extend(bytes);
        seed
    };
    fixtures::files().into_iter().map(named).collect()
}
