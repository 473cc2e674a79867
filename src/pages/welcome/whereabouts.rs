//! Where I am: in each subject the furthest "I can" that is true.

use std::collections::BTreeMap;

use leptos::prelude::*;
use portfolio::{Framework, Intent, ItemId};

use crate::i18n::t;
use crate::state::{AppState, World};

/// The choices of one subject, in the framework's order.
#[derive(Clone, PartialEq)]
struct Subject {
    name: String,
    choices: Vec<(ItemId, String)>,
}

fn subjects(world: World<'_>) -> Vec<Subject> {
    world.frameworks.iter().flat_map(subjects_of).collect()
}

fn subjects_of(framework: &Framework) -> Vec<Subject> {
    let named = |name: &str| {
        let of_subject = framework.competencies().filter(|item| item.subjects.iter().any(|subject| subject == name));
        let choices = of_subject.map(|item| (item.id.clone(), item.statement.clone()));
        Subject { name: name.to_owned(), choices: choices.collect() }
    };
    framework.subjects().into_iter().map(named).filter(|subject| !subject.choices.is_empty()).collect()
}

/// One list a subject, and one step that makes the claims; undone as one, too.
#[component]
pub fn WhereStep(next: Callback<()>) -> impl IntoView {
    let state = AppState::expect();
    let subjects = Memo::new(move |_| state.watch(&["framework"], subjects).unwrap_or_default());
    let furthest = RwSignal::new(BTreeMap::<String, ItemId>::new());
    let start = move |_| {
        let competencies: Vec<ItemId> = furthest.with_untracked(|furthest| furthest.values().cloned().collect());
        if competencies.is_empty()
            || state.attempt_aloud(Intent::PlaceSelf { furthest: competencies }, t::welcome::placed()).is_some()
        {
            next.run(());
        }
    };
    view! {
        <div class="stack">
            <For each=move || subjects.get() key=|subject| subject.name.clone() let(subject)>
                <SubjectChoice subject furthest />
            </For>
            <Show when=move || subjects.read().is_empty()>
                <p class="soft">{t::welcome::place_no_framework()}</p>
            </Show>
            <div class="row">
                <button type="button" class="button button-main" on:click=start>
                    {t::welcome::start()}
                </button>
            </div>
        </div>
    }
}

#[component]
fn SubjectChoice(subject: Subject, furthest: RwSignal<BTreeMap<String, ItemId>>) -> impl IntoView {
    let Subject { name, choices } = subject;
    let group = StoredValue::new(name.clone());
    let none = move |_| {
        furthest.update(|furthest| {
            furthest.remove(&group.get_value());
        });
    };
    let options = choices
        .into_iter()
        .map(|(id, statement)| {
            let choose = move |_| {
                furthest.update(|furthest| {
                    furthest.insert(group.get_value(), id.clone());
                });
            };
            view! {
                <label class="choice">
                    <input type="radio" name=group.get_value() on:change=choose />
                    <span>{statement}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <details class="card">
            <summary>{name.clone()}</summary>
            <fieldset class="placing-choices stack stack-tight">
                <legend class="visually-hidden">{name}</legend>
                <label class="choice">
                    <input type="radio" name=group.get_value() checked=true on:change=none />
                    <span class="soft">{t::welcome::place_none()}</span>
                </label>
                {options}
            </fieldset>
        </details>
    }
}
