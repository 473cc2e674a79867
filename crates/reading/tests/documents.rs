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
    assert_eq!(seen(fixtures::docx(), Kind::Document), Reading { blocks: expected.into(), ..Reading::default() });
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
    let expected = [Block::Part(Part::Slide(1), first), Block::Part(Part::Slide(3), second)];
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
    assert_eq!(
        sheet,
        Reading { blocks: vec![Block::Part(Part::Sheet("Runs".into()), vec![rows])], ..Reading::default() }
    );

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
fn hidden_sheets_and_slides_of_open_documents_say_nothing() {
    let sheet = |style: &str, words: &str| {
        format!(
            r#"<table:table table:name="{words}" table:style-name="{style}"><table:table-row><table:table-cell><text:p>{words}</text:p></table:table-cell></table:table-row></table:table>"#
        )
    };
    let sheets = [sheet("ta2", "secret"), sheet("ta1", "seen"), sheet("ta2", "secret")].concat();
    let reading =
        seen(fixtures::open_document(&format!("<office:spreadsheet>{sheets}</office:spreadsheet>")), Kind::Sheets);
    let cell = table(&[&["seen"]], &[false], false);
    assert_eq!(reading.blocks, [Block::Part(Part::Sheet("seen".into()), vec![cell])]);

    let page = |style: &str, words: &str| {
        format!(r#"<draw:page draw:style-name="{style}"><draw:frame><text:p>{words}</text:p></draw:frame></draw:page>"#)
    };
    let pages = [page("dp1", "one"), page("dp2", "secret"), page("dp1", "three")].concat();
    let reading =
        seen(fixtures::open_document(&format!("<office:presentation>{pages}</office:presentation>")), Kind::Slides);
    let slide = |number, words| Block::Part(Part::Slide(number), vec![paragraph(words)]);
    assert_eq!(reading.blocks, [slide(1, "one"), slide(3, "three")]);
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

/// A document of a word processor with these paragraphs and tables, and these notes.
fn word(body: &str, notes: &str) -> Vec<u8> {
    fixtures::zipped(&[
        ("word/styles.xml", r#"<w:styles><w:style w:styleId="H"><w:name w:val="heading 2"/></w:style></w:styles>"#),
        ("word/footnotes.xml", &format!("<w:footnotes>{notes}</w:footnotes>")),
        ("word/document.xml", &format!("<w:document><w:body>{body}</w:body></w:document>")),
    ])
}

#[test]
fn notes_stand_behind_what_they_belong_to() {
    let note = |id: &str, words: &str| {
        format!(r#"<w:footnote w:id="{id}"><w:p><w:r><w:footnoteRef/><w:t> {words}</w:t></w:r></w:p></w:footnote>"#)
    };
    let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>aside</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let long = format!(r#"<w:footnote w:id="5">{table}<w:p><w:r><w:t>below</w:t></w:r></w:p></w:footnote>"#);
    let notes = [note("0", ""), note("7", "In 2025."), note("3", "By hand."), note("9", "Never met."), long].concat();
    let met = |id: &str| format!(r#"<w:r><w:footnoteReference w:id="{id}"/></w:r>"#);
    let body = format!(
        "<w:p><w:r><w:t>Wells</w:t></w:r>{}<w:r><w:t> give</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>7</w:t></w:r>{}{}</w:p></w:tc></w:tr></w:tbl><w:p>{}<w:r><w:t>end</w:t></w:r></w:p>",
        met("7"),
        met("3"),
        met("5"),
        met("3"),
    );
    let expected = [
        paragraph("Wells[1] give"),
        paragraph("[1] In 2025."),
        self::table(&[&["7[2][3]"]], &[false], false),
        paragraph("[2] By hand."),
        paragraph("[3] aside\nbelow"),
        paragraph("end"),
    ];
    assert_eq!(seen(word(&body, &notes), Kind::Document), Reading { blocks: expected.into(), ..Reading::default() });

    let note = |mark: &str, words: &str| {
        format!(
            "<text:note><text:note-citation>{mark}</text:note-citation><text:note-body>{words}</text:note-body></text:note>"
        )
    };
    let (first, second) = (note("1", "<text:p>In 2025.</text:p><text:p>Or so.</text:p>"), note("*", "<text:p>By hand"));
    let body = format!("<office:text><text:p>Wells{first} give</text:p><text:p>more{second}");
    let reading = seen(fixtures::open_document(&body), Kind::Document);
    let expected = ["Wells[1] give", "[1] In 2025.\nOr so.", "more[*]", "[*] By hand"].map(paragraph);
    assert_eq!((reading.blocks, reading.is_cut), (expected.into(), true));
}

#[test]
fn notes_that_break_off_take_nothing_with_them() {
    let notes =
        r#"<w:footnote w:id="1"><w:p><w:r><w:t>one</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:del><w:r>"#;
    let body = r#"<w:p><w:r><w:footnoteReference w:id="1"/><w:t>kept</w:t></w:r></w:p>"#;
    let reading = seen(word(body, notes), Kind::Document);
    assert_eq!((reading.words().as_str(), reading.is_cut), ("[1]kept\n[1] one\n", true));
}

#[test]
fn what_was_changed_is_shown_as_it_is_now() {
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let body = [
        r#"<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs><w:pStyle w:val="H"/>"#,
        r#"<w:pPrChange><w:pPr><w:pStyle w:val="Other"/></w:pPr></w:pPrChange></w:pPr>"#,
        &format!("<w:moveFrom>{}</w:moveFrom><w:ins>{}</w:ins></w:p>", run("Wells"), run("Water")),
        "<w:p><w:del><w:r><w:delText>gone</w:delText><w:tab/><w:br/></w:r></w:del>",
        &format!(
            "<w:moveTo>{}</w:moveTo><w:r><w:rPr><w:rPrChange/></w:rPr><w:tab/><w:t>deep</w:t></w:r></w:p>",
            run("Wells")
        ),
    ]
    .concat();
    let expected = [Block::Heading(2, "Water".into()), paragraph("Wells\tdeep")];
    assert_eq!(seen(word(&body, ""), Kind::Document).blocks, expected);
}

#[test]
fn cells_that_reach_over_several_columns_leave_the_others_where_they_are() {
    let cell = |span: &str, words: &str| {
        format!(r#"<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"#)
    };
    let row = |before: usize, cells: &[String]| {
        format!(r#"<w:tr><w:trPr><w:gridBefore w:val="{before}"/></w:trPr>{}</w:tr>"#, cells.concat())
    };
    let inner = cell("1", &format!("</w:t></w:r></w:p><w:tbl>{}</w:tbl><w:p><w:r><w:t>", row(3, &[cell("9", "in")])));
    let rows = [
        row(0, &[cell("1", "Day"), cell("2", "Litres"), cell("1", "Note")]),
        row(1, &[cell("1", "7"), inner, cell("1", "wet")]),
        row(usize::MAX, &[cell("1", "beyond")]),
        row(0, &vec![cell("18446744073709551615", "x"); 200]),
    ]
    .concat();
    let reading = seen(word(&format!("<w:tbl>{rows}</w:tbl>"), ""), Kind::Document);
    let Some(Block::Table(table)) = reading.blocks.first() else { panic!("{reading:?}") };
    let all: Vec<_> = table.all_rows().collect();
    assert_eq!(all, [&vec!["Day", "Litres", "", "Note"], &vec!["", "7", "in", "wet"], &vec!["x"]]);
}

/// A book with so many sheets, all of which have these rows.
fn book(sheets: usize, rows: &str, shared: &str) -> Vec<u8> {
    let sheets = r#"<sheet name="Same" r:id="a"/>"#.repeat(sheets);
    fixtures::zipped(&[
        ("xl/workbook.xml", &format!("<workbook><sheets>{sheets}</sheets></workbook>")),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/sharedStrings.xml", &format!("<sst><si><t>{shared}</t></si></sst>")),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

/// A spreadsheet with so many tables, all of which have these rows.
fn spreadsheet(tables: usize, rows: &str) -> Vec<u8> {
    let tables = format!("<table:table>{rows}</table:table>").repeat(tables);
    fixtures::open_document(&format!("<office:spreadsheet>{tables}</office:spreadsheet>"))
}

fn blocks_within(block: &Block) -> &[Block] {
    if let Block::Part(_, blocks) = block { blocks } else { &[] }
}

fn tables(reading: &Reading) -> Vec<&Table> {
    let blocks = reading.blocks.iter().flat_map(blocks_within);
    blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

fn cells(reading: &Reading) -> usize {
    tables(reading).into_iter().flat_map(Table::all_rows).map(Vec::len).sum()
}

/// Each table alone is nearly as large as all may be together, with something in a hundredth of its cells.
#[test]
fn empty_cells_count_in_an_open_document() {
    let row = r#"<table:table-row table:number-rows-repeated="9999"><table:table-cell table:number-columns-repeated="99"/><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let reading = seen(spreadsheet(4, row), Kind::Sheets);
    assert_eq!((reading.is_cut, cells(&reading)), (true, 999_900));
    assert!(cells(&reading) <= reading::limits::CELLS);
}

#[test]
fn empty_cells_count_in_a_book() {
    let reading = seen(book(4, &r#"<row><c r="CV1"><v>1</v></c></row>"#.repeat(9_999), ""), Kind::Sheets);
    let cells = cells(&reading);
    assert!(
        reading.is_cut && cells <= reading::limits::CELLS && cells > reading::limits::CELLS - reading::limits::COLUMNS,
        "{cells} cells"
    );
}

#[test]
fn empty_cells_of_heads_count() {
    let head = |number: usize| {
        format!(
            r#"<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="99"/><table:table-cell><text:p>{number}</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table>"#
        )
    };
    let heads: String = (0..11_000).map(head).collect();
    let reading = seen(fixtures::open_document(&format!("<office:text>{heads}</office:text>")), Kind::Document);
    assert_eq!((reading.is_cut, reading.blocks.len()), (true, reading::limits::CELLS / 100));
}

#[test]
fn empty_cells_at_the_end_cost_nothing() {
    let row = r#"<table:table-row table:number-rows-repeated="9000"><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row>
        <table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let reading = seen(spreadsheet(4, row), Kind::Sheets);
    assert_eq!((reading.is_cut, cells(&reading)), (false, 36_000));
    assert!(tables(&reading)[0].rows.iter().all(|row| row.capacity() < 10), "no room is kept for them");

    let row = r#"<row><c r="A1"><v>1</v></c><c r="B1"/><c r="CV1" t="str"><v> </v></c></row>"#;
    let reading = seen(book(4, &row.repeat(9_000), ""), Kind::Sheets);
    assert_eq!((reading.is_cut, cells(&reading)), (false, 36_000));
}

#[test]
fn empty_cells_between_others_stand_where_they_stood() {
    let expected = [vec!["a", "", "", "", "b"], vec!["", "1", "", "1"], vec!["", "1", "", "1"], vec!["c"]];
    let rows = r#"<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3"/><table:table-cell><text:p>b</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16379"/></table:table-row>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell/><table:table-cell><text:p>1</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row>"#;
    let reading = seen(spreadsheet(1, rows), Kind::Sheets);
    assert_eq!(tables(&reading)[0].rows, expected);

    let ones = r#"<row><c r="B1"><v>1</v></c><c r="D1"><v>1</v></c></row>"#.repeat(2);
    let rows = format!(
        r#"<row><c r="A1" t="str"><v>a</v></c><c r="C1"/><c r="E1" t="str"><v>b</v></c></row>{ones}<row><c t="str"><v>c</v></c></row>"#
    );
    let reading = seen(book(1, &rows, ""), Kind::Sheets);
    assert_eq!(tables(&reading)[0].rows, expected);
}

#[test]
fn cells_beyond_the_last_column_are_left_out() {
    let long: String = (0..200_000).map(|number| format!("{number} ")).collect();
    assert!(long.len() > reading::limits::LETTERS);
    let cell = r#"<c r="ZZ1" t="s"><v>0</v></c>"#.repeat(1_000);
    let reading = seen(book(1, &format!(r#"<row><c r="A1"><v>1</v></c>{cell}</row>"#), &long), Kind::Sheets);
    assert_eq!((reading.words().as_str(), reading.is_cut), ("1\n", false));

    let row = r#"<table:table-row><table:table-cell table:number-columns-repeated="99"/><table:table-cell><text:p>last</text:p></table:table-cell><table:table-cell><text:p>beyond</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell><text:p>first</text:p></table:table-cell></table:table-row>"#;
    let reading = seen(spreadsheet(1, row), Kind::Sheets);
    assert_eq!(reading.words().split_whitespace().collect::<Vec<_>>(), ["last", "first"]);
}

#[test]
fn sheets_in_which_nothing_stands_count() {
    let reading = seen(spreadsheet(reading::limits::BLOCKS + 1, ""), Kind::Sheets);
    assert_eq!((reading.blocks.len(), reading.is_cut), (reading::limits::BLOCKS, true));

    let cells = vec![r#"{"cell_type": "code"}"#; reading::limits::BLOCKS + 1].join(",");
    let reading = seen(format!(r#"{{"cells": [{cells}]}}"#).into_bytes(), Kind::Notebook);
    assert_eq!((reading.blocks.len(), reading.is_cut), (reading::limits::BLOCKS, true));
}
