//! Enter in a list, a quotation or a table goes on with it; in an empty part of it, it ends it.

use std::ops::Range;

use crate::edit::{Change, Edit, Written};
use crate::lines::prefix::{self, Marker, Prefix};

/// What Enter does. `None` where it only begins a line, as the browser does it.
pub fn continued(written: &Written<'_>) -> Option<Edit> {
    if !written.selected.is_empty() || is_in_code(written.before()) {
        return None;
    }
    let line = written.line_at(written.selected.start);
    let change = in_table(written, &line).or_else(|| in_list(written, &line));
    Some(change?.into_edit(written.text))
}

fn in_list(written: &Written<'_>, line: &Range<usize>) -> Option<Change> {
    let caret = written.selected.start;
    let prefix = prefix::of(written.part(line.clone()));
    let words = line.start + prefix.length;
    let is_plain = prefix.quotes.is_empty() && prefix.marker == Marker::None;
    if is_plain || caret < words || matches!(prefix.marker, Marker::Heading(_)) {
        return None;
    }
    if written.part(words..line.end).trim().is_empty() {
        let left = if prefix.marker == Marker::None { "" } else { prefix.quotes.as_str() };
        return Some(Change { replaced: line.clone(), with: left.to_owned(), selected: left.len()..left.len() });
    }
    let with = format!("\n{}", Prefix { marker: next(&prefix.marker), ..prefix });
    let behind = with.len();
    let rest = written.part(caret..line.end);
    let spaces = rest.len() - rest.trim_start().len();
    Some(Change { replaced: caret..caret + spaces, with, selected: behind..behind })
}

fn next(marker: &Marker) -> Marker {
    match marker {
        Marker::Number(number, sign) => Marker::Number(number + 1, *sign),
        Marker::Task(sign, _) => Marker::Task(*sign, false),
        other => other.clone(),
    }
}

/// Behind a row comes another; behind the first, which is the head, the line that makes it one as well. An empty row ends the table.
fn in_table(written: &Written<'_>, line: &Range<usize>) -> Option<Change> {
    let row = written.part(line.clone());
    let width = width(row)?;
    let is_head = !written.part(0..line.start).lines().next_back().is_some_and(is_row);
    if !is_head && is_empty_row(row) {
        return Some(Change { replaced: line.clone(), with: String::new(), selected: 0..0 });
    }
    let below = written.line_at((line.end + 1).min(written.text.len()));
    let is_ruled = is_rule(written.part(below.clone()));
    let rule = if is_head && !is_ruled { format!("\n|{}", " --- |".repeat(width)) } else { String::new() };
    let at = if is_ruled { below.end } else { line.end };
    let cell = rule.len() + "\n| ".len();
    Some(Change { replaced: at..at, with: format!("{rule}\n|{}", "  |".repeat(width)), selected: cell..cell })
}

/// How many cells a row of a table has; `None` of what is no row.
fn width(line: &str) -> Option<usize> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    let escaped = inside.matches("\\|").count();
    Some(inside.matches('|').count() - escaped + 1)
}

fn is_row(line: &str) -> bool {
    width(line).is_some()
}

/// Whether it is the line between head and body.
fn is_rule(line: &str) -> bool {
    is_row(line) && line.contains('-') && line.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' '))
}

fn is_empty_row(line: &str) -> bool {
    line.chars().all(|letter| letter == '|' || letter.is_whitespace())
}

/// Whether a text ends within lines of code.
fn is_in_code(text: &str) -> bool {
    let mut fence: Option<(char, usize)> = None;
    for line in text.lines().map(str::trim) {
        let Some(sign) = line.chars().next().filter(|sign| matches!(sign, '`' | '~')) else { continue };
        let rest = line.trim_start_matches(sign);
        let length = line.len() - rest.len();
        match fence {
            None if length >= 3 && !(sign == '`' && rest.contains('`')) => fence = Some((sign, length)),
            Some((open, least)) if sign == open && length >= least && rest.is_empty() => fence = None,
            _ => {}
        }
    }
    fence.is_some()
}
