//! Any text has a meaning, within bounds, and each of its parts has a key of its own while it is being written.

use std::collections::BTreeSet;

use writing::document::{DEEPEST, MOST, Node, blocks, pictures, read as meaning};
use writing::picture;

/// The notes to a text stand in an element, and each in one of its own; a picture alone is its paragraph.
const BESIDE: usize = 3;
/// The parser lets what is referred to be repeated until that is as long as the text, or this long, in bytes.
const REPEATED: usize = 100_000;

pub fn read(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let nodes = meaning(&text);
    assert!(depth(&nodes) <= DEEPEST + BESIDE);
    assert!(count(&nodes) <= MOST + BESIDE);
    assert!(bytes(&nodes) <= 2 * text.len() + text.len().max(REPEATED), "{} bytes of {}", bytes(&nodes), text.len());

    let keyed = blocks(&text);
    assert_eq!(keyed.iter().map(|block| block.key).collect::<BTreeSet<_>>().len(), keyed.len());
    assert!(keyed.into_iter().map(|block| block.node).eq(nodes));

    named(text.lines().next().unwrap_or_default());
}

/// A file of any name can be shown in a text.
fn named(name: &str) {
    let said = meaning(&picture::reference(name, ""));
    if !name.contains('\0') && !name.is_empty() {
        assert!(pictures(&said).iter().any(|found| picture::names(&found.address, name)), "{name:?} in {said:?}");
    }
}

fn depth(nodes: &[Node]) -> usize {
    let of = |node: &Node| if let Node::Element(_, parts) = node { 1 + depth(parts) } else { 1 };
    nodes.iter().map(of).max().unwrap_or_default()
}

fn count(nodes: &[Node]) -> usize {
    nodes.iter().map(|node| if let Node::Element(_, parts) = node { 1 + count(parts) } else { 1 }).sum()
}

/// How much of the text, and of the addresses in it, there is.
fn bytes(nodes: &[Node]) -> usize {
    let of = |node: &Node| match node {
        Node::Text(words) | Node::Code(words) => words.len(),
        Node::Picture(picture) => picture.address.len() + picture.words.len(),
        Node::Element(writing::document::Element::Link(address), parts) => address.len() + bytes(parts),
        Node::Element(_, parts) => bytes(parts),
        Node::Maths(..) | Node::Mention(_) | Node::Break | Node::Rule => 0,
    };
    nodes.iter().map(of).sum()
}

pub fn seeds() -> Vec<Vec<u8>> {
    let texts = [
        "# Kite\n\nIt **flies** *high*, ~~low~~ `far` & <b>wide</b>.  \nSee [here](https://a.example) or [there][a].\n\n[a]: <b c> \"d\"\n",
        "- [x] cut\n- [ ] glue\n   1. a\n   2. b\n\n> > said\n\n---\n\n```\ncode\n```\n",
        "|a|b|c|\n|---|:-:|--:|\n|1|2|\n\n![a *bean*](<my bean.png>)\n",
        "Beans[^b] and rain[^a].\n\n[^a]: wet\n\n[^b]: *green*\n",
        "From $5-$10, $\\frac12$ and\n\n$$\nx^2 \\\\ y\n$$\n\n<script>\nrun()\n</script>\n",
    ];
    texts.map(|text| text.as_bytes().to_vec()).to_vec()
}
