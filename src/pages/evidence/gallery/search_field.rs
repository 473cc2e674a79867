//! The field of the search. All that is typed until it is empty again is one step of the history, which emptying it takes back.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use platform::history;

use super::asked::{Asked, WORDS};
use crate::i18n::t;
use crate::routes::{Place, QueryText};

/// By this name a step of the history says that typing began it.
const TYPED: &str = "typed";

/// The field.
#[component]
pub fn SearchField(asked: Asked, id: &'static str) -> impl IntoView {
    let address = address_with();
    let navigate = use_navigate();
    // What was typed since the browser was asked to go back.
    let meanwhile = StoredValue::new(None::<String>);
    let look_for = move |words: String| {
        if meanwhile.read_value().is_some() {
            meanwhile.set_value(Some(words));
            return;
        }
        let begins = untrack(|| asked.words()).is_empty();
        let is_own_step = begins || history::kept(TYPED).is_some();
        let done = match QueryText::new(words) {
            None if begins => Ok(()),
            None if is_own_step => {
                let goes = history::go_back();
                meanwhile.set_value(goes.is_ok().then(String::new));
                goes
            }
            words => {
                let begun = if begins { history::begin() } else { Ok(()) };
                navigate(
                    &address(words),
                    NavigateOptions { scroll: false, replace: true, ..NavigateOptions::default() },
                );
                begun.and_then(|()| if is_own_step { history::keep(TYPED, "yes") } else { Ok(()) })
            }
        };
        if let Err(error) = done {
            leptos::logging::warn!("Back leads elsewhere than to before the search: {error}");
        }
    };
    let go_on = look_for.clone();
    Effect::new(move |_| {
        if asked.words().is_empty()
            && let Some(words) = meanwhile.try_update_value(Option::take).flatten()
        {
            go_on(words);
        }
    });
    view! {
        <form role="search" class="grow" on:submit=|event| event.prevent_default()>
            <label class="visually-hidden" for=id>
                {t::evidence::search()}
            </label>
            <input
                id=id
                type="search"
                class="input evidence-search"
                autocomplete="off"
                placeholder=t::evidence::search()
                prop:value=move || asked.words()
                on:input:target=move |event| look_for(event.target().value())
            />
        </form>
    }
}

/// The address of now, with other words to look for.
fn address_with() -> impl Fn(Option<QueryText>) -> String + Clone {
    let query = use_query_map();
    move |words| {
        let mut query = query.get_untracked();
        query.remove(WORDS);
        if let Some(words) = words {
            query.insert(WORDS, words.to_string());
        }
        format!("{}{}", Place::Evidence, query.to_query_string())
    }
}
