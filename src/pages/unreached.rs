//! A place whose code is not on this device yet and could not be fetched: what happened, what is safe, what to do.

use leptos::prelude::*;

use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::state::AppState;

/// Shown instead of a place that did not arrive.
#[component]
pub fn Unreached() -> impl IntoView {
    let state = AppState::expect();
    view! {
        <div class="page page-narrow">
            <PageHead title=t::shell::unreached_title() lead=t::shell::unreached() />
            <p>
                <button type="button" class="button button-main" on:click=move |_| state.reload()>
                    {t::shell::retry()}
                </button>
            </p>
        </div>
    }
}
