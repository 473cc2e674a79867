//! What texts mean.

use proptest::prelude::*;
use writing::document::{DEEPEST, Element, MOST, Node, Picture, Side, pictures, read, words};
use writing::picture;

fn text(words: &str) -> Node {
    Node::Text(words.to_owned())
}

fn element(element: Element, parts: impl Into<Vec<Node>>) -> Node {
    Node::Element(element, parts.into())
}

fn paragraph(parts: impl Into<Vec<Node>>) -> Node {
    element(Element::Paragraph, parts)
}

fn depth(nodes: &[Node]) -> usize {
    let of = |node: &Node| if let Node::Element(_, parts) = node { 1 + depth(parts) } else { 1 };
    nodes.iter().map(of).max().unwrap_or_default()
}

fn count(nodes: &[Node]) -> usize {
    nodes.iter().map(|node| if let Node::Element(_, parts) = node { 1 + count(parts) } else { 1 }).sum()
}

#[test]
fn words_marks_and_links() {
    let strong = element(Element::Strong, [text("two")]);
    let link = element(Element::Link("https://a.example".into()), [text("three")]);
    let said = read("One **two** [three](https://a.example) ~~four~~\nfive  \nsix &amp; `7`");
    let four = element(Element::Struck, [text("four")]);
    let parts = [
        text("One "),
        strong,
        text(" "),
        link,
        text(" "),
        four,
        text(" five"),
        Node::Break,
        text("six & "),
        Node::Code("7".into()),
    ];
    assert_eq!(said, [paragraph(parts)]);
}

#[test]
fn html_is_only_its_characters() {
    assert_eq!(
        words(&read("<b onclick=x>hi</b>\n\n<script>\nrun()\n</script>")),
        "<b onclick=x>hi</b>\n<script>\nrun()\n</script>\n"
    );
}

#[test]
fn headings_leave_no_level_out() {
    let levels = |text: &str| {
        let level = |node: Node| if let Node::Element(Element::Heading(level), _) = node { level } else { 0 };
        read(text).into_iter().map(level).collect::<Vec<_>>()
    };
    assert_eq!(levels("# a\n\n###### b\n\n#### c\n\n## d"), [2, 3, 4, 3]);
}

#[test]
fn lists_of_tasks_and_tables_with_sides() {
    let [Node::Element(Element::Bullets, items)] = &read("- [x] done\n- [ ] to do\n- else")[..] else { panic!() };
    let tasks: Vec<_> =
        items.iter().map(|item| if let Node::Element(Element::Item(task), _) = item { *task } else { None }).collect();
    assert_eq!(tasks, [Some(true), Some(false), None]);
    let cell =
        |side, words: &str| element(Element::Cell(side), if words.is_empty() { vec![] } else { vec![text(words)] });
    let head = element(Element::Head, [cell(Side::Start, "a"), cell(Side::Middle, "b"), cell(Side::End, "c")]);
    let row = element(Element::Row, [cell(Side::Start, "1"), cell(Side::Middle, "2"), cell(Side::End, "")]);
    assert_eq!(read("|a|b|c|\n|---|:-:|--:|\n|1|2|"), [element(Element::Table, [head, row])]);
}

#[test]
fn notes_stand_at_the_end_in_the_order_in_which_they_are_mentioned() {
    let said = read("Beans[^b] and rain[^a].\n\n[^a]: wet\n\n[^b]: *green*\n");
    let green = element(Element::Emphasis, [text("green")]);
    let notes =
        [element(Element::Note(1), [paragraph([green])]), element(Element::Note(2), [paragraph([text("wet")])])];
    let first = paragraph([text("Beans"), Node::Mention(1), text(" and rain"), Node::Mention(2), text(".")]);
    assert_eq!(said, [first, element(Element::Notes, notes)]);
}

#[test]
fn pictures_with_and_without_words_beside_them() {
    let said = read("![a *bean*](bean.png)\n\nSee ![](b.png) here.");
    let first = Picture { address: "bean.png".into(), words: "a bean".into(), alone: true };
    assert_eq!(said[0], Node::Picture(first.clone()));
    let second = Node::Picture(Picture { address: "b.png".into(), words: String::new(), alone: false });
    assert_eq!(said[1], paragraph([text("See "), second, text(" here.")]));
    assert_eq!(pictures(&said), [&first]);
}

#[test]
fn maths_is_shown_and_what_is_none_is_as_it_was_written() {
    assert!(matches!(&read("$x^2$")[..], [Node::Element(_, parts)] if matches!(&parts[..], [Node::Maths(_, false)])));
    assert!(
        matches!(&read("$$\nx\n$$")[..], [Node::Element(_, parts)] if matches!(&parts[..], [Node::Maths(_, true)]))
    );
    for plain in ["It cost $5 and $10.", "From $5-$10 each", "$\\unknown{x}$ and $$\\frac{1$$", "a $ b $ c"] {
        assert_eq!(read(plain), [paragraph([text(plain)])], "{plain}");
    }
}

#[test]
fn nothing_nests_without_end_and_no_word_is_lost() {
    let quotes = format!("{}deep", ">".repeat(5000));
    let stars = format!("{}deep{}", "*a **b ".repeat(3000), "** *".repeat(3000));
    let lists = format!("{}deep", "- ".repeat(3000));
    for hostile in [quotes, stars, lists] {
        let said = read(&hostile);
        assert!(depth(&said) <= DEEPEST + 1);
        assert!(words(&said).contains("deep"));
    }
}

#[test]
fn a_table_that_grows_with_the_square_of_its_text_is_cut() {
    let columns = 600;
    let hostile = format!("|{}\n|{}\n{}", "a|".repeat(columns), "-|".repeat(columns), "|x\n".repeat(600));
    assert!(count(&read(&hostile)) <= MOST + 2);
}

#[test]
fn what_is_cut_is_shown_once() {
    let list = "- a\n".repeat(MOST);
    // An item has three events and such a paragraph five, so that the cut falls on each of the three.
    for before in 0..3 {
        let hostile = format!("{}{list}", "**b**\n\n".repeat(before));
        let written = hostile.matches(['a', 'b']).count();
        assert_eq!(words(&read(&hostile)).matches(['a', 'b']).count(), written);
    }
}

proptest! {
    #[test]
    fn any_text_has_a_meaning_within_bounds(said in any::<String>()) {
        let nodes = read(&said);
        prop_assert!(depth(&nodes) <= DEEPEST + 1);
        prop_assert!(count(&nodes) <= MOST + 2);
    }

    #[test]
    fn every_file_can_be_named_in_a_text(name in "[^\u{0}]{1,30}") {
        let said = read(&picture::reference(&name, "words"));
        let found = pictures(&said);
        prop_assert_eq!(found.len(), 1, "{:?}", said);
        prop_assert!(picture::names(&found[0].address, &name), "{:?} is not {:?}", found[0].address, name);
        prop_assert_eq!(&found[0].words, "words");
    }
}
