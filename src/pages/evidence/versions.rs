//! Words that two devices wrote at the same time: one is shown, and the other is one click away.

use leptos::prelude::*;
use portfolio::EntityId;

use crate::i18n::t;
use crate::state::{AppState, TextField};

/// The other versions of the piece's words, if there are any. Using one supersedes them all.
#[component]
pub fn Versions(id: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let fields = [TextField::Title, TextField::Text, TextField::Reflection];
    let others = {
        let id = id.clone();
        Memo::new(move |_| {
            state.track(id.as_str());
            let of = |field: TextField| state.other_versions(&id, field).into_iter().map(move |text| (field, text));
            fields.into_iter().flat_map(of).collect::<Vec<_>>()
        })
    };
    view! {
        <For each=move || others.get() key=|(field, text)| (field.name(), text.clone()) let((field, text))>
            {
                let (entity, chosen) = (id.clone(), text.clone());
                let choose = move |_| state.bring_back(&entity, field, chosen.clone());
                view! {
                    <details class="card card-sunk">
                        <summary>{t::evidence::other_version()}</summary>
                        <p class="version-text">{text}</p>
                        <p>
                            <button type="button" class="button" on:click=choose>
                                {t::evidence::use_version()}
                            </button>
                        </p>
                    </details>
                }
            }
        </For>
    }
}
