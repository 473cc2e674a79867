//! The goals whose dates come next.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::components::A;
use platform::intl::{self, DateStyle};
use portfolio::first_screen::Due;

use crate::i18n::{language, t};
use crate::routes::Place;
use crate::state::AppState;

/// Dated goals that are not reached, by date. What has passed lately is said kindly, and never crowds out what comes.
#[component]
pub fn Upcoming() -> impl IntoView {
    let state = AppState::expect();
    let goals = Memo::new(move |_| state.first_screen().map(|screen| screen.due.clone()).unwrap_or_default());
    let words = |day: NaiveDate, has_passed: bool| {
        let date = intl::date(language().tag(), day, DateStyle::Long);
        if has_passed { t::today::overdue(date) } else { t::today::due_on(date) }
    };
    view! {
        <Show when=move || !goals.read().is_empty()>
            <section class="stack stack-tight" aria-labelledby="upcoming">
                <h2 id="upcoming" class="aside-title">{t::today::due()}</h2>
                <ul role="list" class="lines">
                    <For each=move || goals.get() key=Clone::clone let(Due { day, competency, name, has_passed })>
                        <li class="stack stack-tight">
                            <A href=Place::Competency(competency.to_string()).to_string()>{name}</A>
                            <span class="soft small">{words(day, has_passed)}</span>
                        </li>
                    </For>
                </ul>
            </section>
        </Show>
    }
}
