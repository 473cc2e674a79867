//! My competencies: in my order, and on the map of all that there is.

mod explore;
mod goals;
mod ways;

pub use explore::Explore;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::map;
use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};
use goals::GoalList;
use ways::{Way, Ways};

/// The pathway as a list or as a map, whichever the address says.
#[component]
pub fn Pathway() -> impl IntoView {
    let state = AppState::expect();
    let way = ways::of_address();
    let is_empty =
        Memo::new(move |_| state.watch(&["goal"], |world| world.portfolio.pathway().is_empty()).unwrap_or(true));
    // The empty list has the way to Explore where its goals would be.
    let leads_on = move || way.get() == Way::Map || !is_empty.get();
    view! {
        <div class="page">
            <PageHead title=t::pathway::title() lead=t::pathway::lead()>
                <Ways way />
                <Show when=leads_on>
                    <ToExplore />
                </Show>
            </PageHead>
            {move || match way.get() {
                Way::List => view! { <List is_empty /> }.into_any(),
                Way::Map => map::map().into_any(),
            }}
        </div>
    }
}

/// The goals, and below them all that is on the map.
#[component]
fn List(is_empty: Memo<bool>) -> impl IntoView {
    let is_wanted = RwSignal::new(false);
    view! {
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
        <details on:toggle=move |_| is_wanted.set(true)>
            <summary>{t::map::outline()}</summary>
            <Show when=move || is_wanted.get()>{map::outline()}</Show>
        </details>
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
