//! Documents of word processors in Office Open XML (ECMA-376 part 1, 17).

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use super::flow::{Flow, Style};
use super::package::Package;
use super::xml::{self, Event, Tag};
use crate::page::{Page, Room};
use crate::read::Fault;

/// What stands twice, for programs that do not know the first.
const SKIPPED: &str = "Fallback";

pub(super) fn read<R: Read + Seek>(package: &mut Package<R>, page: &mut Page) -> Result<(), Fault> {
    let styles = styles(&package.part("word/styles.xml")?);
    let document = package.part("word/document.xml")?;
    let mut flow = Flow::on(page);
    let (mut skipped, mut is_words) = (0_usize, false);
    let whole = xml::walk(&document, &mut |event| {
        match event {
            Event::Open(SKIPPED, _) => skipped += 1,
            Event::Close(SKIPPED) => skipped = skipped.saturating_sub(1),
            _ if skipped > 0 => {}
            Event::Open("t", _) => is_words = true,
            Event::Close("t") => is_words = false,
            Event::Words(words) if is_words => return flow.words(&words),
            Event::Words(_) => {}
            Event::Open(name, tag) => return open(&mut flow, &styles, name, &tag),
            Event::Close(name) => return close(&mut flow, name),
        }
        Room::Continue(())
    });
    finish(flow, whole);
    Ok(())
}

/// Ends what is open, and says so if the document is not whole.
pub(super) fn finish(mut flow: Flow<'_>, whole: bool) {
    if !whole {
        flow.page().mark_cut();
    }
    flow.finish();
}

fn open(flow: &mut Flow<'_>, styles: &BTreeMap<String, Style>, name: &str, tag: &Tag<'_>) -> Room {
    match name {
        "p" => flow.begin(Style::Plain),
        "pStyle" => {
            let style = tag.attribute("val").and_then(|id| styles.get(&id).copied());
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
        "tbl" => flow.open_table(),
        "tr" => flow.open_row(),
        "tblHeader" => flow.row_is_head(),
        "tc" => flow.open_cell(),
        _ => {}
    }
    Room::Continue(())
}

fn close(flow: &mut Flow<'_>, name: &str) -> Room {
    match name {
        "p" => flow.end(),
        "tr" => flow.close_row(),
        "tbl" => flow.close_table(),
        _ => Room::Continue(()),
    }
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
