//! Whatever a text is and wherever its selection lies, no tool cuts a character, leaves the text, or makes much of little.

use std::ops::Range;

use writing::{Edit, Tool, Written, continued, linked};

/// How often a text may become as long: behind a row of empty cells, each a byte, Enter writes a cell of the line that makes them a
/// head (six bytes) and one of the next row (three).
const TIMES: usize = 10;
/// What a tool may write where nothing is, in bytes: an empty table, or three for each of the 2,000 cells that short rows are filled up to.
const ADDED: usize = 64 + 3 * 2_000;

pub fn read(input: &[u8]) {
    let Some((selected, text)) = selection(input) else { return };
    let written = Written::new(&text, selected);
    let address = text.lines().last().unwrap_or_default();
    let edits = Tool::ALL.map(|tool| tool.edit(&written)).into_iter();
    for edit in edits.chain(continued(&written)).chain(linked(&written, address)) {
        let after = applied(&text, &edit);
        assert!(edit.selected.start <= edit.selected.end && edit.selected.end <= units(&after), "{edit:?}");
        assert!(after.len() <= TIMES * text.len() + ADDED, "{} bytes of {}", after.len(), text.len());
    }
}

/// The text of an input behind four bytes for where its selection begins and how long it is.
fn selection(input: &[u8]) -> Option<(Range<usize>, String)> {
    let (head, text) = input.split_first_chunk::<4>()?;
    let from = usize::from(u16::from_le_bytes([head[0], head[1]]));
    let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
    Some((from..from + length, String::from_utf8_lossy(text).into_owned()))
}

/// What a field does with an edit, counting as a browser does.
fn applied(text: &str, edit: &Edit) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    units.splice(edit.replaced.clone(), edit.with.encode_utf16());
    String::from_utf16(&units).expect("no character is cut")
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

pub fn seeds() -> Vec<Vec<u8>> {
    let texts: [(u16, u16, &str); 8] = [
        (2, 4, "a bold 🙂 word"),
        (0, 30, "- **one**\n\n2) *two*\n# three\n"),
        (4, 0, "> - [x] done"),
        (0, 20, "day\tcm\n1\t2|3\n2"),
        (9, 0, "| a | b |\n|---|---|\n| 1 | 2 |"),
        (0, 9, "```\nx\n```\n$y$ `z`"),
        (3, 0, "*a*b**"),
        (0, 4, "this\nhttps://a.example/b"),
    ];
    let seed = |(from, length, text): (u16, u16, &str)| {
        [&from.to_le_bytes()[..], &length.to_le_bytes(), text.as_bytes()].concat()
    };
    texts.map(seed).to_vec()
}
