//! Markdown as elements: from the tree of what a text means straight to nodes, never through a string of HTML.
//!
//! What could reach out or run is left out: raw HTML stands as its characters, pictures are those of the piece and no others, and
//! only http, https and mailto lead anywhere.

mod maths;
mod pictures;

use leptos::prelude::*;
use portfolio::intent::artifacts::is_safe_link;
use writing::document::{self, Element, Node, Side};

use crate::i18n::t;
use maths::formula;
use pictures::picture;
pub use pictures::{Pictures, beside};

/// The text as elements, headings below the page's own.
#[component]
pub fn Markdown(
    /// What was written.
    #[prop(into)]
    text: String,
    /// The pictures that it can show; without them it shows none.
    #[prop(optional)]
    pictures: Option<Pictures>,
) -> impl IntoView {
    view! { <div class="markdown">{shown(&document::read(&text), pictures)}</div> }
}

/// Parts of a text as views.
fn shown(nodes: &[Node], pictures: Option<Pictures>) -> Vec<AnyView> {
    nodes.iter().map(|node| part(node, pictures)).collect()
}

/// A part of a text as a view.
pub fn part(node: &Node, pictures: Option<Pictures>) -> AnyView {
    match node {
        Node::Text(words) => words.clone().into_any(),
        Node::Code(code) => view! { <code>{code.clone()}</code> }.into_any(),
        Node::Maths(maths, in_lines) => formula(maths, *in_lines),
        Node::Picture(named) => picture(named, pictures),
        Node::Mention(number) => view! { <sup class="mention">{*number}</sup> }.into_any(),
        Node::Break => view! { <br /> }.into_any(),
        Node::Rule => view! { <hr /> }.into_any(),
        Node::Element(element, parts) => whole(element, parts, pictures),
    }
}

fn whole(element: &Element, parts: &[Node], pictures: Option<Pictures>) -> AnyView {
    if *element == Element::Table {
        return table(parts, pictures);
    }
    let content = shown(parts, pictures);
    match element {
        Element::Paragraph => view! { <p>{content}</p> }.into_any(),
        Element::Heading(2) => view! { <h2>{content}</h2> }.into_any(),
        Element::Heading(3) => view! { <h3>{content}</h3> }.into_any(),
        Element::Heading(4) => view! { <h4>{content}</h4> }.into_any(),
        Element::Heading(_) => view! { <h5>{content}</h5> }.into_any(),
        Element::Quote => view! { <blockquote>{content}</blockquote> }.into_any(),
        Element::Code => view! { <pre tabindex="0"><code>{content}</code></pre> }.into_any(),
        Element::Bullets => view! { <ul>{content}</ul> }.into_any(),
        Element::Numbers(first) => view! { <ol start=first.to_string()>{content}</ol> }.into_any(),
        Element::Item(None) => view! { <li>{content}</li> }.into_any(),
        Element::Item(Some(is_done)) => task(*is_done, content),
        Element::Emphasis => view! { <em>{content}</em> }.into_any(),
        Element::Strong => view! { <strong>{content}</strong> }.into_any(),
        Element::Struck => view! { <s>{content}</s> }.into_any(),
        Element::Link(address) => link(address, content),
        Element::Notes => view! { <ol class="notes" aria-label=t::writing::notes()>{content}</ol> }.into_any(),
        Element::Note(number) => view! { <li value=number.to_string()>{content}</li> }.into_any(),
        Element::Table | Element::Head | Element::Row | Element::Cell(_) | Element::Group => content.into_any(),
    }
}

fn task(is_done: bool, content: Vec<AnyView>) -> AnyView {
    let (sign, word) = if is_done { ("☑", t::writing::task_done()) } else { ("☐", t::writing::task_open()) };
    view! {
        <li class="task">
            <span class="task-sign" role="img" aria-label=word>
                {sign}
            </span>
            <div>{content}</div>
        </li>
    }
    .into_any()
}

fn table(rows: &[Node], pictures: Option<Pictures>) -> AnyView {
    let head = |part: &&Node| matches!(part, Node::Element(Element::Head, _));
    let of = |part: &Node, is_head: bool| {
        let Node::Element(_, cells) = part else { return ().into_any() };
        let cells = cells.iter().map(|part| cell(part, is_head, pictures)).collect::<Vec<_>>();
        view! { <tr>{cells}</tr> }.into_any()
    };
    let heads: Vec<_> = rows.iter().filter(head).map(|part| of(part, true)).collect();
    let body: Vec<_> = rows.iter().filter(|part| !head(part)).map(|part| of(part, false)).collect();
    view! {
        <div class="table-scroll" role="group" aria-label=t::writing::table() tabindex="0">
            <table>
                <thead>{heads}</thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn cell(part: &Node, is_head: bool, pictures: Option<Pictures>) -> AnyView {
    let Node::Element(Element::Cell(side), words) = part else { return ().into_any() };
    let class = match side {
        Side::Start => "cell",
        Side::Middle => "cell cell-middle",
        Side::End => "cell cell-end",
    };
    let content = shown(words, pictures);
    if is_head {
        view! { <th class=class scope="col">{content}</th> }.into_any()
    } else {
        view! { <td class=class>{content}</td> }.into_any()
    }
}

/// A link to where links may lead; other addresses lead nowhere, and their words are only words.
fn link(address: &str, content: Vec<AnyView>) -> AnyView {
    if is_safe_link(address) {
        view! { <a href=address.to_owned() target="_blank" rel="noopener noreferrer">{content}</a> }.into_any()
    } else {
        view! { <span>{content}</span> }.into_any()
    }
}
