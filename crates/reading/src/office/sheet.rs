//! Spreadsheets in Office Open XML (ECMA-376 part 1, 18).

use std::borrow::Cow;
use std::io::{Read, Seek};

use super::format::{Format, formats};
use super::package::Package;
use super::xml::{self, Event, Tag};
use crate::block::{Block, Part};
use crate::limits;
use crate::page::{Page, Room};
use crate::read::Fault;
use crate::table::Table;

const WORKBOOK: &str = "xl/workbook.xml";

pub(super) fn read<R: Read + Seek>(package: &mut Package<R>, page: &mut Page) -> Result<(), Fault> {
    let (workbook, targets) = (package.part(WORKBOOK)?, package.relations(WORKBOOK)?);
    let (sheets, since_1904) = sheets(&workbook);
    let book = Book {
        words: shared(&package.part("xl/sharedStrings.xml")?),
        formats: formats(&package.part("xl/styles.xml")?),
        since_1904,
    };
    for (index, (name, relation)) in sheets.into_iter().enumerate() {
        let Some(target) = targets.get(&relation) else { continue };
        if index >= limits::LEAVES {
            page.mark_cut();
            break;
        }
        let sheet = package.part(target)?;
        if page.open(Part::Sheet(name)).is_break() || book.put(&sheet, page).is_break() {
            break;
        }
    }
    page.close();
    Ok(())
}

/// Names and relations of the sheets that are shown, and whether days are counted from 1904.
fn sheets(workbook: &str) -> (Vec<(String, String)>, bool) {
    let (mut sheets, mut since_1904) = (Vec::new(), false);
    xml::walk(workbook, &mut |event| {
        match event {
            Event::Open("sheet", tag) if tag.attribute("state").is_none_or(|state| state == "visible") => {
                let name = tag.attribute("name").unwrap_or_default();
                sheets.extend(tag.attribute("id").map(|relation| (name, relation)));
            }
            Event::Open("workbookPr", tag) => {
                since_1904 = tag.attribute("date1904").is_some_and(|says| says == "1" || says == "true");
            }
            _ => {}
        }
        Room::Continue(())
    });
    (sheets, since_1904)
}

/// The words that cells share. How they are pronounced (`rPh`) is no part of them.
fn shared(text: &str) -> Vec<String> {
    let (mut all, mut is_words, mut is_sound) = (Vec::new(), false, false);
    xml::walk(text, &mut |event| {
        match event {
            Event::Open("si", _) => all.push(String::new()),
            Event::Open("rPh", _) => is_sound = true,
            Event::Close("rPh") => is_sound = false,
            Event::Open("t", _) => is_words = !is_sound,
            Event::Close("t") => is_words = false,
            Event::Words(words) if is_words => {
                if let Some(last) = all.last_mut() {
                    last.push_str(&words);
                }
            }
            _ => {}
        }
        Room::Continue(())
    });
    // Blanks say nothing in any cell, and each cell would look through all of them.
    all.iter_mut().filter(|words| words.trim().is_empty()).for_each(String::clear);
    all
}

/// What all sheets have in common.
struct Book {
    words: Vec<String>,
    formats: Vec<Format>,
    since_1904: bool,
}

/// A cell while it is read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    style: usize,
    value: String,
    formula: String,
}

/// What words that come now are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Value,
    Formula,
    Nothing,
}

impl Book {
    fn put(&self, sheet: &str, page: &mut Page) -> Room {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut row: Vec<String> = Vec::new();
        let (mut cell, mut inside) = (Cell::default(), Inside::Nothing);
        let mut room = Room::Continue(());
        let whole = xml::walk(sheet, &mut |event| {
            match event {
                Event::Open("row", _) => row.clear(),
                Event::Open("c", tag) => cell = begun(&tag, row.len()),
                Event::Open("v" | "t", _) => inside = Inside::Value,
                Event::Open("f", _) => inside = Inside::Formula,
                Event::Close("v" | "t" | "f") => inside = Inside::Nothing,
                Event::Words(words) if inside == Inside::Value => cell.value.push_str(&words),
                Event::Words(words) if inside == Inside::Formula => cell.formula.push_str(&words),
                Event::Close("c") => room = self.end(&cell, &mut row, page),
                Event::Close("row") if row.iter().any(|cell| !cell.is_empty()) => {
                    rows.push(std::mem::take(&mut row));
                    if rows.len() >= limits::ROWS {
                        room = page.cut();
                    }
                }
                _ => {}
            }
            room
        });
        if !rows.is_empty() {
            page.add(Block::Table(Table::of(rows)))?;
        }
        if whole { Room::Continue(()) } else { page.cut() }
    }

    /// Puts a cell into its row, with empty ones before it. Where it stands is judged first: what it says may be long.
    fn end(&self, cell: &Cell, row: &mut Vec<String>, page: &mut Page) -> Room {
        if cell.column >= limits::COLUMNS || cell.column < row.len() {
            return Room::Continue(());
        }
        let words = self.says(cell);
        if words.trim().is_empty() {
            return Room::Continue(());
        }
        page.take(words.chars().count())?;
        page.take_cells(cell.column + 1 - row.len())?;
        row.resize(cell.column, String::new());
        row.push(words.into_owned());
        Room::Continue(())
    }

    /// What a cell says (18.18.11); a formula that was never worked out says itself. Words are lent, not copied: there may be no
    /// room for them.
    fn says<'s>(&'s self, cell: &'s Cell) -> Cow<'s, str> {
        if cell.value.is_empty() && !cell.formula.is_empty() {
            return format!("={}", cell.formula).into();
        }
        match cell.kind.as_str() {
            "s" => self.shared(&cell.value).into(),
            "b" => if cell.value == "1" { "TRUE" } else { "FALSE" }.into(),
            "str" | "inlineStr" | "e" | "d" => cell.value.as_str().into(),
            _ => self.formats.get(cell.style).copied().unwrap_or_default().shown(&cell.value, self.since_1904).into(),
        }
    }

    /// The words that cells share under this number.
    fn shared(&self, number: &str) -> &str {
        number.parse().ok().and_then(|number: usize| self.words.get(number)).map_or("", String::as_str)
    }
}

/// A cell that begins. One that does not say where it stands stands behind the one before.
fn begun(tag: &Tag<'_>, next: usize) -> Cell {
    Cell {
        column: tag.attribute("r").and_then(|place| column(&place)).unwrap_or(next),
        kind: tag.attribute("t").unwrap_or_default(),
        style: tag.number("s").unwrap_or_default(),
        ..Cell::default()
    }
}

/// The column of a place such as `AB12`, from 0.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number = letters.fold(0, |number, letter| number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::{Book, Cell, Cow, column, shared};

    #[test]
    fn columns_have_letters() {
        assert_eq!(["A1", "Z9", "AA1", "xfd3"].map(column), [Some(0), Some(25), Some(26), Some(16_383)]);
        assert_eq!((column("12"), column("")), (None, None));
    }

    #[test]
    fn shared_words_are_lent_and_blanks_are_none() {
        let words = shared("<sst><si><t>one </t></si><si><t xml:space=\"preserve\"> \n </t></si></sst>");
        assert_eq!(words, ["one ", ""]);
        let book = Book { words, formats: Vec::new(), since_1904: false };
        let says = |value: &str| Cell { kind: "s".into(), value: value.into(), ..Cell::default() };
        assert!(matches!(book.says(&says("0")), Cow::Borrowed("one ")));
        assert_eq!((book.says(&says("1")), book.says(&says("2"))), (Cow::Borrowed(""), Cow::Borrowed("")));
    }
}
