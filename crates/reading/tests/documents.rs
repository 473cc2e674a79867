//! What documents say.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod fixtures;

use std::io::Cursor;

use reading::{Block, Fault, Kind, Part, Reading, Table, read};

fn seen(file: Vec<u8>, kind: Kind) -> Reading {
    read(Cursor::new(file), kind).unwrap()
}

fn table(rows: &[&[&str]], numbers: &[bool], has_head: bool) -> Block {
    let mut rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let head = if has_head { rows.remove(0) } else { Vec::new() };
    Block::Table(Table { head, rows, numbers: numbers.to_vec() })
}

fn item(depth: u8, words: &str) -> Block {
    Block::Item(depth, words.into())
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(words.into())
}

#[test]
fn a_text_has_headings_lists_and_tables_and_nothing_that_was_deleted() {
    let expected = [
        Block::Heading(2, "Water".into()),
        paragraph("By Ana & Leo\n2026"),
        Block::Heading(3, "Where from".into()),
        item(0, "wells"),
        item(1, "deep"),
        paragraph("kept"),
        paragraph("box"),
        table(&[&["Day", "Litres"], &["Mo\nTu", "7"]], &[false, true], true),
    ];
    assert_eq!(seen(fixtures::docx(), Kind::Document), Reading { blocks: expected.into(), is_cut: false });
}

#[test]
fn slides_stand_in_the_order_of_the_talk_without_what_the_speaker_notes() {
    let first = vec![Block::Heading(3, "Swings".into())];
    let second = vec![
        Block::Heading(3, "Why".into()),
        item(0, "length"),
        item(0, "not weight"),
        table(&[&["1"]], &[true], false),
    ];
    let expected = [Block::Part(Part::Slide(1), first), Block::Part(Part::Slide(2), second)];
    let reading = seen(fixtures::pptx(), Kind::Slides);
    assert_eq!(reading.blocks, expected);
    assert_eq!(reading.words(), "Swings\nWhy\nlength\nnot weight\n1\n");
}

#[test]
fn cells_say_what_they_mean_and_hidden_sheets_nothing() {
    let rows: [&[&str]; 3] = [&["Day", "Length"], &["2026-03-01", "0.5"], &["", "=B3*2", "", "note"]];
    let expected = [Block::Part(Part::Sheet("Runs".into()), vec![table(&rows, &[true, false, false, false], true)])];
    assert_eq!(seen(fixtures::xlsx(), Kind::Sheets).blocks, expected);
}

#[test]
fn open_documents_say_the_same() {
    let text = seen(
        fixtures::open_document(
            r#"<office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h text:outline-level="1">Water</text:h>
            <text:p text:style-name="P1">By Ana</text:p><text:p>one<text:s text:c="2"/>two<office:annotation><text:p>remark</text:p></office:annotation><text:line-break/>three</text:p>
            <text:list><text:list-item><text:p>wells</text:p><text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list></text:list-item></text:list></office:text>"#,
        ),
        Kind::Document,
    );
    let expected = [
        Block::Heading(2, "Water".into()),
        Block::Heading(2, "By Ana".into()),
        paragraph("one  two\nthree"),
        item(0, "wells"),
        item(1, "deep"),
    ];
    assert_eq!(text.blocks, expected);

    let sheet = seen(
        fixtures::open_document(
            r#"<office:spreadsheet><table:table table:name="Runs"><table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>1</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="2"><text:p>2</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet>"#,
        ),
        Kind::Sheets,
    );
    let rows = table(&[&["1", "2", "2"], &["1", "2", "2"]], &[true; 3], false);
    assert_eq!(sheet, Reading { blocks: vec![Block::Part(Part::Sheet("Runs".into()), vec![rows])], is_cut: false });

    let talk = seen(
        fixtures::open_document(
            r#"<office:presentation><draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Swings</text:p></draw:text-box></draw:frame>
            <draw:frame presentation:class="footer"><text:p>page 1</text:p></draw:frame><presentation:notes><text:p>do not say</text:p></presentation:notes></draw:page></office:presentation>"#,
        ),
        Kind::Slides,
    );
    assert_eq!(talk.blocks, [Block::Part(Part::Slide(1), vec![Block::Heading(3, "Swings".into())])]);
}

#[test]
fn a_document_that_breaks_off_is_shown_up_to_there() {
    let text = fixtures::open_document("<office:text><text:p>one</text:p><text:p>two").to_vec();
    let cut = seen(text, Kind::Document);
    assert_eq!((cut.blocks.as_slice(), cut.is_cut), (&[paragraph("one"), paragraph("two")][..], true));
}

#[test]
fn what_is_no_document_is_none() {
    let zip = fixtures::zipped(&[("a.txt", "one")]);
    assert!(matches!(read(Cursor::new(zip), Kind::Document), Err(Fault::Damaged)));
    assert!(matches!(read(Cursor::new(b"word/document.xml"), Kind::Document), Err(Fault::Damaged)));
}

#[test]
fn a_document_cannot_grow_without_end() {
    let row = r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>grow</text:p></table:table-cell></table:table-row>"#;
    let sheets =
        format!("<office:spreadsheet>{}</office:spreadsheet>", format!("<table:table>{row}</table:table>").repeat(50));
    let reading = seen(fixtures::open_document(&sheets), Kind::Sheets);
    let cells: usize = reading
        .blocks
        .iter()
        .map(|block| match block {
            Block::Part(_, blocks) => blocks
                .iter()
                .map(|block| match block {
                    Block::Table(table) => table.all_rows().map(Vec::len).sum(),
                    _ => 0,
                })
                .sum(),
            _ => 0,
        })
        .sum();
    assert!(reading.is_cut && cells <= reading::limits::LETTERS, "{cells} cells");

    let long: String = (0..500_000).map(|number| format!("{number} ")).collect();
    let reading = seen(
        fixtures::open_document(&format!("<office:text><text:p>{long}</text:p><text:p>b</text:p></office:text>")),
        Kind::Document,
    );
    assert!(reading.is_cut && reading.words().len() == reading::limits::WORDS);
}
