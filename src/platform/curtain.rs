//! What stands on the page, kept as a tree of plain values for the next start: `public/boot.js` draws it before any code of the app is
//! there, and the head of the first place takes it away (`page::raise_curtain`).

use serde::Serialize;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Node};

pub use super::local::LocalError;
use super::{globals, local, page};

/// The elements that are drawn again: what shows words, links and line drawings. Nothing that runs or loads is among them.
const ELEMENTS: [&str; 21] = [
    "a", "article", "aside", "button", "div", "h1", "h2", "h3", "header", "li", "main", "nav", "ol", "p", "path",
    "section", "small", "span", "strong", "svg", "ul",
];

/// And what of them decides how they look, and where links lead.
const ATTRIBUTES: [&str; 7] = ["aria-current", "class", "d", "href", "lang", "role", "viewBox"];

/// The class of what stands there for a moment only.
const PASSING: &str = "toasts";

/// An element by its name, with its attributes and what is in it; or words.
#[derive(Serialize)]
#[serde(untagged)]
enum Drawn {
    Element(String, BTreeMap<&'static str, String>, Vec<Drawn>),
    Words(String),
}

/// What is kept, with a mark of the build that drew it and of what that went by to choose its language: under another one it is of no
/// use.
#[derive(Serialize)]
struct Kept {
    mark: String,
    shell: Drawn,
}

/// Keeps what stands on the page for the profile's next start; `language` is what the person chose, if they did. Does nothing where
/// the app does not stand there.
///
/// # Errors
/// Storage that is blocked or full; nothing is kept then.
pub fn keep(profile: &str, language: Option<&str>) -> Result<(), LocalError> {
    let languages = globals::window().map(|window| window.navigator().languages().to_string());
    let languages = languages.map(String::from).unwrap_or_default();
    let mark = format!("{} {} {languages}", page::build(), language.unwrap_or_default());
    let shell = globals::document().ok().and_then(|document| document.query_selector("body > .shell").ok().flatten());
    let Some(shell) = shell.and_then(|shell| drawn(&shell)) else { return Ok(()) };
    let kept = local::set(&key(profile), &Kept { mark, shell });
    if kept.is_err() {
        forget(profile);
    }
    kept
}

/// Forgets what was kept for a profile.
pub fn forget(profile: &str) {
    local::remove(&key(profile));
}

fn drawn(element: &Element) -> Option<Drawn> {
    let name = element.local_name();
    let is_passing = element.get_attribute("class").is_some_and(|class| class == PASSING);
    (ELEMENTS.contains(&name.as_str()) && !is_passing).then_some(())?;
    let attribute = |name: &&'static str| Some((*name, element.get_attribute(name)?));
    let attributes = ATTRIBUTES.iter().filter_map(attribute).collect();
    let inside = std::iter::successors(element.first_child(), Node::next_sibling);
    Some(Drawn::Element(name, attributes, inside.filter_map(|node| part(&node)).collect()))
}

fn part(node: &Node) -> Option<Drawn> {
    match node.node_type() {
        Node::TEXT_NODE => node.text_content().map(Drawn::Words),
        Node::ELEMENT_NODE => drawn(node.unchecked_ref()),
        // Marks of the framework.
        _ => None,
    }
}

fn key(profile: &str) -> String {
    format!("cairn.curtain.{profile}")
}
