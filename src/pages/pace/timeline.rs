//! The days that dates are moved along: months, and when there is no school.

use chrono::{Datelike as _, Months, NaiveDate};
use leptos::prelude::*;
use platform::intl;
use portfolio::pace::Pace;

use super::chart::off;
use crate::i18n::language;

/// So many months are named at most.
const NAMED: usize = 4;
/// A name that begins later than this share of the line would run over its end.
const LATEST: f64 = 0.8;

/// The line of days. What it says is said by each date that is moved along it, too.
#[component]
pub fn Days(#[prop(into)] pace: Signal<Option<Pace>>, span: Memo<(NaiveDate, NaiveDate)>) -> impl IntoView {
    let share = move |day: NaiveDate| {
        let (first, last) = span.get();
        let share = (day - first).num_days() as f64 / (last - first).num_days().max(1) as f64;
        share.clamp(0.0, 1.0)
    };
    let no_school = move || {
        let (first, last) = span.get();
        let off = pace.with(|pace| pace.as_ref().map(|pace| off(pace, first, last))).unwrap_or_default();
        off.into_iter()
            .map(|(from, to)| {
                let (from, to) = (share(from), share(to));
                view! {
                    <span
                        class="days-off"
                        style:inset-inline-start=percent(from)
                        style:inline-size=percent(to - from)
                    ></span>
                }
            })
            .collect_view()
    };
    let months = move || {
        let named = months(span.get()).into_iter().filter(|month| share(*month) <= LATEST);
        named
            .map(|month| {
                view! {
                    <span class="days-month tiny soft" style:inset-inline-start=percent(share(month))>
                        {intl::month(language().tag(), month)}
                    </span>
                }
            })
            .collect_view()
    };
    view! {
        <div class="days-line" aria-hidden="true">
            {no_school}
            {months}
        </div>
    }
}

/// The first days of months in a span, at most [`NAMED`], evenly far apart.
fn months((first, last): (NaiveDate, NaiveDate)) -> Vec<NaiveDate> {
    let next = |month: &NaiveDate| month.checked_add_months(Months::new(1));
    let this = first.with_day(1).filter(|_| first.day() > 1).and_then(|month| next(&month)).unwrap_or(first);
    let all: Vec<NaiveDate> = std::iter::successors(Some(this), next).take_while(|month| *month < last).collect();
    let every = all.len().div_ceil(NAMED).max(1);
    all.into_iter().step_by(every).collect()
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share * 100.0)
}
