//! My pathways: one at a time in my order, and all that there is on the map.

mod about;
mod away;
mod bring;
mod explore;
mod form;
mod goals;
mod own;
mod switcher;
mod ways;

pub use bring::BringPathway;
pub use explore::Explore;
pub use own::WriteOwn;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::map;
use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};
use about::{About, ChangeButton, SaveButton};
use away::PutAway;
use form::NewButton;
use goals::GoalList;
use switcher::{Here, Switcher};
use ways::{Way, Ways};

/// A pathway as a list or the map, whichever the address says.
#[component]
pub fn Pathway() -> impl IntoView {
    let state = AppState::expect();
    let way = ways::of_address();
    let here = Here::of_address(state);
    // The empty list has the way to Explore where its goals would be.
    let leads_on = move || way.get() == Way::Map || !here.is_empty();
    view! {
        <div class="page">
            <PageHead title=t::pathway::title() lead=t::pathway::lead()>
                <Ways way />
                <Show when=leads_on>
                    <ToExplore />
                </Show>
            </PageHead>
            {move || match way.get() {
                Way::List => view! { <List here /> }.into_any(),
                Way::Map => map::map().into_any(),
            }}
        </div>
    }
}

/// The pathway that is looked at with its goals, and below them all that is on the map.
#[component]
fn List(here: Here) -> impl IntoView {
    let is_wanted = RwSignal::new(false);
    view! {
        <Switcher here>
            <ChangeButton here />
            <SaveButton here />
            <NewButton />
            <A href=Place::BringPathway.to_string() attr:class="button button-quiet">
                <Icon glyph=Glyph::Folder />
                {t::proposal::bring()}
            </A>
        </Switcher>
        <About here />
        <Show
            when=move || !here.is_empty()
            fallback=|| {
                view! {
                    <div class="empty">
                        <p>{t::pathway::empty()}</p>
                        <ToExplore />
                    </div>
                }
            }
        >
            <GoalList here />
        </Show>
        <PutAway />
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
