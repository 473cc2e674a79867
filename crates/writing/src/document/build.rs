//! From the parser's events to the tree.

use std::collections::HashMap;

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag};

use super::{DEEPEST, Element, MOST, Node, Picture, Side, words};
use crate::maths;

/// A text as a tree.
pub fn read(text: &str) -> Vec<Node> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH;
    let mut builder = Builder { above: 1, ..Builder::default() };
    for (count, (event, place)) in Parser::new_ext(text, options).into_offset_iter().enumerate() {
        if count >= MOST {
            // Where an element ends, all of it was shown.
            let from = if matches!(event, Event::End(_)) { place.end } else { place.start };
            let rest = text.get(from..).unwrap_or_default().to_owned();
            builder.leave_all();
            builder.put(Node::Element(Element::Code, vec![Node::Text(rest)]));
            break;
        }
        let follows = text.get(place.end..).and_then(|rest| rest.chars().next());
        builder.take(event, follows);
    }
    builder.end()
}

/// An element that is open.
struct Open {
    kind: Kind,
    content: Vec<Node>,
}

enum Kind {
    Element(Element),
    Picture(String),
    /// A table with the sides of its columns.
    Table(Vec<Side>),
    /// What the note of this name says.
    Note(String),
}

#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    /// Elements too deep to be opened.
    too_deep: usize,
    done: Vec<Node>,
    /// The level of the heading before.
    above: u8,
    /// The numbers of the notes by their names, in the order in which they are mentioned.
    mentioned: HashMap<String, usize>,
    notes: Vec<(String, Vec<Node>)>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, follows: Option<char>) {
        match event {
            Event::Start(_) if self.open.len() >= DEEPEST => {
                self.too_deep += 1;
                self.words(" ");
            }
            Event::Start(tag) => {
                let kind = self.kind(tag);
                self.open.push(Open { kind, content: Vec::new() });
            }
            Event::End(_) if self.too_deep > 0 => self.too_deep -= 1,
            Event::End(_) => self.leave(),
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => self.words(&words),
            Event::Code(code) => self.put(Node::Code(code.into_string())),
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.put(Node::Break),
            Event::Rule => self.put(Node::Rule),
            Event::TaskListMarker(is_done) => self.tick(is_done),
            // Money is no maths: "$5-$10".
            Event::InlineMath(tex) if follows.is_some_and(|next| next.is_ascii_digit()) => {
                self.words(&format!("${tex}$"));
            }
            Event::InlineMath(tex) => self.maths(&tex, "$"),
            Event::DisplayMath(tex) => self.maths(&tex, "$$"),
            Event::FootnoteReference(name) => {
                let number = self.number(&name);
                self.put(Node::Mention(number));
            }
        }
    }

    fn kind(&mut self, tag: Tag<'_>) -> Kind {
        Kind::Element(match tag {
            Tag::Paragraph | Tag::HtmlBlock => Element::Paragraph,
            Tag::Heading { level, .. } => {
                self.above = below(level, self.above);
                Element::Heading(self.above)
            }
            Tag::BlockQuote(_) => Element::Quote,
            Tag::CodeBlock(_) => Element::Code,
            Tag::List(None) => Element::Bullets,
            Tag::List(Some(first)) => Element::Numbers(first),
            Tag::Item => Element::Item(None),
            Tag::Emphasis => Element::Emphasis,
            Tag::Strong => Element::Strong,
            Tag::Strikethrough => Element::Struck,
            Tag::Link { dest_url, .. } => Element::Link(dest_url.into_string()),
            Tag::Image { dest_url, .. } => return Kind::Picture(dest_url.into_string()),
            Tag::Table(columns) => return Kind::Table(columns.into_iter().map(side).collect()),
            Tag::TableHead => Element::Head,
            Tag::TableRow => Element::Row,
            Tag::TableCell => Element::Cell(self.side()),
            Tag::FootnoteDefinition(name) => return Kind::Note(name.into_string()),
            // Whatever else the parser may know one day is shown as its content.
            _ => Element::Group,
        })
    }

    /// The side of the cell that begins: that of its column.
    fn side(&self) -> Side {
        let [.., Open { kind: Kind::Table(sides), .. }, row] = self.open.as_slice() else { return Side::Start };
        sides.get(row.content.len()).copied().unwrap_or_default()
    }

    fn leave(&mut self) {
        let Some(Open { kind, content }) = self.open.pop() else { return };
        match kind {
            Kind::Element(Element::Paragraph) => self.put(paragraph(content)),
            Kind::Element(element) => self.put(Node::Element(element, content)),
            Kind::Table(_) => self.put(Node::Element(Element::Table, content)),
            Kind::Picture(address) => {
                self.put(Node::Picture(Picture { address, words: words(&content), alone: false }));
            }
            Kind::Note(name) => self.notes.push((name, content)),
        }
    }

    fn leave_all(&mut self) {
        while !self.open.is_empty() {
            self.leave();
        }
    }

    fn content(&mut self) -> &mut Vec<Node> {
        self.open.last_mut().map_or(&mut self.done, |open| &mut open.content)
    }

    fn put(&mut self, node: Node) {
        self.content().push(node);
    }

    /// Words behind words are one text.
    fn words(&mut self, words: &str) {
        match self.content().last_mut() {
            Some(Node::Text(before)) => before.push_str(words),
            _ => self.put(Node::Text(words.to_owned())),
        }
    }

    /// A formula, or what was written where it is not understood.
    fn maths(&mut self, tex: &str, sign: &str) {
        match maths::read(tex) {
            Some(maths) => self.put(Node::Maths(maths, sign == "$$")),
            None => self.words(&format!("{sign}{tex}{sign}")),
        }
    }

    fn tick(&mut self, is_done: bool) {
        for open in self.open.iter_mut().rev() {
            if let Kind::Element(Element::Item(task)) = &mut open.kind {
                *task = Some(is_done);
                return;
            }
        }
    }

    /// The number of a note, from 1.
    fn number(&mut self, name: &str) -> usize {
        let next = self.mentioned.len() + 1;
        *self.mentioned.entry(name.to_owned()).or_insert(next)
    }

    fn end(mut self) -> Vec<Node> {
        self.leave_all();
        let mut notes: Vec<(usize, Vec<Node>)> = Vec::new();
        for (name, content) in std::mem::take(&mut self.notes) {
            notes.push((self.number(&name), content));
        }
        notes.sort_by_key(|(number, _)| *number);
        if !notes.is_empty() {
            let notes = notes.into_iter().map(|(number, content)| Node::Element(Element::Note(number), content));
            self.done.push(Node::Element(Element::Notes, notes.collect()));
        }
        self.done
    }
}

/// A picture with no words beside it is no paragraph.
fn paragraph(mut content: Vec<Node>) -> Node {
    match content.as_mut_slice() {
        [Node::Picture(picture)] => Node::Picture(Picture { alone: true, ..std::mem::take(picture) }),
        _ => Node::Element(Element::Paragraph, content),
    }
}

/// The level at which a text's heading stands on the page: one below its own, for the page has the h1, and never more than one below
/// the heading before.
fn below(level: HeadingLevel, above: u8) -> u8 {
    (level as u8 + 1).min(above + 1).min(5)
}

fn side(alignment: Alignment) -> Side {
    match alignment {
        Alignment::None | Alignment::Left => Side::Start,
        Alignment::Center => Side::Middle,
        Alignment::Right => Side::End,
    }
}
