//! Paragraphs, headings, lists and tables, as all documents have them.

mod notes;

use crate::block::Block;
use crate::limits;
use crate::page::{Page, Room};
use crate::table::Table;
pub(super) use notes::Note;
use notes::Notes;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Style {
    /// A paragraph.
    #[default]
    Plain,
    /// A heading, by its level from 1.
    Heading(u8),
    /// A part of a list, by how deep it stands, from 0.
    Item(u8),
}

/// What stands in a document, as its elements begin and end.
pub(super) struct Flow<'p> {
    page: &'p mut Page,
    /// The paragraphs that are open: a box of text stands within one.
    open: Vec<(Style, String)>,
    /// The table that is open; tables within it are words of its cells.
    table: Rows,
    tables: usize,
    /// Notes stand behind their paragraph, or behind the table that it stands in.
    notes: Notes,
}

/// A table as it grows.
#[derive(Default)]
struct Rows {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    is_head: bool,
    /// How many columns the cell that is open reaches over.
    span: usize,
    /// Whether the cell that is open stands beyond the last column that is read.
    is_beyond: bool,
}

impl<'p> Flow<'p> {
    pub(super) fn on(page: &'p mut Page) -> Self {
        Self { page, open: Vec::new(), table: Rows::default(), tables: 0, notes: Notes::default() }
    }

    pub(super) fn page(&mut self) -> &mut Page {
        self.page
    }

    /// A paragraph begins.
    pub(super) fn begin(&mut self, style: Style) {
        self.open.push((style, String::new()));
    }

    /// It turns out what the paragraph is.
    pub(super) fn be(&mut self, style: Style) {
        if let Some((is, _)) = self.open.last_mut() {
            *is = style;
        }
    }

    /// What the paragraph is.
    pub(super) fn style(&self) -> Style {
        self.open.last().map(|(style, _)| *style).unwrap_or_default()
    }

    /// Words of the paragraph.
    pub(super) fn words(&mut self, words: &str) -> Room {
        if let Some((_, written)) = self.open.last_mut() {
            if written.len() > limits::LETTERS {
                return self.page.cut();
            }
            written.push_str(words);
        }
        Room::Continue(())
    }

    /// The paragraph ends.
    pub(super) fn end(&mut self) -> Room {
        let Some((style, words)) = self.open.pop() else { return Room::Continue(()) };
        if self.notes.have(self.open.len()) {
            self.notes.say(&words);
            return Room::Continue(());
        }
        if self.tables > 0 {
            return self.add_to_cell(&words);
        }
        match style {
            Style::Plain => self.page.put(Block::Paragraph, words)?,
            Style::Heading(level) => self.page.heading(level, words)?,
            Style::Item(depth) => self.page.item(depth, words)?,
        }
        self.put_notes()
    }

    /// A note is marked where the words are, and stands behind them.
    pub(super) fn note(&mut self, note: Note) -> Room {
        self.words(&note.mark())?;
        self.notes.waiting.push(note);
        // Each is a block in the end.
        if self.notes.waiting.len() > limits::BLOCKS { self.page.cut() } else { Room::Continue(()) }
    }

    /// A note begins in the middle of the words that it belongs to: paragraphs that come now are its own.
    pub(super) fn open_note(&mut self, mark: String) -> Room {
        self.notes.open(self.open.len());
        self.note(Note { mark, ..Note::default() })
    }

    pub(super) fn close_note(&mut self) {
        self.notes.close();
    }

    /// The notes of a text that has nothing else.
    pub(super) fn into_notes(self) -> Vec<Note> {
        self.notes.waiting
    }

    pub(super) fn open_table(&mut self) {
        self.tables += 1;
    }

    pub(super) fn open_row(&mut self) {
        if self.tables == 1 {
            (self.table.row, self.table.is_head) = (Vec::new(), false);
        }
    }

    /// The row is the table's head.
    pub(super) fn row_is_head(&mut self) {
        self.table.is_head = self.tables == 1;
    }

    pub(super) fn open_cell(&mut self) {
        if self.tables != 1 {
            return;
        }
        self.table.span = 1;
        self.table.is_beyond = self.table.row.len() >= limits::COLUMNS;
        if !self.table.is_beyond {
            self.table.row.push(String::new());
        }
    }

    /// The cell reaches over so many columns.
    pub(super) fn span_cell(&mut self, columns: usize) {
        if self.tables == 1 {
            self.table.span = columns;
        }
    }

    pub(super) fn close_cell(&mut self) {
        self.skip_columns(self.table.span.saturating_sub(1));
    }

    /// The row goes on so many columns further: in those before nothing stands.
    pub(super) fn skip_columns(&mut self, columns: usize) {
        if self.tables == 1 {
            let reached = self.table.row.len().saturating_add(columns).min(limits::COLUMNS);
            self.table.row.resize(reached, String::new());
        }
    }

    /// The cell ends, and stands there so many times.
    pub(super) fn repeat_cell(&mut self, times: usize) -> Room {
        let row = &mut self.table.row;
        let more = times.saturating_sub(1).min(limits::COLUMNS.saturating_sub(row.len()));
        if self.tables != 1 || more == 0 {
            return Room::Continue(());
        }
        let Some(cell) = row.last().cloned() else { return Room::Continue(()) };
        self.page.take(cell.chars().count() * more)?;
        row.extend(std::iter::repeat_n(cell, more));
        Room::Continue(())
    }

    pub(super) fn close_row(&mut self) -> Room {
        self.close_rows(1)
    }

    /// The row ends, and stands there so many times. One in which nothing stands is none.
    ///
    /// Its cells are counted here, not as they come: nearly every row of a spreadsheet ends with thousands of empty ones.
    pub(super) fn close_rows(&mut self, times: usize) -> Room {
        if self.tables != 1 {
            return Room::Continue(());
        }
        let row = filled(std::mem::take(&mut self.table.row));
        if row.is_empty() {
            return Room::Continue(());
        }
        if self.table.is_head && self.table.head.is_empty() && self.table.rows.is_empty() {
            self.page.take_cells(row.len())?;
            self.table.head = row;
            return Room::Continue(());
        }
        let times = times.clamp(1, limits::ROWS - self.table.rows.len().min(limits::ROWS - 1));
        self.page.take_cells(row.len() * times)?;
        // In a browser, a million letters ten thousand times are more than a number holds: it has 32 bits.
        self.page.take(letters(&row).saturating_mul(times - 1))?;
        self.table.rows.extend(std::iter::repeat_n(row, times));
        if self.table.rows.len() < limits::ROWS { Room::Continue(()) } else { self.page.cut() }
    }

    pub(super) fn close_table(&mut self) -> Room {
        self.tables = self.tables.saturating_sub(1);
        if self.tables > 0 {
            return Room::Continue(());
        }
        self.put_table()?;
        // A table may stand within a note, which is not at its end.
        if self.notes.is_open() { Room::Continue(()) } else { self.put_notes() }
    }

    /// What is still open ends with the document.
    pub(super) fn finish(mut self) {
        if self.tables > 0 && self.put_table().is_break() {
            return;
        }
        self.tables = 0;
        while !self.open.is_empty() {
            if self.end().is_break() {
                return;
            }
        }
        // Those of a table that is not whole; without room for them there is no more to do.
        let _room = self.put_notes();
    }

    fn put_table(&mut self) -> Room {
        let Rows { head, rows, .. } = std::mem::take(&mut self.table);
        if head.is_empty() && rows.is_empty() {
            return Room::Continue(());
        }
        // Most tables do not say which row is their head.
        let table = if head.is_empty() { Table::of(rows) } else { Table::with_head(head, rows) };
        self.page.add(Block::Table(table))
    }

    fn put_notes(&mut self) -> Room {
        for note in std::mem::take(&mut self.notes.waiting) {
            self.page.put(Block::Paragraph, note.shown())?;
        }
        Room::Continue(())
    }

    /// Paragraphs of a cell stand below each other.
    fn add_to_cell(&mut self, words: &str) -> Room {
        if self.table.is_beyond {
            return Room::Continue(());
        }
        let words = words.trim_end();
        self.page.take(words.chars().count())?;
        if let Some(cell) = self.table.row.last_mut().filter(|_| !words.is_empty()) {
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell.push_str(words);
        }
        Room::Continue(())
    }
}

/// A row up to its last cell that is not empty, in no more memory than that.
fn filled(mut row: Vec<String>) -> Vec<String> {
    let filled = row.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    row.truncate(filled);
    row.shrink_to_fit();
    row
}

fn letters(row: &[String]) -> usize {
    row.iter().map(|cell| cell.chars().count()).sum()
}
