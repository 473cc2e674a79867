//! Texts, talks and spreadsheets in OpenDocument (ISO 26300-1): all of them say what they say in one part.

use std::collections::BTreeSet;
use std::io::{Read, Seek};

use super::flow::{Flow, Style};
use super::package::Package;
use super::skipped::Skipped;
use super::word::finish;
use super::xml::{self, Event, Tag};
use crate::block::Part;
use crate::page::{Page, Room};
use crate::read::Fault;

/// What is in the document and not shown: words that were deleted, remarks, speaker notes.
const SKIPPED: [&str; 5] = ["tracked-changes", "annotation", "notes", "forms", "script"];

/// The style of titles, by the name that it has in every language.
const TITLE: &str = "Title";

pub(super) fn read<R: Read + Seek>(package: &mut Package<R>, page: &mut Page) -> Result<(), Fault> {
    let content = package.part("content.xml")?;
    let mut reader = Reader::default();
    let mut flow = Flow::on(page);
    let whole = xml::walk(&content, &mut |event| reader.take(&mut flow, event));
    finish(flow, whole);
    Ok(())
}

/// Where in the document the reader is.
#[derive(Default)]
struct Reader {
    is_body: bool,
    /// The styles of titles: a title is a paragraph that only looks like one.
    titles: BTreeSet<String>,
    /// The styles of sheets and slides that are hidden.
    hidden: BTreeSet<String>,
    /// The style that is told of.
    style: String,
    is_spreadsheet: bool,
    skipped: Skipped,
    /// Lists within each other.
    lists: u8,
    slides: usize,
    /// What the frame that is open is on its slide.
    frame: Frame,
    is_table_head: bool,
    /// The mark of a note, and whether words that come now are its.
    mark: String,
    is_mark: bool,
    /// How often the row, and the cell, stand there.
    rows: usize,
    cells: usize,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Frame {
    #[default]
    Words,
    Title,
    /// It stands on every slide: a date, a number.
    Same,
}

impl Reader {
    fn take(&mut self, flow: &mut Flow<'_>, event: Event<'_>) -> Room {
        if self.skipped.has(&event, |name| SKIPPED.contains(&name)) {
            return Room::Continue(());
        }
        match event {
            Event::Open("body", _) => self.is_body = true,
            Event::Open(name, tag) if !self.is_body => self.tell_style(name, &tag),
            _ if !self.is_body => {}
            Event::Open(name, tag) => return self.open(flow, name, &tag),
            Event::Close(name) => return self.close(flow, name),
            Event::Words(words) if self.is_mark => self.mark.push_str(&words),
            Event::Words(words) => return flow.words(&words.replace('\n', " ")),
        }
        Room::Continue(())
    }

    /// What is told of the styles before the document begins.
    fn tell_style(&mut self, name: &str, tag: &Tag<'_>) {
        match name {
            "style" => {
                self.style = tag.attribute("name").unwrap_or_default();
                if tag.attribute("parent-style-name").is_some_and(|parent| parent == TITLE) {
                    self.titles.insert(self.style.clone());
                }
            }
            "table-properties" if tag.attribute("display").is_some_and(|display| display == "false") => {
                self.hidden.insert(self.style.clone());
            }
            "drawing-page-properties" if tag.attribute("visibility").is_some_and(|seen| seen == "hidden") => {
                self.hidden.insert(self.style.clone());
            }
            _ => {}
        }
    }

    /// Whether a slide or a table has a style that hides it.
    fn is_hidden(&self, tag: &Tag<'_>) -> bool {
        tag.attribute("style-name").is_some_and(|style| self.hidden.contains(&style))
    }

    fn open(&mut self, flow: &mut Flow<'_>, name: &str, tag: &Tag<'_>) -> Room {
        match name {
            "h" => flow.begin(Style::Heading(level(tag))),
            "p" if self.frame != Frame::Same => flow.begin(self.style(tag)),
            "s" => return flow.words(&" ".repeat(tag.number("c").unwrap_or(1).min(100))),
            "tab" => return flow.words("\t"),
            "line-break" => return flow.words("\n"),
            "list" => self.lists = self.lists.saturating_add(1),
            "spreadsheet" => self.is_spreadsheet = true,
            "page" => {
                // A hidden slide has its number all the same.
                self.slides += 1;
                if !self.is_hidden(tag) {
                    return flow.page().open(Part::Slide(self.slides));
                }
                self.skipped.begin();
            }
            "note-citation" => self.is_mark = true,
            "note-body" => return flow.open_note(std::mem::take(&mut self.mark)),
            "frame" => self.frame = frame(tag),
            "table" if self.is_hidden(tag) => self.skipped.begin(),
            "table" => {
                if self.is_spreadsheet {
                    flow.page().open(Part::Sheet(tag.attribute("name").unwrap_or_default()))?;
                }
                flow.open_table();
            }
            "table-header-rows" => self.is_table_head = true,
            "table-row" => {
                self.rows = tag.number("number-rows-repeated").unwrap_or(1);
                flow.open_row();
                if self.is_table_head {
                    flow.row_is_head();
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.cells = tag.number("number-columns-repeated").unwrap_or(1);
                flow.open_cell();
            }
            _ => {}
        }
        Room::Continue(())
    }

    fn close(&mut self, flow: &mut Flow<'_>, name: &str) -> Room {
        match name {
            "h" | "p" => return flow.end(),
            "list" => self.lists = self.lists.saturating_sub(1),
            "note-citation" => self.is_mark = false,
            "note-body" => flow.close_note(),
            "page" => flow.page().close(),
            "frame" => self.frame = Frame::Words,
            "table-header-rows" => self.is_table_head = false,
            "table-cell" | "covered-table-cell" => return flow.repeat_cell(std::mem::take(&mut self.cells)),
            "table-row" => return flow.close_rows(std::mem::take(&mut self.rows)),
            "table" => return flow.close_table(),
            _ => {}
        }
        Room::Continue(())
    }

    fn style(&self, paragraph: &Tag<'_>) -> Style {
        let style = paragraph.attribute("style-name").unwrap_or_default();
        match (self.frame, self.lists) {
            (Frame::Title, _) => Style::Heading(2),
            (_, 0) if style == TITLE || self.titles.contains(&style) => Style::Heading(1),
            (_, 0) => Style::Plain,
            (_, lists) => Style::Item(lists - 1),
        }
    }
}

fn level(tag: &Tag<'_>) -> u8 {
    tag.number("outline-level").and_then(|level| u8::try_from(level).ok()).unwrap_or(1)
}

/// What a frame says that it is (`presentation:class`, 19.389).
fn frame(tag: &Tag<'_>) -> Frame {
    match tag.attribute("class").as_deref() {
        Some("title") => Frame::Title,
        Some("date-time" | "footer" | "header" | "page-number") => Frame::Same,
        _ => Frame::Words,
    }
}
