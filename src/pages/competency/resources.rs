//! What there is to learn it from: the framework's ideas and links of one's own, which were used and which helped.

mod add;

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
    /// How it is told apart: the words of an idea, or the address of a link.
    what: String,
    /// The title of a link of one's own.
    link: Option<String>,
}

impl Resource {
    fn name(&self) -> &str {
        match &self.link {
            Some(title) if !title.is_empty() => title,
            _ => &self.what,
        }
    }
}

/// All of it, and a way to add more.
#[component]
pub fn Resources(id: ItemId, ideas: Vec<String>) -> impl IntoView {
    let state = AppState::expect();
    let of = id.clone();
    let notes = Memo::new(move |_| state.watch(&["notes"], |world| world.portfolio.notes(&of).cloned()).flatten());
    let all = Memo::new(move |_| {
        let ideas = ideas.iter().map(|idea| Resource { what: idea.clone(), link: None });
        let own = notes.get().into_iter().flat_map(|notes| notes.links);
        ideas.chain(own.map(|Link { url, title }| Resource { what: url, link: Some(title) })).collect::<Vec<_>>()
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
    let shown = match &resource.link {
        Some(_) => {
            let href = resource.what.clone();
            view! {
                <a href=href rel="noopener noreferrer" target="_blank">
                    {name.clone()}
                </a>
            }
            .into_any()
        }
        None => name.clone().into_any(),
    };
    let what = StoredValue::new(resource.what);
    let has = move |mark| {
        let has = |notes: &Notes| {
            let marked = if mark == Mark::Used { &notes.used } else { &notes.helped };
            what.with_value(|what| marked.contains(what))
        };
        notes.with(|notes| notes.as_ref().is_some_and(has))
    };
    let set = move |mark, so| {
        state.attempt(Intent::MarkResource { competency: competency.get_value(), what: what.get_value(), mark, so });
    };
    let tick = move |mark: Mark, words: &'static str, label: String| {
        view! {
            <label class="choice small">
                <input
                    type="checkbox"
                    aria-label=label
                    prop:checked=move || has(mark)
                    on:change:target=move |event| set(mark, event.target().checked())
                />
                {words}
            </label>
        }
    };
    let remove = move |_| {
        let intent = Intent::RemoveResource { competency: competency.get_value(), url: what.get_value() };
        state.attempt_aloud(intent, t::competency::link_removed());
    };
    let take_away = resource.link.is_some().then(|| {
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
