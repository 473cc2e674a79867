//! Documents of word processors in Office Open XML (ECMA-376 part 1, 17).

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use super::flow::{Flow, Note, Style};
use super::package::Package;
use super::skipped::Skipped;
use super::xml::{self, Event, Tag};
use crate::page::{Page, Room};
use crate::read::Fault;

/// What is not shown: what stands twice, for programs that do not know the first; what was deleted, and what was moved, where it came
/// from; and where tabs lead, which looks like tabs.
const SKIPPED: [&str; 4] = ["Fallback", "del", "moveFrom", "tabs"];
/// Elements that say how something looked before it was changed end with this.
const BEFORE: &str = "Change";

pub(super) fn read<R: Read + Seek>(package: &mut Package<R>, page: &mut Page) -> Result<(), Fault> {
    let mut reader = Reader { styles: styles(&package.part("word/styles.xml")?), ..Reader::default() };
    for (place, part) in [(Place::Foot, "word/footnotes.xml"), (Place::End, "word/endnotes.xml")] {
        // A document is there without its notes, too.
        let is_whole = match package.part(part) {
            Ok(notes) => reader.read_notes(place, &notes),
            Err(Fault::Io(error)) => return Err(Fault::Io(error)),
            Err(_) => false,
        };
        if !is_whole {
            page.mark_cut();
        }
    }
    let document = package.part("word/document.xml")?;
    let mut flow = Flow::on(page);
    let whole = xml::walk(&document, &mut |event| reader.take(&mut flow, event));
    finish(flow, whole);
    Ok(())
}

/// Where in the document the reader is, and what it knows of it.
#[derive(Default)]
struct Reader {
    styles: BTreeMap<String, Style>,
    /// The words of notes that were not met yet, by where they stand and their ids.
    notes: BTreeMap<(Place, String), String>,
    /// Notes that were met: those of both places are counted together, as a document seldom has both.
    met: usize,
    skipped: Skipped,
    is_words: bool,
}

/// Where notes stand; each place has ids of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Foot,
    End,
}

/// Ends what is open, and says so if the document is not whole.
pub(super) fn finish(mut flow: Flow<'_>, whole: bool) {
    if !whole {
        flow.page().mark_cut();
    }
    flow.finish();
}

impl Reader {
    fn take(&mut self, flow: &mut Flow<'_>, event: Event<'_>) -> Room {
        if self.skipped.has(&event, |name| SKIPPED.contains(&name) || name.ends_with(BEFORE)) {
            return Room::Continue(());
        }
        match event {
            Event::Open("t", _) => self.is_words = true,
            Event::Close("t") => self.is_words = false,
            Event::Words(words) if self.is_words => return flow.words(&words),
            Event::Words(_) => {}
            Event::Open(name, tag) => return self.open(flow, name, &tag),
            Event::Close(name) => return close(flow, name),
        }
        Room::Continue(())
    }

    fn open(&mut self, flow: &mut Flow<'_>, name: &str, tag: &Tag<'_>) -> Room {
        match name {
            "p" => flow.begin(Style::Plain),
            "pStyle" => {
                let style = tag.attribute("val").and_then(|id| self.styles.get(&id).copied());
                flow.be(style.unwrap_or_default());
            }
            "outlineLvl" => {
                if let Some(level) = outline(tag) {
                    flow.be(Style::Heading(level));
                }
            }
            "numPr" if flow.style() == Style::Plain => flow.be(Style::Item(0)),
            "ilvl" if matches!(flow.style(), Style::Item(_)) => flow.be(Style::Item(depth(tag))),
            "tab" | "ptab" => return flow.words("\t"),
            "br" | "cr" => return flow.words("\n"),
            "noBreakHyphen" => return flow.words("\u{2011}"),
            "footnoteReference" => return self.note(flow, Place::Foot, tag),
            "endnoteReference" => return self.note(flow, Place::End, tag),
            "tbl" => flow.open_table(),
            "tr" => flow.open_row(),
            "tblHeader" => flow.row_is_head(),
            "gridBefore" => flow.skip_columns(tag.number("val").unwrap_or_default()),
            "tc" => flow.open_cell(),
            "gridSpan" => flow.span_cell(tag.number("val").unwrap_or_default()),
            _ => {}
        }
        Room::Continue(())
    }

    /// A note stands where it is met first: a document cannot grow by meeting it again.
    fn note(&mut self, flow: &mut Flow<'_>, place: Place, tag: &Tag<'_>) -> Room {
        let id = tag.attribute("id").unwrap_or_default();
        let Some(words) = self.notes.remove(&(place, id)) else { return Room::Continue(()) };
        self.met += 1;
        flow.note(Note { mark: self.met.to_string(), words })
    }

    /// Keeps the notes of a part, which has nothing else; whether that are all.
    fn read_notes(&mut self, place: Place, part: &str) -> bool {
        let mut page = Page::new();
        let mut flow = Flow::on(&mut page);
        let is_whole = xml::walk(part, &mut |event| match event {
            Event::Open("footnote" | "endnote", tag) => flow.open_note(tag.attribute("id").unwrap_or_default()),
            Event::Close("footnote" | "endnote") => {
                flow.close_note();
                Room::Continue(())
            }
            event => self.take(&mut flow, event),
        });
        let notes = flow.into_notes().into_iter().map(|note| ((place, note.mark), note.words));
        self.notes.extend(notes);
        // A part that breaks off ends anywhere.
        (self.skipped, self.is_words) = (Skipped::default(), false);
        is_whole
    }
}

fn close(flow: &mut Flow<'_>, name: &str) -> Room {
    match name {
        "p" => return flow.end(),
        "tc" => flow.close_cell(),
        "tr" => return flow.close_row(),
        "tbl" => return flow.close_table(),
        _ => {}
    }
    Room::Continue(())
}

/// The level of a heading; nine and above are text.
fn outline(tag: &Tag<'_>) -> Option<u8> {
    tag.number("val").filter(|level| *level < 9).and_then(|level| u8::try_from(level + 1).ok())
}

fn depth(tag: &Tag<'_>) -> u8 {
    tag.number("val").and_then(|depth| u8::try_from(depth).ok()).unwrap_or_default()
}

/// What paragraphs of each style are. The names of styles are the same in every language, their ids are not.
fn styles(text: &str) -> BTreeMap<String, Style> {
    let (mut styles, mut id) = (BTreeMap::new(), String::new());
    xml::walk(text, &mut |event| {
        match event {
            Event::Open("style", tag) => id = tag.attribute("styleId").unwrap_or_default(),
            Event::Open("name", tag) => {
                if let Some(style) = tag.attribute("val").and_then(|name| named(&name.to_lowercase())) {
                    styles.insert(id.clone(), style);
                }
            }
            Event::Open("outlineLvl", tag) => {
                if let Some(level) = outline(&tag) {
                    styles.insert(id.clone(), Style::Heading(level));
                }
            }
            _ => {}
        }
        Room::Continue(())
    });
    styles
}

fn named(name: &str) -> Option<Style> {
    let list = name.strip_prefix("list bullet").or_else(|| name.strip_prefix("list number"));
    if let Some(level) = list {
        let depth = level.trim().parse().unwrap_or(1_u8);
        return Some(Style::Item(depth.saturating_sub(1)));
    }
    match name {
        "title" => Some(Style::Heading(1)),
        _ => name.strip_prefix("heading ")?.parse().ok().map(Style::Heading),
    }
}
