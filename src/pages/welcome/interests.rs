//! What I like.

use leptos::prelude::*;

use crate::components::interests::Interests;
use crate::i18n::t;

/// Offers the tags; each press is stored.
#[component]
pub fn InterestsStep(next: Callback<()>) -> impl IntoView {
    view! {
        <div class="stack">
            <Interests />
            <div class="row">
                <button type="button" class="button button-main" on:click=move |_| next.run(())>
                    {t::welcome::next()}
                </button>
            </div>
        </div>
    }
}
