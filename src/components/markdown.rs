//! Markdown as elements: from the parser's events straight to nodes, never through a string of HTML.
//!
//! What could reach out or run is left out: raw HTML stands as its characters, remote pictures become links, and only http, https
//! and mailto lead anywhere.

use leptos::prelude::*;
use portfolio::intent::artifacts::is_safe_link;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

/// The text as elements, headings below the page's own.
#[component]
pub fn Markdown(#[prop(into)] text: String) -> impl IntoView {
    view! { <div class="markdown">{render(&text)}</div> }
}

/// An element that is open: what it is and what is in it so far.
struct Open<'text> {
    tag: Tag<'text>,
    content: Vec<AnyView>,
}

fn render(text: &str) -> Vec<AnyView> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut open: Vec<Open> = Vec::new();
    let mut done: Vec<AnyView> = Vec::new();
    let mut above = 1;
    for event in Parser::new_ext(text, options) {
        let node = match event {
            Event::Start(tag) => {
                open.push(Open { tag, content: Vec::new() });
                continue;
            }
            Event::End(_) => match open.pop() {
                Some(Open { tag: Tag::Heading { level, .. }, content }) => {
                    above = below(level, above);
                    heading(above, content)
                }
                Some(element) => {
                    let in_head = matches!(open.last(), Some(Open { tag: Tag::TableHead, .. }));
                    close(element, in_head)
                }
                None => continue,
            },
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => words.into_string().into_any(),
            Event::Code(code) => view! { <code>{code.into_string()}</code> }.into_any(),
            Event::SoftBreak => " ".into_any(),
            Event::HardBreak => view! { <br /> }.into_any(),
            Event::Rule => view! { <hr /> }.into_any(),
            Event::TaskListMarker(ticked) => (if ticked { "☑ " } else { "☐ " }).into_any(),
            Event::InlineMath(words) | Event::DisplayMath(words) | Event::FootnoteReference(words) => {
                words.into_string().into_any()
            }
        };
        open.last_mut().map_or(&mut done, |element| &mut element.content).push(node);
    }
    // An element that the parser left open still shows what is in it.
    while let Some(element) = open.pop() {
        open.last_mut().map_or(&mut done, |outer| &mut outer.content).extend(element.content);
    }
    done
}

fn close(element: Open<'_>, in_head: bool) -> AnyView {
    let content = element.content;
    match element.tag {
        Tag::Paragraph => view! { <p>{content}</p> }.into_any(),
        Tag::BlockQuote(_) => view! { <blockquote>{content}</blockquote> }.into_any(),
        Tag::CodeBlock(_) => view! { <pre tabindex="0"><code>{content}</code></pre> }.into_any(),
        Tag::List(None) => view! { <ul>{content}</ul> }.into_any(),
        Tag::List(Some(first)) => view! { <ol start=first.to_string()>{content}</ol> }.into_any(),
        Tag::Item => view! { <li>{content}</li> }.into_any(),
        Tag::Emphasis => view! { <em>{content}</em> }.into_any(),
        Tag::Strong => view! { <strong>{content}</strong> }.into_any(),
        Tag::Strikethrough => view! { <s>{content}</s> }.into_any(),
        Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => link(&dest_url, content),
        Tag::Table(_) => view! { <div class="table-scroll" tabindex="0"><table>{content}</table></div> }.into_any(),
        Tag::TableHead => view! { <thead><tr>{content}</tr></thead> }.into_any(),
        Tag::TableRow => view! { <tr>{content}</tr> }.into_any(),
        Tag::TableCell if in_head => view! { <th scope="col">{content}</th> }.into_any(),
        Tag::TableCell => view! { <td>{content}</td> }.into_any(),
        // Whatever else the parser may know one day is shown as its content.
        _ => content.into_any(),
    }
}

/// The level at which a text's heading stands on the page: one below its own, for the page has the h1, and never more than one below
/// the heading before.
fn below(level: HeadingLevel, above: u8) -> u8 {
    (level as u8 + 1).min(above + 1).min(5)
}

fn heading(level: u8, content: Vec<AnyView>) -> AnyView {
    match level {
        2 => view! { <h2>{content}</h2> }.into_any(),
        3 => view! { <h3>{content}</h3> }.into_any(),
        4 => view! { <h4>{content}</h4> }.into_any(),
        _ => view! { <h5>{content}</h5> }.into_any(),
    }
}

fn link(url: &str, content: Vec<AnyView>) -> AnyView {
    if is_safe_link(url) {
        view! { <a href=url.to_owned() target="_blank" rel="noopener noreferrer">{content}</a> }.into_any()
    } else {
        view! { <span>{content}</span> }.into_any()
    }
}
