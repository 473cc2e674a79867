//! Keeping a link of one's own.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use portfolio::{Intent, ItemId};

use crate::components::link_fields::{LinkFields, TypedLink};
use crate::i18n::t;
use crate::state::AppState;

/// A small form behind a fold.
#[component]
pub fn AddLink(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let link = TypedLink::new();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(read) = link.read() else { return };
        let keep = Intent::AddResource { competency: id.clone(), link: read };
        if state.attempt_aloud(keep, t::competency::link_kept()).is_some() {
            link.clear();
        }
    };
    view! {
        <details>
            <summary>{t::competency::link_add()}</summary>
            <form class="stack stack-tight" on:submit=add novalidate>
                <LinkFields link id="resource" />
                <p>
                    <button type="submit" class="button">
                        {t::competency::link_keep()}
                    </button>
                </p>
            </form>
        </details>
    }
}
