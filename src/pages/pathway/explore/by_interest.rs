//! Exploring by what one likes: one's own interests at hand, and in which subjects they lead somewhere.

use leptos::prelude::*;

use crate::components::interests;
use crate::i18n::t;
use crate::state::AppState;

/// What a part of the address says, and the way to say something else.
type Query = (Memo<Option<String>>, SignalSetter<Option<String>>);

/// The learner's interests that lead somewhere, each to be pressed and let go.
#[component]
pub fn MyInterests(interest: Query, offered: Signal<Vec<String>>) -> impl IntoView {
    let state = AppState::expect();
    let mine = Memo::new(move |_| {
        let mine = state.watch(&["learner"], |world| world.portfolio.learner().interests.clone()).unwrap_or_default();
        // As the framework writes them, since that is what the address asks for.
        let leads = |tag: &String| mine.iter().any(|interest| search::fold::same_words(interest, tag));
        offered.get().into_iter().filter(leads).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || !mine.read().is_empty()>
            <div class="chips" role="group" aria-label=t::pathway::my_interests()>
                <span class="soft small" aria-hidden="true">
                    {t::pathway::my_interests()}
                </span>
                <For each=move || mine.get() key=Clone::clone let(tag)>
                    <Switch words=interests::words(&tag) value=tag query=interest />
                </For>
            </div>
        </Show>
    }
}

/// In which subjects something was found, and how much, where an interest leads across several.
#[component]
pub fn Across(subject: Query, found: Signal<Vec<(String, usize)>>) -> impl IntoView {
    view! {
        <Show when=move || { found.with(|found| found.len() > 1) }>
            <div class="chips" role="group" aria-label=t::pathway::across()>
                <span class="soft small" aria-hidden="true">
                    {t::pathway::across()}
                </span>
                <For each=move || found.get() key=Clone::clone let((name, count))>
                    <Switch words=t::pathway::in_subject(&name, count) value=name query=subject />
                </For>
            </div>
        </Show>
    }
}

/// One value of a part of the address, on or off.
#[component]
fn Switch(words: String, value: String, query: Query) -> impl IntoView {
    let (now, set) = query;
    let mine = value.clone();
    let is_on = move || now.with(|now| now.as_ref() == Some(&mine));
    let press = move |_| {
        let is_on = now.with_untracked(|now| now.as_ref() == Some(&value));
        set.set((!is_on).then(|| value.clone()));
    };
    view! {
        <button type="button" class="chip" aria-pressed=move || is_on().to_string() on:click=press>
            <bdi>{words}</bdi>
        </button>
    }
}
