//! Tables: those that are written as text, and what all of them have in common.

mod cells;

use serde::{Deserialize, Serialize};

use crate::block::{Block, Reading};
use crate::limits;
use cells::{Cells, delimiter};

/// Rows of cells. Rows may have different lengths.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What the columns are called; empty where nothing says so.
    pub head: Vec<String>,
    /// The rows below.
    pub rows: Vec<Vec<String>>,
    /// For each column, whether all of it are numbers, or days or times in digits.
    pub numbers: Vec<bool>,
}

impl Table {
    /// A table of rows. The first is its head if it looks like one: words in every cell, and others below.
    pub(crate) fn of(mut rows: Vec<Vec<String>>) -> Self {
        let names = |row: &Vec<String>| row.iter().all(|cell| !cell.trim().is_empty() && !is_number(cell));
        let has_head = rows.len() > 1 && rows.first().is_some_and(|row| row.len() > 1 && names(row));
        let head = if has_head { rows.remove(0) } else { Vec::new() };
        Self::with_head(head, rows)
    }

    /// A table of rows below a head, which may be empty.
    pub(crate) fn with_head(head: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default().max(head.len());
        let numbers = (0..columns).map(|column| are_numbers(rows.iter().filter_map(|row| row.get(column)))).collect();
        Self { head, rows, numbers }
    }

    /// Its head, if it has one, and its rows.
    pub fn all_rows(&self) -> impl Iterator<Item = &Vec<String>> {
        Some(&self.head).filter(|head| !head.is_empty()).into_iter().chain(&self.rows)
    }
}

/// Reads a table that is written as text. A row that the text breaks off in is left out.
pub(crate) fn read(text: &str, is_cut: bool) -> Reading {
    let (delimiter, text) = delimiter(text);
    let mut cells = Cells::new(text, delimiter);
    let mut rows: Vec<Vec<String>> = cells.by_ref().take(limits::ROWS).collect();
    let mut beyond = cells.peekable();
    if is_cut && beyond.peek().is_none() {
        rows.pop();
    }
    rows.retain(|row| is_filled(row));
    if rows.is_empty() {
        return Reading { is_cut, ..Reading::default() };
    }
    let table = Table::of(rows);
    let more = beyond.filter(|row| is_filled(row)).count();
    // Of a text that breaks off nobody knows how many there are.
    let total = (more > 0 && !is_cut).then_some(table.rows.len() + more);
    Reading { blocks: vec![Block::Table(table)], is_cut: is_cut || more > 0, total }
}

fn is_filled(row: &[String]) -> bool {
    row.iter().any(|cell| !cell.trim().is_empty())
}

/// Whether cells are numbers as far as they are not empty, and one of them is.
fn are_numbers<'c>(cells: impl Iterator<Item = &'c String>) -> bool {
    let mut filled = cells.filter(|cell| !cell.trim().is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| is_number(cell))
}

/// `-3.5`, `1 200,5`, `1.5e-3`, `40 %`; and days and times in digits, which stand below each other as numbers do.
fn is_number(cell: &str) -> bool {
    let cell = cell.trim().trim_end_matches('%').trim_end();
    let digits = cell.trim_start_matches(['-', '+', '−']);
    digits.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && digits.contains(|letter: char| letter.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || ".,:/eE+- \u{a0}\u{202f}".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::{Block, Table, is_number, limits, read};

    fn table(text: &str) -> Table {
        match read(text, false).blocks.pop() {
            Some(Block::Table(table)) => table,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn numbers_are_told_from_words() {
        for number in ["1", "-3.5", "1 200,5", "1.5e-3", "40 %", "+7", ".5", "−2", "2026-03-01", "09:30"] {
            assert!(is_number(number), "{number}");
        }
        for words in ["", "one", "3 apples", "-", "e", "2026-03-01x", "%"] {
            assert!(!is_number(words), "{words}");
        }
    }

    #[test]
    fn a_head_is_seen_and_columns_of_numbers_too() {
        let seen = table("length,remark\n0.5,good\n,\n1.0,\"two\nlines\"\n");
        assert_eq!(seen.head, ["length", "remark"]);
        assert_eq!(seen.rows, [["0.5", "good"], ["1.0", "two\nlines"]]);
        assert_eq!(seen.numbers, [true, false]);
        assert!(table("1,2\n3,4\n").head.is_empty());
        assert!(table("only one row,of words\n").head.is_empty());
    }

    #[test]
    fn of_a_long_table_the_rows_are_counted_while_they_are_known() {
        let rows = |count: usize| format!("a,b\n{}", "1,2\n".repeat(count));
        let seen = |text: &str, is_cut| {
            let reading = read(text, is_cut);
            (reading.is_cut, reading.total)
        };
        assert_eq!(seen(&rows(limits::ROWS - 1), false), (false, None));
        assert_eq!(seen(&(rows(limits::ROWS - 1) + ",\n\n"), false), (false, None), "nothing stands in them");
        assert_eq!(seen(&rows(limits::ROWS + 5), false), (true, Some(limits::ROWS + 5)));
        assert_eq!(seen(&rows(limits::ROWS + 5), true), (true, None));
    }

    #[test]
    fn of_a_table_that_breaks_off_whole_rows_are_shown() {
        let Some(Block::Table(seen)) = read("a,b\n1,2\n3,4\n5,", true).blocks.pop() else { panic!() };
        assert_eq!(seen.rows, [["1", "2"], ["3", "4"]]);
        assert!(read("", false).blocks.is_empty());
    }
}
