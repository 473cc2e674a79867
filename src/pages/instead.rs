//! What stands instead of a place: what happened, what is safe, what to do.

use leptos::prelude::*;
use platform::store::StoreError;

use crate::components::page_head::PageHead;
use crate::components::shell::store_error;
use crate::i18n::t;
use crate::state::AppState;

/// The storage of this browser refuses: shown instead of every place while no portfolio can be opened.
#[component]
pub fn Broken(error: StoreError) -> impl IntoView {
    view! { <TryAgain title=t::shell::broken_title() lead=store_error(&error) /> }
}

/// Code that is not on this device yet and could not be fetched: shown instead of a place that did not arrive.
#[component]
pub fn Unreached() -> impl IntoView {
    view! { <TryAgain title=t::shell::unreached_title() lead=t::shell::unreached() /> }
}

#[component]
fn TryAgain(title: &'static str, lead: &'static str) -> impl IntoView {
    let state = AppState::expect();
    view! {
        <div class="page page-narrow">
            <PageHead title lead />
            <p>
                <button type="button" class="button button-main" on:click=move |_| state.reload()>
                    {t::shell::retry()}
                </button>
            </p>
        </div>
    }
}
