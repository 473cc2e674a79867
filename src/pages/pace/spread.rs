//! Dates for all goals that have none, by their size, over the school days of the term.

use chrono::NaiveDate;
use leptos::prelude::*;
use platform::page;
use portfolio::Intent;
use portfolio::pace::Pace;

use crate::i18n::t;
use crate::state::AppState;
use crate::ui::date::DateInput;
use crate::ui::field::Field;

/// A date to be done by, at first the end of the term, and a button.
#[component]
pub fn Spread(pace: Memo<Option<Pace>>) -> impl IntoView {
    let state = AppState::expect();
    let end_of_term =
        state.read(|world| world.portfolio.calendar().term_on(world.today).map(|term| term.last)).flatten();
    let until = RwSignal::new(end_of_term);
    let error = RwSignal::new(None::<String>);
    let spread = move |_| {
        let Some(until) = until.get_untracked() else {
            error.set(Some(t::week::spread_needs_day().to_owned()));
            return;
        };
        let dues = pace.with_untracked(|pace| pace.as_ref().map(|pace| pace.spread(until))).unwrap_or_default();
        if dues.is_empty() {
            error.set(Some(t::week::spread_no_days().to_owned()));
            return;
        }
        let words = t::week::spread_done(dues.len());
        if state.attempt_aloud(Intent::SetDues { dues }, words).is_some() {
            page::focus_when_drawn("pace-goals".to_owned());
        }
    };
    let pick = Callback::new(move |picked: Option<NaiveDate>| until.set(picked));
    view! {
        <Field id="spread-until" label=t::week::spread_until() hint=t::week::spread_hint() error=error>
            <DateInput id="spread-until" day=until change=pick />
        </Field>
        <div class="row">
            <button type="button" class="button" on:click=spread>
                {t::week::spread()}
            </button>
        </div>
    }
}
