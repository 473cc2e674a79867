//! Words that two devices wrote at the same time: one is shown, and the other is one click away.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::EntityId;

use crate::i18n::t;
use crate::routes::Place;
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
                let history = format!("{}?of={}", Place::History(id.rest().to_owned()), field.name());
                let choose = move |_| state.bring_back(&entity, field, chosen.clone());
                view! {
                    <details class="card card-sunk">
                        <summary>{t::evidence::other_version()}</summary>
                        <p class="version-text">{text}</p>
                        <div class="row">
                            <button type="button" class="button" on:click=choose>
                                {t::evidence::use_version()}
                            </button>
                            <A href=history attr:class="button button-quiet">
                                {t::life::compare()}
                            </A>
                        </div>
                    </details>
                }
            }
        </For>
    }
}
