//! This day: what was set out for the week, what could be next and why, what is due, and what was added lately.

mod decide;
mod next;
mod recent;
mod upcoming;
mod waiting;
mod week;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::capture::InterruptedForNewPieces;
use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, World};
use crate::ui::icon::{Glyph, Icon};
use decide::ToDecide;
use next::NextSteps;
use recent::Recent;
use upcoming::Upcoming;
use waiting::Waiting;
use week::ThisWeek;

/// A portfolio in which nothing was said or done yet is welcomed first.
fn is_untouched(world: World<'_>) -> bool {
    let portfolio = world.portfolio;
    portfolio.learner().name.is_empty() && portfolio.adoptions().is_empty() && portfolio.pieces().next().is_none()
}

/// The first place.
#[component]
pub fn Today() -> impl IntoView {
    let state = AppState::expect();
    if !state.welcomed().get_untracked() && state.read(is_untouched).unwrap_or(false) {
        let navigate = use_navigate();
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        navigate(&Place::Welcome.to_string(), replace);
        return ().into_any();
    }
    state.look_at_first_screen();
    let name = Memo::new(move |_| state.first_screen().map(|screen| screen.name.clone()).unwrap_or_default());
    let head = move || {
        let name = name.get();
        let title = if name.is_empty() { t::today::title().to_owned() } else { t::today::hello(name) };
        view! {
            <PageHead title>
                <A href=Place::NewEvidence(None).to_string() attr:class="button button-main">
                    <Icon glyph=Glyph::Add />
                    {t::today::add()}
                </A>
            </PageHead>
        }
    };
    view! {
        <div class="page">
            {head}
            <Waiting />
            <InterruptedForNewPieces />
            <ThisWeek />
            <div class="sidebar">
                <NextSteps />
                <div class="stack stack-loose">
                    <ToDecide />
                    <Upcoming />
                    <Recent />
                </div>
            </div>
        </div>
    }
    .into_any()
}
