//! What I planned and what is done, and where that leads.

mod answer;
mod calendar;
mod chart;
mod goals;
mod outlook;
mod spread;
mod table;
mod time;
mod timeline;
mod topics;
mod week;
mod years;

use leptos::prelude::*;
use portfolio::pace::Pace as Lines;

use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::state::AppState;
use answer::{CatchingUp, GoDeeper};
use calendar::SchoolCalendar;
use goals::Goals;
use outlook::Outlook;
use time::TimeSpent;
use week::ThisWeek;
use years::Years;

/// What is said of the plan and drawn of it, and the goals behind it; beside it this week, what to do about it, and the calendar.
#[component]
pub fn Pace() -> impl IntoView {
    let state = AppState::expect();
    let pace = Memo::new(move |_| {
        state.watch(&["goal", "pathway", "claim", "evidence", "framework", "calendar"], |world| {
            Lines::of(world.portfolio, world.frameworks, world.today)
        })
    });
    view! {
        <div class="page">
            <PageHead title=t::pace::title() lead=t::pace::lead() />
            <div class="sidebar">
                <div class="stack stack-loose">
                    <Outlook pace />
                    <Goals pace />
                    <Years />
                </div>
                <div class="stack stack-loose">
                    <ThisWeek />
                    <CatchingUp pace />
                    <GoDeeper pace />
                    <TimeSpent />
                    <SchoolCalendar />
                </div>
            </div>
        </div>
    }
}
