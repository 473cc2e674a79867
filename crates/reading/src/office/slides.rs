//! Talks in Office Open XML (ECMA-376 part 1, 19).

use std::io::{Read, Seek};

use super::flow::{Flow, Style};
use super::package::Package;
use super::word::finish;
use super::xml::{self, Event, Tag};
use crate::block::Part;
use crate::limits;
use crate::page::{Page, Room};
use crate::read::Fault;

const PRESENTATION: &str = "ppt/presentation.xml";

pub(super) fn read<R: Read + Seek>(package: &mut Package<R>, page: &mut Page) -> Result<(), Fault> {
    let slides = order(package)?;
    for (index, name) in slides.iter().enumerate() {
        if index >= limits::LEAVES {
            page.mark_cut();
            break;
        }
        let slide = package.part(name)?;
        if is_hidden(&slide) {
            continue;
        }
        if page.open(Part::Slide(index + 1)).is_break() || put(&slide, page).is_break() {
            break;
        }
    }
    page.close();
    Ok(())
}

/// The names of the slides, in the order in which they are shown.
fn order<R: Read + Seek>(package: &mut Package<R>) -> Result<Vec<String>, Fault> {
    let (presentation, targets) = (package.part(PRESENTATION)?, package.relations(PRESENTATION)?);
    let mut slides = Vec::new();
    xml::walk(&presentation, &mut |event| {
        // It has two attributes of this name: `id` is a number, `r:id` names the relation.
        if let Event::Open("sldId", tag) = event
            && let Some(target) = tag.attributes("id").iter().find_map(|id| targets.get(id))
        {
            slides.push(target.clone());
        }
        Room::Continue(())
    });
    Ok(slides)
}

/// Whether a slide is left out of the talk (19.3.1.38). It has its number all the same.
fn is_hidden(slide: &str) -> bool {
    let mut is_hidden = false;
    xml::walk(slide, &mut |event| match event {
        Event::Open(_, tag) => {
            is_hidden = tag.attribute("show").is_some_and(|show| show == "0" || show == "false");
            Room::Break(())
        }
        _ => Room::Continue(()),
    });
    is_hidden
}

/// What is drawn on a slide.
#[derive(Default)]
struct Shape {
    is_words: bool,
    /// Whether it is the slide's title.
    is_title: bool,
    /// Whether its paragraphs are parts of a list, as those of the slide's body are.
    is_list: bool,
    /// Whether it stands on every slide: a date, a number.
    is_same: bool,
}

fn put(slide: &str, page: &mut Page) -> Room {
    let mut flow = Flow::on(page);
    let mut shape = Shape::default();
    let mut room = Room::Continue(());
    let whole = xml::walk(slide, &mut |event| {
        room = take(&mut flow, &mut shape, event);
        room
    });
    finish(flow, whole);
    room
}

fn take(flow: &mut Flow<'_>, shape: &mut Shape, event: Event<'_>) -> Room {
    match event {
        Event::Open("sp" | "graphicFrame", _) => *shape = Shape::default(),
        Event::Open("ph", tag) => shape.be(&tag),
        Event::Open("p", _) if !shape.is_same => flow.begin(shape.style()),
        Event::Open("pPr", tag) => {
            let depth = tag.number("lvl").and_then(|depth| u8::try_from(depth).ok());
            if let (Style::Item(_), Some(depth)) = (flow.style(), depth) {
                flow.be(Style::Item(depth));
            }
        }
        Event::Open("t", _) => shape.is_words = true,
        Event::Close("t") => shape.is_words = false,
        Event::Words(words) if shape.is_words => return flow.words(&words),
        Event::Open("br", _) => return flow.words("\n"),
        Event::Open("tbl", _) => flow.open_table(),
        Event::Open("tr", _) => flow.open_row(),
        Event::Open("tc", _) => flow.open_cell(),
        Event::Close("p") => return flow.end(),
        Event::Close("tr") => return flow.close_row(),
        Event::Close("tbl") => return flow.close_table(),
        _ => {}
    }
    Room::Continue(())
}

impl Shape {
    /// What the placeholder says that it is (19.7.10).
    fn be(&mut self, placeholder: &Tag<'_>) {
        match placeholder.attribute("type").as_deref() {
            Some("title" | "ctrTitle") => self.is_title = true,
            Some("dt" | "ftr" | "sldNum" | "hdr") => self.is_same = true,
            Some("body" | "obj") | None => self.is_list = true,
            Some(_) => {}
        }
    }

    fn style(&self) -> Style {
        match (self.is_title, self.is_list) {
            (true, _) => Style::Heading(2),
            (false, true) => Style::Item(0),
            (false, false) => Style::Plain,
        }
    }
}
