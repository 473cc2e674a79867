//! Progress over the years, as a drawing and as a table.

use leptos::prelude::*;
use portfolio::pace::{Progress, progress};

use super::chart::{date, short_date};
use super::table::DaysTable;
use crate::i18n::t;
use crate::state::AppState;
use crate::ui::burn_up::{BurnUp, BurnUpChart};

/// The table has about this many rows, however long it was.
const ROWS: usize = 16;

/// How many competencies were begun and how many are proficient; nothing before the second month.
#[component]
pub fn Years() -> impl IntoView {
    let state = AppState::expect();
    let line = Memo::new(move |_| {
        state.watch(&["claim", "evidence"], |world| progress(world.portfolio, world.today)).unwrap_or_default()
    });
    move || {
        let line = line.get();
        let (first, last) = (line.first()?.day, line.last()?.day);
        (first < last).then(|| {
            view! {
                <section class="stack" aria-labelledby="years-title">
                    <h2 id="years-title">{t::pace::years()}</h2>
                    <figure class="stack card chart-figure">
                        <BurnUpChart chart=chart(&line) label=t::pace::years_chart(date(first), date(last)) />
                        <figcaption class="row small">
                            <span class="chart-key chart-key-planned">{t::pace::begun()}</span>
                            <span class="chart-key chart-key-done">{t::pace::proficient()}</span>
                        </figcaption>
                        <Table line />
                    </figure>
                </section>
            }
        })
    }
}

fn chart(line: &[Progress]) -> BurnUp {
    let (first, last) = match line {
        [first, .., last] => (first.day, last.day),
        _ => return BurnUp::default(),
    };
    let days = (last - first).num_days().max(1) as f64;
    let point = |at: &Progress, count: usize| ((at.day - first).num_days() as f64 / days, count as f64);
    BurnUp {
        planned: line.iter().map(|at| point(at, at.begun)).collect(),
        done: line.iter().map(|at| point(at, at.proficient)).collect(),
        today: 1.0,
        ends: (short_date(first), short_date(last)),
        today_word: t::pace::today().to_owned(),
        ..BurnUp::default()
    }
}

#[component]
fn Table(line: Vec<Progress>) -> impl IntoView {
    let every = line.len().div_ceil(ROWS).max(1);
    let last = line.len().saturating_sub(1);
    let is_shown = |place: usize| place == last || (last - place).is_multiple_of(every);
    let rows = line
        .into_iter()
        .enumerate()
        .filter(|(place, _)| is_shown(*place))
        .map(|(_, Progress { day, begun, proficient })| {
            view! {
                <tr>
                    <th scope="row">{short_date(day)}</th>
                    <td>{begun}</td>
                    <td>{proficient}</td>
                </tr>
            }
        })
        .collect_view();
    view! { <DaysTable numbers=[t::pace::begun(), t::pace::proficient()]>{rows}</DaysTable> }
}
