//! A burn-up: a dashed line of what was planned, a solid one of what is done, where today is, and a band of where it leads. The numbers
//! stand in a table beside it, so the drawing is one image to a screen reader.

use leptos::prelude::*;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 300.0;
// Room for letters that are twice as large in these units on a phone.
const LEFT: f64 = 76.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 44.0;

/// What is drawn. A point is (how far along the span, 0 to 1; value).
#[derive(Clone, PartialEq, Debug, Default)]
pub struct BurnUp {
    /// What was planned.
    pub planned: Vec<(f64, f64)>,
    /// What is done; a stair, since a step is done at once or not at all.
    pub done: Vec<(f64, f64)>,
    /// Where today is.
    pub today: f64,
    /// Where it leads.
    pub forecast: Option<Band>,
    /// From where to where nothing is planned.
    pub off: Vec<(f64, f64)>,
    /// Where something was moved.
    pub marks: Vec<f64>,
    /// The words at the two ends of the line of days.
    pub ends: (String, String),
    /// The word for today.
    pub today_word: String,
}

/// A wedge from where the done line ends today up to all that is planned.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Band {
    /// Where it may be reached, as far along the span.
    pub early: f64,
    /// Where it should be.
    pub late: f64,
    /// The value that is all.
    pub top: f64,
}

fn across(share: f64) -> f64 {
    LEFT + share * (WIDTH - LEFT - RIGHT)
}

fn up(value: f64, most: f64) -> f64 {
    HEIGHT - BOTTOM - value / most * (HEIGHT - TOP - BOTTOM)
}

/// The largest value with a little air, never nothing.
fn most(chart: &BurnUp) -> f64 {
    let values = chart.planned.iter().chain(&chart.done).map(|(_, value)| *value);
    let top = chart.forecast.map_or(1.0, |band| band.top.max(1.0));
    values.fold(top, f64::max) * 1.08
}

/// The most lines across the drawing, above that of nothing.
const RUNGS: u8 = 5;

/// How far apart the lines are: 1, 2 or 5 times a power of ten, as people count.
fn every(most: f64) -> f64 {
    let mut round = (0..).flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10.0_f64.powi(power)));
    round.find(|step| most / step <= f64::from(RUNGS)).unwrap_or(most)
}

fn line(points: &[(f64, f64)], most: f64) -> String {
    let point = |(share, value): &(f64, f64)| format!("{:.1},{:.1}", across(*share), up(*value, most));
    points.iter().map(point).collect::<Vec<_>>().join(" ")
}

fn stair(points: &[(f64, f64)], most: f64) -> String {
    let mut path = String::new();
    for (place, (share, value)) in points.iter().enumerate() {
        let (x, y) = (across(*share), up(*value, most));
        path.push_str(&if place == 0 { format!("M{x:.1} {y:.1}") } else { format!("H{x:.1}V{y:.1}") });
    }
    path
}

/// The drawing.
#[component]
pub fn BurnUpChart(
    /// What is drawn.
    chart: BurnUp,
    /// What it shows, in words.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let most = most(&chart);
    let every = every(most);
    let rungs = (0..=RUNGS)
        .map(|rung| f64::from(rung) * every)
        .filter(|value| *value <= most)
        .map(|value| {
            let y = up(value, most);
            view! {
                <line class="chart-rung" x1=LEFT x2=WIDTH - RIGHT y1=y y2=y />
                <text class="chart-text" x=LEFT - 10.0 y=y text-anchor="end" dominant-baseline="middle">{value}</text>
            }
        })
        .collect_view();
    let marks = chart
        .marks
        .iter()
        .map(|share| {
            let x = across(*share);
            let y = HEIGHT - BOTTOM;
            view! { <path class="chart-mark" d=format!("M{x:.1} {y:.1}l-5 8h10Z") /> }
        })
        .collect_view();
    let off = chart
        .off
        .iter()
        .map(|(from, to)| {
            let (x, width) = (across(from.max(0.0)), across(to.min(1.0)) - across(from.max(0.0)));
            view! { <rect class="chart-off" x=x y=TOP width=width height=HEIGHT - BOTTOM - TOP /> }
        })
        .collect_view();
    let band = chart.forecast.zip(chart.done.last()).map(|(band, from)| {
        let corners = line(&[*from, (band.early, band.top), (band.late, band.top)], most);
        view! { <polygon class="chart-band" points=corners /> }
    });
    // Where there is only one day yet, the stair has no length.
    let now = chart.done.last().map(|(share, value)| {
        view! { <circle class="chart-now" cx=across(*share) cy=up(*value, most) r=6 /> }
    });
    let today = across(chart.today);
    let anchor = if chart.today > 0.85 { "end" } else { "start" };
    view! {
        <svg class="chart" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=label>
            {off} {rungs} {band}
            <line class="chart-today" x1=today x2=today y1=TOP y2=HEIGHT - BOTTOM />
            <text class="chart-text chart-today-word" x=today y=TOP - 8.0 text-anchor=anchor>{chart.today_word.clone()}</text>
            <polyline class="chart-planned" points=line(&chart.planned, most) />
            <path class="chart-done" d=stair(&chart.done, most) />
            {now}
            {marks}
            <text class="chart-text" x=LEFT y=HEIGHT - 8.0>{chart.ends.0.clone()}</text>
            <text class="chart-text" x=WIDTH - RIGHT y=HEIGHT - 8.0 text-anchor="end">{chart.ends.1.clone()}</text>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::{BurnUp, every, most, stair};

    #[test]
    fn lines_stand_at_round_numbers() {
        assert_eq!([1.08, 5.0, 5.4, 11.0, 60.0, 118.0].map(every), [1.0, 1.0, 2.0, 5.0, 20.0, 50.0]);
    }

    #[test]
    fn an_empty_chart_has_a_height_and_a_stair_never_slopes() {
        assert!(most(&BurnUp::default()) >= 1.0);
        assert_eq!(stair(&[(0.0, 0.0), (1.0, 0.0)], 1.0), "M76.0 256.0H704.0V256.0");
    }
}
