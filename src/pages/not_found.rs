//! An address that leads nowhere.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;

/// Says that nothing stands here, that the work is safe, and where to go.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <div class="page page-narrow">
            <PageHead title=t::shell::not_found_title() lead=t::shell::not_found() />
            <p>
                <A href=Place::Today.to_string() attr:class="button button-main">
                    {t::shell::to_today()}
                </A>
            </p>
        </div>
    }
}
