//! What stands where a framework would be, when there is none.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::i18n::t;
use crate::routes::Place;

/// Says so, and leads to where one is adopted.
#[component]
pub fn NoFramework() -> impl IntoView {
    view! {
        <div class="empty">
            <p>{t::today::no_framework()}</p>
            <A href=format!("{}#frameworks", Place::Settings) attr:class="button button-main">
                {t::pathway::to_settings()}
            </A>
        </div>
    }
}
