//! How the form of a way ends.

use leptos::prelude::*;

use crate::i18n::t;

/// Back without it, or on with it.
#[component]
pub fn FormEnd(
    close: Callback<()>,
    /// What is on the button that sends the form.
    keep: &'static str,
) -> impl IntoView {
    view! {
        <div class="row">
            <button type="button" class="button" on:click=move |_| close.run(())>
                {t::shell::cancel()}
            </button>
            <button type="submit" class="button button-main">
                {keep}
            </button>
        </div>
    }
}
