//! What stands in lines of its own: code, maths, tables and pictures.

use crate::edit::{Change, Edit, Written};
use crate::marks::longest_run;
use crate::picture;

/// A row of a new table, and the one that tells its head from its body.
const ROW: &str = "|  |  |";
const RULE: &str = "| --- | --- |";

/// Cells of the largest table whose short rows are filled up. One with a single long row would grow with the square of the text.
const MOST_FILLED: usize = 2_000;

/// The selected lines between two fences of at least `least` signs.
pub(crate) fn fenced(written: &Written<'_>, sign: char, least: usize) -> Change {
    let lines = written.lines();
    let start = lines.first().map_or(0, |line| line.start);
    let end = lines.last().map_or(start, |line| line.end);
    let inside = written.part(start..end);
    // A longer fence holds a shorter one; of maths there is but one length.
    let length = if sign == '`' { least.max(longest_run(inside, sign) + 1) } else { least };
    let fence = sign.to_string().repeat(length);
    let from = fence.len() + 1;
    let selected = from..from + inside.len();
    Change { replaced: start..end, with: format!("{fence}\n{inside}\n{fence}"), selected }
}

/// The selected lines as a table, if they were copied from a spreadsheet; else an empty table with the caret in its first cell.
pub(crate) fn table(written: &Written<'_>) -> Change {
    let selection = written.selection();
    if selection.contains('\t') {
        let table = from_cells(selection);
        return alone(written, &table, table.len());
    }
    let place = written.selected.end..written.selected.end;
    let empty = format!("{ROW}\n{RULE}\n{ROW}\n{ROW}");
    alone(&Written { selected: place, ..*written }, &empty, "| ".len())
}

/// Lines of cells with tabs between them, the first line as the head: it says how many columns there are.
fn from_cells(lines: &str) -> String {
    let rows: Vec<Vec<String>> = lines.trim_matches('\n').lines().map(cells).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let filled = if width.saturating_mul(rows.len()) <= MOST_FILLED { width } else { 0 };
    let row = |(place, cells): (usize, &Vec<String>)| {
        let least = if place == 0 { width } else { filled };
        let missing = std::iter::repeat_n("", least.saturating_sub(cells.len()));
        format!("| {} |", cells.iter().map(String::as_str).chain(missing).collect::<Vec<_>>().join(" | "))
    };
    let mut written: Vec<String> = rows.iter().enumerate().map(row).collect();
    written.insert(1.min(written.len()), format!("|{}", " --- |".repeat(width)));
    written.join("\n")
}

fn cells(line: &str) -> Vec<String> {
    line.split('\t').map(|cell| cell.trim().replace('|', "\\|")).collect()
}

/// Pictures in lines of their own, by the names of their files.
pub fn pictures<'a>(written: &Written<'_>, names: impl IntoIterator<Item = &'a str>) -> Edit {
    let lines: Vec<String> = names.into_iter().map(|name| picture::reference(name, "")).collect();
    let block = lines.join("\n\n");
    alone(written, &block, block.len() + 2).into_edit(written.text)
}

/// A block in place of the selection, with an empty line before and after it; `caret` is counted from where the block begins.
fn alone(written: &Written<'_>, block: &str, caret: usize) -> Change {
    let before = match written.before() {
        text if text.is_empty() || text.ends_with("\n\n") => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let after = match written.after() {
        text if text.starts_with("\n\n") => "",
        text if text.starts_with('\n') => "\n",
        _ => "\n\n",
    };
    let caret = before.len() + caret;
    Change { replaced: written.selected.clone(), with: format!("{before}{block}{after}"), selected: caret..caret }
}
