//! My competencies in my order.

mod explore;
mod goals;

pub use explore::Explore;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};
use goals::GoalList;

/// The pathway as a list.
#[component]
pub fn Pathway() -> impl IntoView {
    let state = AppState::expect();
    let is_empty =
        Memo::new(move |_| state.watch(&["goal"], |world| world.portfolio.pathway().is_empty()).unwrap_or(true));
    view! {
        <div class="page">
            <PageHead title=t::pathway::title() lead=t::pathway::lead()>
                <Show when=move || !is_empty.get()>
                    <ToExplore />
                </Show>
            </PageHead>
            <Show
                when=move || !is_empty.get()
                fallback=|| {
                    view! {
                        <div class="empty">
                            <p>{t::pathway::empty()}</p>
                            <ToExplore />
                        </div>
                    }
                }
            >
                <GoalList />
            </Show>
        </div>
    }
}

#[component]
fn ToExplore() -> impl IntoView {
    view! {
        <A href=Place::Explore.to_string() attr:class="button button-main">
            <Icon glyph=Glyph::Search />
            {t::pathway::explore()}
        </A>
    }
}
