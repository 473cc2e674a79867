//! Any archive is opened or refused, and no entry gives more than it claims.

use std::convert::Infallible;
use std::io::Cursor;

use interchange::zip::{Archive, Limits, Packing, Stamp, Writer};

/// Small, so that an input is read in no time.
pub const LIMITS: Limits =
    Limits { entries: 1000, directory_bytes: 1 << 20, entry_bytes: 1 << 20, total_bytes: 8 << 20, ratio: 200 };

pub fn read(input: &[u8]) {
    let Ok(mut archive) = Archive::open(Cursor::new(input), &LIMITS) else { return };
    for index in 0..archive.entries().len() {
        let claimed = archive.entries()[index].size;
        let mut given = 0;
        let copied = archive.copy(index, |piece| {
            given += piece.len() as u64;
            Ok::<_, Infallible>(())
        });
        assert!(given <= claimed);
        assert!(copied.is_err() || given == claimed);
        archive.place(index).expect("memory can be read");
    }
}

/// An archive of these entries, packed or not in turns.
pub fn of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = Writer::new(Cursor::new(Vec::new()), Stamp::new(2026, 11, 26, 6, 0, 0));
    for (index, (path, content)) in entries.iter().enumerate() {
        let packing = if index % 2 == 0 { Packing::Deflate } else { Packing::Store };
        let mut content: &[u8] = content;
        writer.add(path, packing, content.len() as u64, &mut content, &mut |_| Ok(())).expect("an entry");
    }
    writer.finish().expect("an archive").into_inner()
}

pub fn seeds() -> Vec<Vec<u8>> {
    vec![of(&[("a.txt", b"words"), ("folder/b.txt", b"more words")]), of(&[])]
}
