//! Blocks as elements.

use leptos::html;
use leptos::prelude::*;
use reading::{Block, Kind, Part, Reading};

use super::files::Files;
use super::lines::Lines;
use super::more::{More, Shown};
use super::table::TableOf;
use crate::components::markdown::Markdown;
use crate::i18n::t;

/// Blocks that are shown at a time: some pages.
const STEP: usize = 60;

/// What the blocks belong to.
#[derive(Clone, Copy)]
struct Whole<'n> {
    kind: Kind,
    name: &'n str,
    /// How many rows or files there are in all, if more than are here.
    total: Option<usize>,
}

/// What a file of this kind and name says.
#[component]
pub fn Blocks(reading: Reading, kind: Kind, name: String) -> impl IntoView {
    let Reading { blocks, total, .. } = reading;
    let groups = grouped(blocks);
    let (shown, whole) = (Shown::of(groups.len(), STEP), NodeRef::<html::Div>::new());
    let (groups, name) = (StoredValue::new(groups), StoredValue::new(name));
    let is_document = matches!(kind, Kind::Document | Kind::Slides);
    let group = move |index: usize| {
        groups.with_value(|groups| {
            groups.get(index).map(|group| view_of(group, Whole { kind, name: &name.read_value(), total }))
        })
    };
    view! {
        <div class="reading" class:markdown=is_document class:reading-document=kind == Kind::Document tabindex="-1" node_ref=whole>
            <For each=move || 0..shown.count() key=|index| *index let(index)>
                {group(index)}
            </For>
        </div>
        <More shown whole />
    }
}

/// Blocks that belong together: the parts of a list, or one of anything else.
fn grouped(blocks: Vec<Block>) -> Vec<Vec<Block>> {
    let mut groups: Vec<Vec<Block>> = Vec::new();
    let is_item = |block: &Block| matches!(block, Block::Item(..));
    for block in blocks {
        match groups.last_mut().filter(|group| is_item(&block) && group.iter().all(is_item)) {
            Some(list) => list.push(block),
            None => groups.push(vec![block]),
        }
    }
    groups
}

fn view_of(group: &[Block], whole: Whole<'_>) -> AnyView {
    let items: Vec<(u8, &str)> = group.iter().filter_map(item).collect();
    if items.is_empty() {
        group.iter().map(|block| alone(block, whole)).collect_view().into_any()
    } else {
        list(&items)
    }
}

fn item(block: &Block) -> Option<(u8, &str)> {
    match block {
        Block::Item(depth, words) => Some((*depth, words)),
        _ => None,
    }
}

/// A list, with what stands deeper in lists of its own.
fn list(items: &[(u8, &str)]) -> AnyView {
    let mut rest = items;
    let mut parts = Vec::new();
    while let Some(((depth, words), after)) = rest.split_first() {
        let deeper = after.iter().position(|(other, _)| other <= depth).unwrap_or(after.len());
        let (within, next) = after.split_at(deeper);
        let within = (!within.is_empty()).then(|| list(within));
        parts.push(view! { <li><span class="reading-words">{words.to_string()}</span> {within}</li> }.into_any());
        rest = next;
    }
    view! { <ul>{parts}</ul> }.into_any()
}

fn alone(block: &Block, whole: Whole<'_>) -> AnyView {
    let Whole { kind, name, total } = whole;
    match block {
        Block::Text(text) => view! { <Lines text=text.clone() kind name=name.to_owned() /> }.into_any(),
        Block::Markdown(text) => view! { <Markdown text=text.clone() /> }.into_any(),
        Block::Heading(level, words) => heading(*level, words.clone()),
        Block::Paragraph(words) => view! { <p class="reading-words">{words.clone()}</p> }.into_any(),
        Block::Item(_, words) => list(&[(0, words)]),
        Block::Table(table) => view! { <TableOf table=table.clone() name total /> }.into_any(),
        Block::Output(words) => view! {
            <pre class="output" role="group" aria-label=t::reading::output() tabindex="0">
                {words.clone()}
            </pre>
        }
        .into_any(),
        Block::Picture(picture) => {
            let alt = if picture.words.is_empty() { t::reading::drawn().to_owned() } else { picture.words.clone() };
            view! { <img class="figure-image" src=picture.address() alt=alt /> }.into_any()
        }
        Block::Hidden(form) => view! { <p class="soft small">{t::reading::hidden(form)}</p> }.into_any(),
        Block::Files(files) => view! { <Files files=files.clone() name=name.to_owned() total /> }.into_any(),
        Block::Part(part, blocks) => part_of(part, blocks, kind),
    }
}

fn part_of(part: &Part, blocks: &[Block], kind: Kind) -> AnyView {
    let (label, class) = match part {
        Part::Slide(number) => (t::reading::slide(number), "reading-part slide"),
        Part::Sheet(name) => (t::reading::sheet(name), "reading-part"),
        Part::Code(Some(run)) => (t::reading::code_run(run), "reading-part code-cell"),
        Part::Code(None) => (t::reading::code().to_owned(), "reading-part code-cell"),
    };
    let words = label.clone();
    let whole = Whole { kind, name: &label, total: None };
    let groups = grouped(blocks.to_vec()).iter().map(|group| view_of(group, whole)).collect_view();
    view! {
        <div class=class role="group" aria-label=label>
            <p class="reading-label small" aria-hidden="true">
                {words}
            </p>
            {groups}
        </div>
    }
    .into_any()
}

fn heading(level: u8, words: String) -> AnyView {
    match level {
        ..=2 => view! { <h2>{words}</h2> }.into_any(),
        3 => view! { <h3>{words}</h3> }.into_any(),
        4 => view! { <h4>{words}</h4> }.into_any(),
        _ => view! { <h5>{words}</h5> }.into_any(),
    }
}
