//! What a text means: its elements as a tree, from the parser's events.
//!
//! A tree is at most [`DEEPEST`] elements deep and has at most [`MOST`] nodes, however hostile the text, so that walking it is safe.
//! Raw HTML stands in it as the characters that were written.

mod build;
mod live;

use crate::maths::Maths;

pub use build::read;
pub use live::{Block, blocks};

/// Elements within elements; what lies deeper stands in the deepest.
pub const DEEPEST: usize = 32;
/// Nodes of a text; what follows is shown as it was written.
pub const MOST: usize = 20_000;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// Words.
    Text(String),
    /// Code within a line.
    Code(String),
    /// A formula, and whether it stands in a line of its own.
    Maths(Maths, bool),
    /// A picture.
    Picture(Picture),
    /// The number of a note, where it is mentioned.
    Mention(usize),
    /// A new line.
    Break,
    /// A line across.
    Rule,
    /// What has parts itself.
    Element(Element, Vec<Node>),
}

/// A picture that a text names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Picture {
    /// Its address as it was written: the name of a file of the same piece, or anything else.
    pub address: String,
    /// Words for who does not see it.
    pub words: String,
    /// Whether it has a paragraph of its own.
    pub alone: bool,
}

/// What makes parts a whole.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Element {
    /// A paragraph.
    Paragraph,
    /// A heading of the page, from 2 to 5: the page has the first level itself, and none is left out on the way down.
    Heading(u8),
    /// A quotation.
    Quote,
    /// Lines of code.
    Code,
    /// A list with dots.
    Bullets,
    /// A list with numbers from this one on.
    Numbers(u64),
    /// A part of a list; of a list of tasks, whether it is done.
    Item(Option<bool>),
    /// Words said with weight.
    Emphasis,
    /// Words that matter.
    Strong,
    /// Words that hold no longer.
    Struck,
    /// A link to the address as it was written, which may be anything.
    Link(String),
    /// A table; its first part is its head, all others are rows.
    Table,
    /// The head of a table.
    Head,
    /// A row of a table.
    Row,
    /// A cell of a table.
    Cell(Side),
    /// The notes to a text, behind it.
    Notes,
    /// What a note says, with its number.
    Note(usize),
    /// Parts of nothing that is known.
    Group,
}

/// Where the words of a cell stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Side {
    /// Where lines begin.
    #[default]
    Start,
    /// In the middle.
    Middle,
    /// Where lines end.
    End,
}

/// The words of parts without anything else, such as a reader would count them.
pub fn words(nodes: &[Node]) -> String {
    let mut all = String::new();
    nodes.iter().for_each(|node| gather(node, &mut all));
    all
}

fn gather(node: &Node, all: &mut String) {
    match node {
        Node::Text(words) | Node::Code(words) => all.push_str(words),
        Node::Break | Node::Rule => all.push('\n'),
        Node::Maths(..) | Node::Picture(_) | Node::Mention(_) => {}
        Node::Element(element, parts) => {
            parts.iter().for_each(|part| gather(part, all));
            let is_in_line =
                matches!(element, Element::Emphasis | Element::Strong | Element::Struck | Element::Link(_));
            if !is_in_line {
                all.push('\n');
            }
        }
    }
}

/// The pictures that have a paragraph of their own, in their order.
pub fn pictures(nodes: &[Node]) -> Vec<&Picture> {
    let mut found = Vec::new();
    for node in nodes {
        match node {
            Node::Picture(picture) if picture.alone => found.push(picture),
            Node::Element(_, parts) => found.extend(pictures(parts)),
            _ => {}
        }
    }
    found
}
