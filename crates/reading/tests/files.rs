//! Texts, packed files, and anything at all.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod fixtures;

use std::io::Cursor;

use interchange::zip::Refusal;
use proptest::prelude::*;
use reading::{Block, Kind, Packed, Part, Reading, limits, read};

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
    let mut measure = Measure::default();
    for block in &reading.blocks {
        measure.add(block);
        if let Block::Part(_, blocks) = block {
            assert!(!blocks.iter().any(|block| matches!(block, Block::Part(..))), "a part within a part");
            blocks.iter().for_each(|block| measure.add(block));
        }
    }
    // What is open when there is enough ends all the same.
    assert!(measure.blocks <= limits::BLOCKS + 1, "{} blocks", measure.blocks);
    assert!(measure.leaves <= limits::LEAVES, "{} leaves", measure.leaves);
    assert!(measure.letters <= limits::LETTERS, "{} letters", measure.letters);
    assert!(measure.cells <= limits::CELLS, "{} cells", measure.cells);
    assert!(measure.pictures <= limits::PICTURES, "{} letters of pictures", measure.pictures);
    assert!(reading.words().len() <= limits::WORDS);
}

/// What a reading has of what is bounded.
#[derive(Default)]
struct Measure {
    blocks: usize,
    leaves: usize,
    letters: usize,
    cells: usize,
    pictures: usize,
}

impl Measure {
    fn add(&mut self, block: &Block) {
        self.blocks += 1;
        match block {
            Block::Text(text) | Block::Markdown(text) | Block::Paragraph(text) | Block::Output(text) => self.say(text),
            Block::Heading(_, text) | Block::Item(_, text) | Block::Hidden(text) => self.say(text),
            Block::Table(table) => {
                assert!(table.rows.len() <= limits::ROWS && table.numbers.len() <= limits::COLUMNS);
                table.all_rows().flatten().for_each(|cell| self.say(cell));
                self.cells += table.all_rows().map(Vec::len).sum::<usize>();
            }
            Block::Picture(picture) => self.pictures += picture.base64.len(),
            Block::Files(files) => assert!(files.len() <= limits::PACKED),
            Block::Part(part, _) => self.leaves += usize::from(matches!(part, Part::Slide(_) | Part::Sheet(_))),
        }
    }

    fn say(&mut self, words: &str) {
        self.letters += words.chars().count();
    }
}

/// A talk that shows the same slide so many times.
fn talk(slides: usize) -> Vec<u8> {
    let order = r#"<p:sldId r:id="a"/>"#.repeat(slides);
    fixtures::zipped(&[
        ("ppt/presentation.xml", &format!("<p:presentation><p:sldIdLst>{order}</p:sldIdLst></p:presentation>")),
        (
            "ppt/_rels/presentation.xml.rels",
            r#"<Relationships><Relationship Id="a" Target="slides/slide1.xml"/></Relationships>"#,
        ),
        ("ppt/slides/slide1.xml", "<p:sld><a:p><a:r><a:t>one</a:t></a:r></a:p></p:sld>"),
    ])
}

/// A notebook of one piece of code from which these pictures came.
fn drawn(pictures: usize, letters: usize) -> Vec<u8> {
    let base64 = format!("iVBORw0KGgoA{}", "A".repeat(letters - 12));
    let picture = format!(r#"{{"output_type": "display_data", "data": {{"image/png": "{base64}"}}}}"#);
    let outputs = vec![picture; pictures].join(",");
    format!(r#"{{"cells": [{{"cell_type": "code", "source": "draw()", "outputs": [{outputs}]}}]}}"#).into_bytes()
}

/// Each of these goes beyond one bound, and would be whole without it.
#[test]
fn what_is_beyond_a_bound_is_left_out() {
    let text = |paragraphs: &str| fixtures::open_document(&format!("<office:text>{paragraphs}</office:text>"));
    let sheet = |rows: &str| {
        fixtures::open_document(&format!("<office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet>"))
    };
    // The same letter again and again would be packed suspiciously well.
    let letters: String = (0..45_000).map(|number| format!("{number}é")).collect();
    let names: Vec<String> = (0..=limits::PACKED).map(|number| number.to_string()).collect();
    let packed: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    let wide = r#"<table:table-row table:number-rows-repeated="6000"><table:table-cell table:number-columns-repeated="90"><text:p/></table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let wide = format!("{wide}</table:table><table:table>{wide}");
    let long = r#"<table:table-row table:number-rows-repeated="20000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let cases = [
        ("bytes", Kind::Text, vec![b'a'; limits::TEXT as usize + 1]),
        ("rows of a text", Kind::Table, "1,2\n".repeat(limits::ROWS + 1).into_bytes()),
        ("packed files", Kind::Archive, fixtures::zipped(&packed)),
        ("blocks", Kind::Document, text(&"<text:p>a</text:p>".repeat(limits::BLOCKS + 2))),
        ("letters", Kind::Document, text(&format!("<text:p>{letters}</text:p>").repeat(5))),
        ("rows", Kind::Sheets, sheet(long)),
        ("cells", Kind::Sheets, sheet(&wide)),
        ("slides", Kind::Slides, talk(limits::LEAVES + 1)),
        ("pictures", Kind::Notebook, drawn(7, limits::PICTURES / 6)),
    ];
    for (what, kind, file) in cases {
        let reading = read(Cursor::new(file), kind).unwrap();
        is_bounded(&reading);
        assert!(reading.is_cut, "{what}");
    }
    // Columns beyond the last are left out, and the rows go on.
    let row = ["a"; limits::COLUMNS + 1].join(",");
    is_bounded(&read(Cursor::new(row.into_bytes()), Kind::Table).unwrap());
}

#[test]
fn of_many_packed_files_all_are_counted() {
    let names: Vec<String> = (0..limits::PACKED + 5).map(|number| format!("folder/{number}")).collect();
    let mut files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    files.insert(0, ("folder/", ""));
    let reading = read(Cursor::new(fixtures::zipped(&files)), Kind::Archive).unwrap();
    assert_eq!((reading.is_cut, reading.total), (true, Some(limits::PACKED + 5)));
    let few = read(Cursor::new(fixtures::zipped(&files[..5])), Kind::Archive).unwrap();
    assert_eq!((few.is_cut, few.total), (false, None));
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
