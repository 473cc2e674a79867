use std::io::{self, Cursor, Read, Write};

use ::zip as theirs;
use proptest::prelude::*;

use super::*;

const NOON: (i32, u16, u16, u16, u16, u16) = (2026, 1, 15, 12, 0, 0);

fn stamp() -> Stamp {
    let (year, month, day, hour, minute, second) = NOON;
    Stamp::new(year, month, day, hour, minute, second)
}

fn written(entries: &[(&str, Packing, u64, &[u8])]) -> Vec<u8> {
    let mut writer = Writer::new(Cursor::new(Vec::new()), stamp());
    for (path, packing, expected, content) in entries {
        let mut content = *content;
        writer.add(path, *packing, *expected, &mut content, &mut |_| Ok(())).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn opened(bytes: &[u8]) -> Archive<Cursor<&[u8]>> {
    Archive::open(Cursor::new(bytes), &Limits::default()).unwrap()
}

fn read(archive: &mut Archive<Cursor<&[u8]>>, index: usize) -> Result<Vec<u8>, CopyError<()>> {
    let mut all = Vec::new();
    archive.copy(index, |piece| {
        all.extend_from_slice(piece);
        Ok(())
    })?;
    Ok(all)
}

fn refused(bytes: &[u8]) -> Vec<(String, Option<Refusal>)> {
    opened(bytes).entries().iter().map(|entry| (entry.name.clone(), entry.refused)).collect()
}

#[test]
fn another_reader_reads_what_is_written() {
    let long = b"words ".repeat(50_000);
    let entries: &[(&str, Packing, u64, &[u8])] = &[
        ("README.txt", Packing::Deflate, 0, b"read me"),
        ("evidence/数 é/photo.jpg", Packing::Store, 3, b"\xff\xd8\xff"),
        ("long.txt", Packing::Deflate, 300_000, &long),
        ("announced as large.mp4", Packing::Store, 5 << 30, b"but small"),
        ("empty", Packing::Store, 0, b""),
    ];
    let bytes = written(entries);
    assert!(bytes.len() < 2_500);
    let mut archive = theirs::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(archive.len(), entries.len());
    for (index, (path, _, _, content)) in entries.iter().enumerate() {
        let mut entry = archive.by_index(index).unwrap();
        assert_eq!((entry.name().unwrap().as_ref(), entry.unix_mode()), (*path, Some(0o100_644)));
        let when = entry.last_modified().unwrap();
        assert_eq!((when.year(), when.month(), when.day(), when.hour(), when.minute()), (2026, 1, 15, 12, 0));
        let mut all = Vec::new();
        entry.read_to_end(&mut all).unwrap();
        assert!(all == *content, "{path}");
    }
}

#[test]
fn what_another_writer_writes_is_read() {
    let mut writer = theirs::ZipWriter::new(Cursor::new(Vec::new()));
    let options = theirs::write::SimpleFileOptions::default();
    writer.add_directory("folder", options).unwrap();
    writer.start_file("folder/a.txt", options.compression_method(theirs::CompressionMethod::Deflated)).unwrap();
    writer.write_all(&b"deflated ".repeat(1000)).unwrap();
    writer
        .start_file("large.bin", options.large_file(true).compression_method(theirs::CompressionMethod::Stored))
        .unwrap();
    writer.write_all(b"stored").unwrap();
    writer.set_comment("a comment, which the end record comes before: PK\u{5}\u{6}").unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    let mut archive = opened(&bytes);
    assert!(archive.entries()[0].is_folder());
    assert_eq!(read(&mut archive, 1).unwrap(), b"deflated ".repeat(1000));
    assert_eq!(read(&mut archive, 2).unwrap(), b"stored");
}

#[test]
fn more_entries_than_sixteen_bits_count() {
    let mut writer = Writer::new(Cursor::new(Vec::new()), stamp());
    for number in 0..70_000 {
        writer.add(&format!("{number}"), Packing::Store, 0, &mut io::empty(), &mut |_| Ok(())).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert_eq!(opened(&bytes).entries().len(), 70_000);
    assert_eq!(theirs::ZipArchive::new(Cursor::new(&bytes)).unwrap().len(), 70_000);
    let few = Limits { entries: 1000, ..Limits::default() };
    assert!(matches!(Archive::open(Cursor::new(&bytes), &few), Err(ZipError::TooManyEntries { count: 70_000 })));
}

#[test]
fn the_one_who_watches_can_end_the_writing() {
    let mut writer = Writer::new(Cursor::new(Vec::new()), stamp());
    let mut left = 3;
    let mut stop = |_: &[u8]| {
        left -= 1;
        if left == 0 { Err(io::Error::other("enough")) } else { Ok(()) }
    };
    let ended = writer.add("a", Packing::Store, 0, &mut io::repeat(7), &mut stop);
    assert_eq!(ended.unwrap_err().to_string(), "enough");
}

#[test]
fn damage_is_found() {
    let bytes = written(&[
        ("a.txt", Packing::Store, 0, b"seven words that will be damaged here"),
        ("b", Packing::Deflate, 0, &b"b".repeat(5000)),
    ]);
    let start = 30 + "a.txt".len();
    for (at, index) in [(start + 3, 0), (start + 38 + 30 + 2, 1)] {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        assert!(matches!(read(&mut opened(&damaged), index), Err(CopyError::Damaged)), "{at}");
    }
    // The local header says another name than the directory.
    let mut renamed = bytes.clone();
    renamed[30] = b'x';
    assert!(matches!(read(&mut opened(&renamed), 0), Err(CopyError::Damaged)));
}

#[test]
fn what_is_no_archive_is_refused() {
    let bytes = written(&[("a.txt", Packing::Store, 0, b"words")]);
    for broken in [&b""[..], b"PK\x05\x06", b"just words", &bytes[..bytes.len() - 1], &bytes[..40]] {
        assert!(matches!(Archive::open(Cursor::new(broken), &Limits::default()), Err(ZipError::NotAZip)));
    }
}

#[test]
fn dangerous_entries_are_listed_with_their_reasons() {
    let names = ["../a", "..\\b", "/c", "D:/d", "fine.txt", "FINE.TXT", "fine.txt"];
    let entries: Vec<(&str, Packing, u64, &[u8])> =
        names.iter().map(|name| (*name, Packing::Store, 0, &b"x"[..])).collect();
    let bytes = written(&entries);
    let reasons: Vec<_> = refused(&bytes).into_iter().map(|(_, refused)| refused).collect();
    let unsafe_name = Some(Refusal::UnsafeName);
    let repeated = Some(Refusal::RepeatedName);
    assert_eq!(reasons, [unsafe_name, unsafe_name, unsafe_name, unsafe_name, None, repeated, repeated]);
    assert!(matches!(read(&mut opened(&bytes), 0), Err(CopyError::Refused(Refusal::UnsafeName))));
    assert_eq!(read(&mut opened(&bytes), 4).unwrap(), b"x");
}

/// An archive of one entry whose name has a byte of a code page, as Windows writes it: not marked as UTF-8.
fn of_windows() -> Vec<u8> {
    let mut bytes = written(&[("Canci?n.txt", Packing::Store, 0, b"la la")]);
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    (bytes[30 + 5], bytes[directory + 46 + 5]) = (0xa2, 0xa2);
    (bytes[7], bytes[directory + 9]) = (0, 0);
    bytes
}

#[test]
fn names_in_the_code_page_of_windows_are_read() {
    let bytes = of_windows();
    assert_eq!(refused(&bytes), [("Canción.txt".to_owned(), None)]);
    assert_eq!(read(&mut opened(&bytes), 0).unwrap(), b"la la");
}

#[test]
fn a_name_that_cannot_be_read_is_not_called_dangerous() {
    let mut bytes = of_windows();
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    bytes[directory + 9] = 1 << 3;
    assert_eq!(refused(&bytes), [("Canci\u{fffd}n.txt".to_owned(), Some(Refusal::UnreadableName))]);
}

#[test]
fn links_and_encrypted_entries_are_refused() {
    let mut writer = theirs::ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("link", "/etc/passwd", theirs::write::SimpleFileOptions::default()).unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    assert_eq!(refused(&bytes), [("link".to_owned(), Some(Refusal::Special))]);

    let mut encrypted = written(&[("a", Packing::Store, 0, b"x")]);
    let directory = encrypted.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    encrypted[directory + 8] |= 1;
    assert_eq!(refused(&encrypted), [("a".to_owned(), Some(Refusal::Encrypted))]);
}

#[test]
fn what_grows_too_much_is_refused_before_it_is_read() {
    let zeros = vec![0; 2 << 20];
    let bytes = written(&[("zeros", Packing::Deflate, 0, &zeros)]);
    assert_eq!(refused(&bytes), [("zeros".to_owned(), Some(Refusal::Ratio))]);
    let small = Limits { entry_bytes: 1 << 20, ..Limits::default() };
    let archive = Archive::open(Cursor::new(&bytes), &small).unwrap();
    assert_eq!(archive.entries()[0].refused, Some(Refusal::TooLarge));
    let less = Limits { total_bytes: 1 << 20, ..Limits::default() };
    assert!(matches!(Archive::open(Cursor::new(&bytes), &less), Err(ZipError::TooLarge { .. })));
}

#[test]
fn a_size_that_is_claimed_too_small_is_not_believed() {
    let mut bytes = written(&[("liar", Packing::Deflate, 0, &b"abc".repeat(1000))]);
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    bytes[directory + 24..directory + 28].copy_from_slice(&10_u32.to_le_bytes());
    let mut handed = 0;
    let ended = opened(&bytes).copy(0, |piece| {
        handed += piece.len();
        Ok::<(), ()>(())
    });
    assert!(matches!(ended, Err(CopyError::Damaged)));
    assert!(handed <= 10);
}

#[test]
fn entries_that_share_bytes_are_read_once() {
    let bytes = written(&[("a", Packing::Store, 0, b"same bytes"), ("b", Packing::Store, 0, b"same bytes")]);
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    let mut sharing = bytes.clone();
    let second = directory + 46 + 1;
    sharing[second + 42..second + 46].copy_from_slice(&0_u32.to_le_bytes());
    assert_eq!(refused(&sharing), [("a".to_owned(), None), ("b".to_owned(), Some(Refusal::Overlap))]);
}

fn some_entries() -> impl Strategy<Value = Vec<(String, bool, Vec<u8>)>> {
    prop::collection::vec(("[a-z]{1,8}(/[a-z]{1,8})?", any::<bool>(), prop::collection::vec(any::<u8>(), 0..300)), 0..6)
}

proptest! {
    #[test]
    fn what_is_written_comes_back(entries in some_entries()) {
        let all: Vec<(&str, Packing, u64, &[u8])> = entries
            .iter()
            .map(|(name, packed, content)| (name.as_str(), if *packed { Packing::Deflate } else { Packing::Store }, 0, content.as_slice()))
            .collect();
        let bytes = written(&all);
        let mut archive = opened(&bytes);
        for (index, (name, _, content)) in entries.iter().enumerate() {
            prop_assert_eq!(&archive.entries()[index].name, name);
            if archive.entries()[index].refused.is_none() {
                prop_assert_eq!(&read(&mut archive, index).unwrap(), content);
            }
        }
    }

    #[test]
    fn a_mutated_archive_is_read_or_refused(entries in some_entries(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let all: Vec<(&str, Packing, u64, &[u8])> =
            entries.iter().map(|(name, _, content)| (name.as_str(), Packing::Deflate, 0, content.as_slice())).collect();
        let mut bytes = written(&all);
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Ok(mut archive) = Archive::open(Cursor::new(bytes.as_slice()), &Limits::default()) {
            for index in 0..archive.entries().len() {
                let claimed = archive.entries()[index].size;
                if let Ok(content) = read(&mut archive, index) {
                    prop_assert_eq!(content.len() as u64, claimed);
                }
            }
        }
    }
}
