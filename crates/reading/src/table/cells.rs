//! Cells between delimiters, as RFC 4180 has them and as spreadsheets write them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::limits;

/// What stands between cells. Of those that cut as steadily the first is taken: the later ones stand in words and in numbers, too.
const DELIMITERS: [char; 4] = ['\t', ';', '|', ','];
/// Rows that a delimiter is judged by.
const JUDGED: usize = 40;
/// Bytes that it is judged by.
const LOOK: usize = 16 << 10;

/// The delimiter of a text, and the text without the line that may say so (`sep=;`, as Excel writes it).
pub(super) fn delimiter(text: &str) -> (char, &str) {
    let said = text.strip_prefix("sep=").and_then(|rest| {
        let (line, rest) = rest.split_once('\n')?;
        let mut letters = line.trim_end_matches('\r').chars();
        Some((letters.next()?, rest)).filter(|_| letters.next().is_none())
    });
    said.unwrap_or_else(|| (likely(text), text))
}

/// The delimiter that cuts the first rows into equally many cells most steadily, and tears the fewest words. A comma if none does.
fn likely(text: &str) -> char {
    let start = text.get(..text.floor_char_boundary(LOOK)).unwrap_or(text);
    let judged = |delimiter: &char| {
        let rows: Vec<Vec<String>> = Cells::new(start, *delimiter).take(JUDGED).collect();
        let torn = rows.iter().flatten().filter(|cell| is_torn(cell)).count();
        (steadiness(&rows), Reverse(torn))
    };
    let judgements = DELIMITERS.map(|delimiter| (judged(&delimiter), delimiter));
    // Of several greatest, the last is taken.
    let best = judgements.into_iter().rev().max_by_key(|(judgement, _)| *judgement);
    best.filter(|((steadiness, _), _)| *steadiness > 0).map_or(',', |(_, delimiter)| delimiter)
}

/// How many of a hundred rows have the usual number of cells. A row of one cell is a title, or a row that nothing cuts.
fn steadiness(rows: &[Vec<String>]) -> usize {
    let mut counts = BTreeMap::new();
    for row in rows.iter().filter(|row| row.len() > 1) {
        *counts.entry(row.len()).or_insert(0) += 100;
    }
    counts.into_values().max().map_or(0, |usual: usize| usual / rows.len())
}

/// Whether a cell looks like a piece of words that belong together: a blank stands before it, or half of their quotes in it.
fn is_torn(cell: &str) -> bool {
    cell.starts_with(' ') || cell.matches('"').count() % 2 == 1
}

/// The rows of a text, cell by cell.
pub(super) struct Cells<'t> {
    rest: &'t str,
    delimiter: char,
    /// Whether a quote was never closed: from there on they are letters like others.
    is_plain: bool,
}

impl<'t> Cells<'t> {
    pub(super) fn new(text: &'t str, delimiter: char) -> Self {
        Self { rest: text, delimiter, is_plain: false }
    }

    /// The next cell, and whether its row ends with it.
    fn cell(&mut self) -> (String, bool) {
        let mut cell = String::new();
        if !self.is_plain
            && let Some(inside) = self.rest.strip_prefix('"')
        {
            match quoted(inside) {
                Some((words, rest)) => (cell, self.rest) = (words, rest),
                None => self.is_plain = true,
            }
        }
        // What stands behind a closing quote belongs to the cell, as spreadsheets read it.
        let end = self.rest.find([self.delimiter, '\n', '\r']).unwrap_or(self.rest.len());
        let (words, after) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        cell.push_str(words);
        let after_line = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']));
        let ends = after.is_empty() || after_line.is_some();
        self.rest = after_line.or_else(|| after.strip_prefix(self.delimiter)).unwrap_or_default();
        (cell, ends)
    }
}

impl Iterator for Cells<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut row = Vec::new();
        loop {
            let (cell, ends) = self.cell();
            if row.len() < limits::COLUMNS {
                row.push(cell);
            }
            if ends {
                return Some(row);
            }
        }
    }
}

/// What stands between quotes, two of which are one, and what comes behind. `None` if they never end.
fn quoted(inside: &str) -> Option<(String, &str)> {
    let (mut words, mut rest) = (String::new(), inside);
    loop {
        let (before, after) = rest.split_once('"')?;
        words.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                words.push('"');
                rest = after;
            }
            None => return Some((words, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Cells, DELIMITERS, delimiter};

    fn rows(text: &str, delimiter: char) -> Vec<Vec<String>> {
        Cells::new(text, delimiter).collect()
    }

    #[test]
    fn quotes_hold_a_cell_together() {
        assert_eq!(rows("a,\"b,\"\"c\"\"\nd\"\r\n,e", ','), [vec!["a", "b,\"c\"\nd"], vec!["", "e"]]);
        assert_eq!(rows("\"a\" b,c\n", ','), [["a b", "c"]]);
        assert_eq!(rows("a,\"never\nclosed,\"\"x", ','), [vec!["a", "\"never"], vec!["closed", "\"\"x"]]);
    }

    #[test]
    fn delimiters_are_found() {
        assert_eq!(delimiter("a,b\n1,2\n"), (',', "a,b\n1,2\n"));
        assert_eq!(delimiter("a;b\n1,5;2,5\n").0, ';');
        assert_eq!(delimiter("a\tb, c\n1\t2, 3, 4\n").0, '\t');
        assert_eq!(delimiter("sep=|\r\na|b\n"), ('|', "a|b\n"));
        assert_eq!(delimiter("one column\nonly\n").0, ',');
        assert_eq!(delimiter("").0, ',');
    }

    #[test]
    fn decimal_commas_and_words_are_not_cut() {
        assert_eq!(delimiter("1,5;2,5\n3,0;4,0\n").0, ';');
        assert_eq!(delimiter("1,5\t2,5\n3,0\t4,0\n").0, '\t');
        assert_eq!(delimiter("1,5|2,5\n3,0|4,0\n").0, '|');
        assert_eq!(delimiter("Tiempo, s;Distancia, m\n1;2\n3;4\n").0, ';');
        assert_eq!(delimiter("Tiempo, s;Distancia, m\n1,5;2,5\n").0, ';');
    }

    #[test]
    fn a_title_above_says_nothing_of_what_stands_between_cells() {
        assert_eq!(delimiter("My measurements\nTime;Length\n1,5;2\n").0, ';');
        assert_eq!(delimiter("My measurements, group 3\n\nTime\tLength\n1\t2\n").0, '\t');
        assert_eq!(delimiter("My measurements; group 3\nTime,Length\n1,2\n").0, ',');
    }

    #[test]
    fn commas_are_found_beside_texts_with_semicolons() {
        assert_eq!(delimiter("name,colours\nAna,red;blue\nLeo,green;red\n").0, ',');
        assert_eq!(delimiter("Ana,red; blue\nLeo,green; red\n").0, ',');
        assert_eq!(delimiter("1,\"red;blue\"\n2,\"green;red\"\n").0, ',');
        assert_eq!(delimiter("\"red;blue\",1\n\"green;red\",2\n").0, ',');
        assert_eq!(delimiter("day,\"seen; or heard\"\n1,\"a \"\"jay\"\"; two\nfinches\"\n").0, ',');
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(
            table in prop::collection::vec(prop::collection::vec("[a-c,;|\t\"\r\né ]{0,5}", 1..5), 1..6),
            delimiter in prop::sample::select(DELIMITERS.to_vec()),
        ) {
            let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let row = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(&delimiter.to_string());
            let text = table.iter().map(row).collect::<Vec<_>>().join("\r\n");
            prop_assert_eq!(rows(&text, delimiter), table);
        }

        #[test]
        fn anything_is_read_and_nothing_invented(text in "[a-c,;|\t\"\r\né ]{0,60}", at in 0..DELIMITERS.len()) {
            let letters: usize = rows(&text, DELIMITERS[at]).iter().flatten().map(String::len).sum();
            prop_assert!(letters <= text.len());
            delimiter(&text);
        }
    }
}
