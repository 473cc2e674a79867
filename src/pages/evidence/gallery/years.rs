//! The years of a timeline, to go to.

use leptos::prelude::*;

use super::found::Found;
use crate::i18n::t;
use crate::ui::long_list::Whereabouts;

/// A button for each year; the one that is in sight is marked.
#[component]
pub fn Years(found: Memo<Found>, whereabouts: Whereabouts) -> impl IntoView {
    let years = Memo::new(move |_| {
        let year = |group: &crate::ui::long_list::Group| Some((group.key.clone(), group.heading.clone()?));
        found.with(|found| found.groups.iter().filter_map(year).collect::<Vec<_>>())
    });
    view! {
        <Show when=move || years.with(|years| years.len() > 1)>
            <nav class="years" aria-label=t::find::years()>
                <ul role="list" class="chips">
                    <For each=move || years.get() key=|(key, _)| key.clone() let((key, words))>
                        <li>
                            <YearButton key words whereabouts />
                        </li>
                    </For>
                </ul>
            </nav>
        </Show>
    }
}

#[component]
fn YearButton(key: String, words: String, whereabouts: Whereabouts) -> impl IntoView {
    let of = key.clone();
    let is_here = move || whereabouts.group.with(|group| group.as_ref() == Some(&of));
    view! {
        <button
            type="button"
            class="chip"
            aria-current=move || is_here().then_some("true")
            on:click=move |_| whereabouts.wanted.set(Some(key.clone()))
        >
            {words}
        </button>
    }
}
