//! Words to find the piece by. Those used before are offered, so that one word is written one way.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use platform::page;
use portfolio::gallery;
use portfolio::intent::Wording;
use search::fold;

use super::Draft;
use crate::i18n::{self, t};
use crate::ui::field::{Field, describedby};
use crate::ui::fold::Fold;
use crate::ui::icon::{Glyph, Icon};

/// The most tags that are offered at once.
const OFFERED: usize = 8;
const FIELD: &str = "tag";

/// A fold with the tags, a field for more, and those used before.
#[component]
pub fn TagsFold(draft: Draft) -> impl IntoView {
    let state = draft.state();
    let query = RwSignal::new(String::new());
    let tags = Memo::new(move |_| draft.said().tags);
    let offered = Memo::new(move |_| {
        let (tags, begun) = (tags.get(), fold::tag(&query.get()));
        let fits =
            |tag: &str| fold::tag(tag).starts_with(&begun) && !tags.iter().any(|mine| fold::same_words(mine, tag));
        let offered: Option<Vec<String>> = state.watch(&["evidence"], |world| {
            gallery::tags(world.portfolio)
                .into_iter()
                .filter(|tag| fits(tag))
                .take(OFFERED)
                .map(str::to_owned)
                .collect()
        });
        offered.unwrap_or_default()
    });
    let about = Signal::derive(move || {
        let tags: Vec<String> = tags.get().into_iter().collect();
        if tags.is_empty() { t::tags::none().to_owned() } else { i18n::list(&tags) }
    });
    let add = move |words: String| {
        // Several may be written at once, with commas between them.
        for tag in words.split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
            draft.add_tag(tag.to_owned());
        }
        query.set(String::new());
        page::focus_when_drawn(FIELD.to_owned());
    };
    let key = move |event: KeyboardEvent| {
        let written = query.get_untracked();
        match event.key().as_str() {
            "Enter" | "," if !written.trim().is_empty() => {
                event.prevent_default();
                add(written);
            }
            "Backspace" if written.is_empty() => {
                if let Some(last) = tags.with_untracked(|tags| tags.last().cloned()) {
                    draft.remove_tag(last);
                }
            }
            _ => {}
        }
    };
    let remove = move |tag: String| {
        draft.remove_tag(tag);
        page::focus_when_drawn(FIELD.to_owned());
    };
    view! {
        <Fold title=t::tags::title() about>
            <ul role="list" class="chips" aria-label=t::tags::mine() aria-live="polite">
                <For each=move || tags.get() key=Clone::clone let(tag)>
                    <li>
                        <button
                            type="button"
                            class="chip"
                            aria-label=t::tags::remove(&tag)
                            on:click={
                                let tag = tag.clone();
                                move |_| remove(tag.clone())
                            }
                        >
                            <bdi>{tag.clone()}</bdi>
                            <Icon glyph=Glyph::Remove />
                        </button>
                    </li>
                </For>
            </ul>
            <Field id=FIELD label=t::tags::field() hint=t::tags::hint()>
                <div class="row tag-entry">
                    <input
                        id=FIELD
                        class="input grow"
                        maxlength=Wording::Tag.most_letters()
                        autocomplete="off"
                        autocapitalize="none"
                        enterkeyhint="done"
                        aria-describedby=describedby(FIELD)
                        bind:value=query
                        on:keydown=key
                    />
                    <button type="button" class="button" on:click=move |_| add(query.get_untracked())>
                        {t::tags::add()}
                    </button>
                </div>
            </Field>
            <Show when=move || !offered.read().is_empty()>
                <div class="stack stack-tight" role="group" aria-labelledby="tags-offered">
                    <p id="tags-offered" class="soft small">
                        {t::tags::used_before()}
                    </p>
                    <ul role="list" class="chips">
                        <For each=move || offered.get() key=Clone::clone let(tag)>
                            <li>
                                <button
                                    type="button"
                                    class="chip"
                                    on:click={
                                        let tag = tag.clone();
                                        move |_| add(tag.clone())
                                    }
                                >
                                    <Icon glyph=Glyph::Add />
                                    <bdi>{tag.clone()}</bdi>
                                </button>
                            </li>
                        </For>
                    </ul>
                </div>
            </Show>
        </Fold>
    }
}
