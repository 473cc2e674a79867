//! The lines as a drawing, and the same as a table.

use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use platform::intl::{self, DateStyle};
use portfolio::calendar::monday_of;
use portfolio::pace::{Forecast, Pace, Point};

use super::table::DaysTable;
use crate::i18n::{language, t};
use crate::ui::burn_up::{Band, BurnUp, BurnUpChart};

/// The table has about this many rows, however long the plan is.
const ROWS: usize = 16;

/// A day in words.
pub fn date(day: NaiveDate) -> String {
    intl::date(language().tag(), day, DateStyle::Long)
}

/// Short enough for both ends of the drawing, and a column of the table, to fit on a phone in any language.
pub fn short_date(day: NaiveDate) -> String {
    intl::date(language().tag(), day, DateStyle::Medium)
}

/// A number of steps or weeks.
pub fn decimal(value: f64) -> String {
    intl::decimal(language().tag(), value, 1)
}

/// The ends of the forecast, unless they are so far off that the plan would be squeezed to less than half of the drawing.
fn ends(forecast: Forecast, first: NaiveDate, last: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let Forecast::Between { early, late } = forecast else { return None };
    ((late - last) <= (last - first)).then_some((early, late))
}

/// From when to when there is no school for at least a week.
pub fn off(pace: &Pace, first: NaiveDate, last: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    let weeks = monday_of(first).iter_weeks().take_while(|monday| *monday <= last);
    let mut off: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for monday in weeks.filter(|monday| pace.calendar.week(*monday).is_none()) {
        let next = monday.checked_add_days(Days::new(7)).unwrap_or(monday);
        match off.last_mut().filter(|(_, end)| *end == monday) {
            Some((_, end)) => *end = next,
            None => off.push((monday, next)),
        }
    }
    off
}

/// Drawing, key and table of a pace with dated goals.
#[component]
pub fn PaceChart(pace: Pace, forecast: Forecast) -> impl IntoView {
    let Some((first, planned_until)) = pace.span() else { return ().into_any() };
    let ends = ends(forecast, first, planned_until);
    let last = ends.map_or(planned_until, |(_, late)| late.max(planned_until));
    // A plan that is chosen and due on one day still has a width.
    let days = (last - first).num_days().max(1) as f64;
    let share = |day: NaiveDate| ((day - first).num_days() as f64 / days).clamp(0.0, 1.0);
    let point = |point: &Point| (share(point.day), point.steps);
    let planned = pace.planned_line();
    let totals = pace.totals();
    let band = |(early, late)| Band { early: share(early), late: share(late), top: totals.steps.into() };
    let chart = BurnUp {
        planned: planned.iter().map(point).collect(),
        done: pace.done_line().iter().map(point).collect(),
        today: share(pace.today),
        forecast: ends.map(band),
        off: off(&pace, first, last).into_iter().map(|(from, to)| (share(from), share(to))).collect(),
        marks: pace.marks().iter().map(|mark| share(mark.day)).collect(),
        ends: (short_date(first), short_date(last)),
        today_word: t::pace::today().to_owned(),
    };
    let has_off = !chart.off.is_empty();
    let every = planned.len().div_ceil(ROWS).max(1);
    let is_shown = |place: usize| place.is_multiple_of(every) || place + 1 == planned.len();
    let rows = planned
        .iter()
        .enumerate()
        .filter_map(|(place, point)| is_shown(place).then_some(point))
        .map(|point| {
            let done = (point.day <= pace.today).then(|| pace.done_on(point.day).to_string());
            view! {
                <tr>
                    <th scope="row">{short_date(point.day)}</th>
                    <td>{decimal(point.steps)}</td>
                    <td>{done.unwrap_or_else(|| "–".to_owned())}</td>
                </tr>
            }
        })
        .collect_view();
    let moved = pace
        .marks()
        .into_iter()
        .map(|mark| view! { <li class="soft small">{t::pace::moved(date(mark.day))}</li> })
        .collect_view();
    view! {
        <figure class="stack card chart-figure">
            <BurnUpChart chart label=t::pace::chart(date(first), date(last)) />
            <figcaption class="row small">
                <span class="chart-key chart-key-planned">{t::pace::planned()}</span>
                <span class="chart-key chart-key-done">{t::pace::done()}</span>
                {ends.map(|_| view! { <span class="chart-key chart-key-band">{t::pace::band()}</span> })}
                {has_off.then(|| view! { <span class="chart-key chart-key-off">{t::pace::off()}</span> })}
            </figcaption>
            <ul role="list">{moved}</ul>
            <DaysTable numbers=[t::pace::planned(), t::pace::done()]>{rows}</DaysTable>
        </figure>
    }
    .into_any()
}
