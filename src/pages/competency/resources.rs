//! What there is to learn it from: the framework's ideas and links of one's own, which were used and which helped.

mod add;

use std::collections::BTreeSet;

use leptos::prelude::*;
use portfolio::intent::Mark;
use portfolio::model::{Link, Notes};
use portfolio::{Intent, ItemId};

use crate::i18n::t;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};
use add::AddLink;

/// Something to learn from.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Resource {
    /// How it is told apart: an idea of the framework by the words in which it was adopted, a link by its address.
    what: String,
    /// Its words: those of an idea in the language of now, the title of a link.
    words: String,
    is_link: bool,
}

impl Resource {
    fn name(&self) -> &str {
        if self.words.is_empty() { &self.what } else { &self.words }
    }

    /// What it is marked by. A mark that was set before ideas were told apart in every language hangs on their words.
    fn marked_by<'a>(&'a self, marked: &BTreeSet<String>) -> Option<&'a str> {
        let words = (!self.is_link).then_some(self.words.as_str());
        std::iter::once(self.what.as_str()).chain(words).find(|by| marked.contains(*by))
    }
}

/// All of it, and a way to add more.
#[component]
pub fn Resources(
    id: ItemId,
    /// The framework's ideas: what each is told apart by, and its words.
    ideas: Vec<(String, String)>,
) -> impl IntoView {
    let state = AppState::expect();
    let of = id.clone();
    let notes = Memo::new(move |_| state.watch(&["notes"], |world| world.portfolio.notes(&of).cloned()).flatten());
    let all = Memo::new(move |_| {
        let ideas = ideas.iter().cloned().map(|(what, words)| Resource { what, words, is_link: false });
        let own = notes.get().into_iter().flat_map(|notes| notes.links);
        ideas
            .chain(own.map(|Link { url, title }| Resource { what: url, words: title, is_link: true }))
            .collect::<Vec<_>>()
    });
    let competency = StoredValue::new(id.clone());
    view! {
        <section class="stack stack-tight" aria-labelledby="learn-it">
            <h2 id="learn-it" class="aside-title">
                {t::competency::learn()}
            </h2>
            <ul role="list" class="lines">
                <For each=move || all.get() key=Clone::clone let(resource)>
                    <ResourceRow resource competency notes />
                </For>
            </ul>
            <AddLink id />
        </section>
    }
}

#[component]
fn ResourceRow(resource: Resource, competency: StoredValue<ItemId>, notes: Memo<Option<Notes>>) -> impl IntoView {
    let state = AppState::expect();
    let name = resource.name().to_owned();
    let shown = match resource.is_link {
        true => {
            let href = resource.what.clone();
            view! {
                <a href=href rel="noopener noreferrer" target="_blank">
                    {name.clone()}
                </a>
            }
            .into_any()
        }
        false => name.clone().into_any(),
    };
    let is_link = resource.is_link;
    let resource = StoredValue::new(resource);
    let marked_by = move |mark| {
        let by = |notes: &Notes| {
            let marked = if mark == Mark::Used { &notes.used } else { &notes.helped };
            resource.with_value(|resource| resource.marked_by(marked).map(str::to_owned))
        };
        notes.with(|notes| notes.as_ref().and_then(by))
    };
    let set = move |mark, so| {
        let what = untrack(|| marked_by(mark)).unwrap_or_else(|| resource.with_value(|resource| resource.what.clone()));
        state.attempt(Intent::MarkResource { competency: competency.get_value(), what, mark, so });
    };
    let tick = move |mark: Mark, words: &'static str, label: String| {
        view! {
            <label class="choice small">
                <input
                    type="checkbox"
                    aria-label=label
                    prop:checked=move || marked_by(mark).is_some()
                    on:change:target=move |event| set(mark, event.target().checked())
                />
                {words}
            </label>
        }
    };
    let remove = move |_| {
        let intent = Intent::RemoveResource {
            competency: competency.get_value(),
            url: resource.with_value(|resource| resource.what.clone()),
        };
        state.attempt_aloud(intent, t::competency::link_removed());
    };
    let take_away = is_link.then(|| {
        view! {
            <button
                type="button"
                class="button button-icon"
                aria-label=t::competency::link_remove(&name)
                on:click=remove
            >
                <Icon glyph=Glyph::Remove />
            </button>
        }
    });
    view! {
        <li class="stack stack-tight">
            <span class="resource-name">{shown}</span>
            <span class="row">
                {tick(Mark::Used, t::competency::used(), t::competency::used_named(&name))}
                {tick(Mark::Helped, t::competency::helped(), t::competency::helped_named(&name))}
                {take_away}
            </span>
        </li>
    }
}
