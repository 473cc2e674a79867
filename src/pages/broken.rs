//! The storage of this browser refuses: what happened, what is safe, what to do.

use leptos::prelude::*;

use crate::components::page_head::PageHead;
use crate::components::shell::store_error;
use crate::i18n::t;
use crate::platform::store::StoreError;
use crate::state::AppState;

/// Shown instead of every place while no portfolio can be opened.
#[component]
pub fn Broken(error: StoreError) -> impl IntoView {
    let state = AppState::expect();
    view! {
        <div class="page page-narrow">
            <PageHead title=t::shell::broken_title() lead=store_error(&error) />
            <p>
                <button type="button" class="button button-main" on:click=move |_| state.reload()>
                    {t::shell::retry()}
                </button>
            </p>
        </div>
    }
}
