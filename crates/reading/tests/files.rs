//! Texts, packed files, and anything at all.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod fixtures;

use std::io::Cursor;

use interchange::zip::Refusal;
use proptest::prelude::*;
use reading::{Block, Kind, Packed, Reading, limits, read};

const KINDS: [Kind; 9] = [
    Kind::Text,
    Kind::Markdown,
    Kind::Code,
    Kind::Table,
    Kind::Notebook,
    Kind::Archive,
    Kind::Document,
    Kind::Slides,
    Kind::Sheets,
];

#[test]
fn a_text_is_shown_whatever_it_was_saved_as() {
    let seen = |bytes: &[u8]| read(Cursor::new(bytes.to_vec()), Kind::Text).unwrap();
    assert_eq!(seen(b"\xff\xfeh\0i\0").blocks, [Block::Text("hi".into())]);
    assert_eq!(seen(b"caf\xe9").blocks, [Block::Text("café".into())]);
    assert_eq!(seen(b""), Reading::default());
    let long = seen(&vec![b'a'; limits::TEXT as usize + 1]);
    assert!(long.is_cut && long.words().len() == limits::WORDS);
    // The limit cuts the last character in two.
    let letters = limits::TEXT as usize / 2 - 1;
    let long = seen(format!("a{}", "é".repeat(letters + 1)).as_bytes());
    assert_eq!((long.blocks, long.is_cut), (vec![Block::Text(format!("a{}", "é".repeat(letters)))], true));
}

#[test]
fn packed_files_are_listed_and_what_could_do_harm_is_named() {
    let zip = fixtures::zipped(&[("robot/main.py", "print()"), ("../out.txt", "x"), ("a\u{202e}gpj.exe", "")]);
    let packed = |name: &str, size, refused| Packed { name: name.into(), size, refused };
    let expected = vec![
        packed("robot/main.py", 7, None),
        packed("../out.txt", 1, Some(Refusal::UnsafeName)),
        packed("agpj.exe", 0, Some(Refusal::UnsafeName)),
    ];
    let reading = read(Cursor::new(zip), Kind::Archive).unwrap();
    assert_eq!(reading.blocks, [Block::Files(expected)]);
    assert_eq!(reading.words(), "robot/main.py\n../out.txt\nagpj.exe\n");
}

/// What is promised of every reading.
fn is_bounded(reading: &Reading) {
    assert!(reading.blocks.len() <= limits::BLOCKS + 1);
    let words = reading.words();
    assert!(words.len() <= limits::WORDS);
    for block in &reading.blocks {
        if let Block::Part(_, blocks) = block {
            assert!(!blocks.iter().any(|block| matches!(block, Block::Part(..))), "a part within a part");
        }
    }
}

proptest! {
    #[test]
    fn anything_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for kind in KINDS {
            if let Ok(reading) = read(Cursor::new(bytes.clone()), kind) {
                is_bounded(&reading);
            }
        }
    }

    #[test]
    fn a_document_that_is_damaged_anywhere_is_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>(), which in 0..3_usize) {
        let (mut file, kind) = match which {
            0 => (fixtures::docx(), Kind::Document),
            1 => (fixtures::pptx(), Kind::Slides),
            _ => (fixtures::xlsx(), Kind::Sheets),
        };
        let at = at.index(file.len());
        file[at] = byte;
        if let Ok(reading) = read(Cursor::new(file), kind) {
            is_bounded(&reading);
        }
    }

    #[test]
    fn any_elements_are_read(body in "(<(text:p|text:h|text:list|table:table|table:table-row|table:table-cell|draw:page|draw:frame)>|</(text:p|text:list|table:table|table:table-row|table:table-cell|draw:page)>|ab){0,30}") {
        if let Ok(reading) = read(Cursor::new(fixtures::open_document(&body)), Kind::Document) {
            is_bounded(&reading);
        }
    }
}
