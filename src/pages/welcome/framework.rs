//! What I work with.

use leptos::prelude::*;

use crate::components::framework_choice::FrameworkChoice;
use crate::i18n::t;

/// Adopts a framework, or goes on without one.
#[component]
pub fn FrameworkStep(next: Callback<()>) -> impl IntoView {
    view! {
        <div class="stack">
            <FrameworkChoice adopted=next />
            <div class="row">
                <button type="button" class="button button-quiet" on:click=move |_| next.run(())>
                    {t::welcome::skip()}
                </button>
            </div>
        </div>
    }
}
