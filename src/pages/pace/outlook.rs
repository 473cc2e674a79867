//! How it stands and where it leads, in sentences, numbers and a drawing.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::pace::{Forecast, Needed, Pace};

use super::chart::{PaceChart, date, decimal};
use crate::components::pace_words::sentence;
use crate::i18n::t;
use crate::routes::Place;

fn outlook(forecast: Forecast) -> String {
    match forecast {
        Forecast::Done => t::pace::all_done().to_owned(),
        Forecast::NotEnoughHistory { weeks, of } => t::pace::too_early(weeks, of),
        Forecast::NoDate => t::pace::no_date().to_owned(),
        Forecast::Between { early, late } if early == late => t::pace::done_on(date(early)),
        Forecast::Between { early, late } => t::pace::done_between(date(early), date(late)),
    }
}

/// The sentences, the drawing and the numbers; without a dated goal, the way to one.
#[component]
pub fn Outlook(pace: Memo<Option<Pace>>) -> impl IntoView {
    move || {
        let pace = pace.get()?;
        let words = sentence(pace.sentence());
        let Some(forecast) = pace.forecast() else {
            let to_pathway = view! {
                <div class="empty">
                    <p>{words}</p>
                    <A href=Place::Pathway.to_string() attr:class="button button-main">
                        {t::pace::to_pathway()}
                    </A>
                </div>
            };
            return Some(to_pathway.into_any());
        };
        let is_told = matches!(forecast, Forecast::Between { .. });
        let outlook = view! {
            <section class="stack" aria-label=t::pace::outlook()>
                <p class="statement measure">{words}</p>
                <p class="measure">{outlook(forecast)}</p>
                {is_told
                    .then(|| {
                        view! {
                            <details class="measure">
                                <summary>{t::pace::how()}</summary>
                                <p class="soft">{t::pace::how_about()}</p>
                            </details>
                        }
                    })}
                <Numbers current=pace.current() needed=pace.needed() />
                <PaceChart pace forecast />
            </section>
        };
        Some(outlook.into_any())
    }
}

/// The current pace beside the needed one.
#[component]
fn Numbers(current: Option<f64>, needed: Option<Needed>) -> impl IntoView {
    let number = |name: &'static str, value: String, about: String| {
        view! {
            <div class="number">
                <dt>{name}</dt>
                <dd class="number-value">{value}</dd>
                <dd class="soft small">{about}</dd>
            </div>
        }
    };
    // Steps that levels gave back are no pace.
    let current =
        current.map(|pace| number(t::pace::current(), decimal(pace.max(0.0)), t::pace::a_week_lately().to_owned()));
    let needed = needed.map(|Needed { pace, by, steps, weeks }| {
        view! {
            {number(t::pace::needed(), decimal(pace), t::pace::a_week_for(date(by)))}
            {number(t::pace::left(), steps.to_string(), t::pace::weeks_left(decimal(weeks)))}
        }
    });
    let has_any = current.is_some() || needed.is_some();
    has_any.then(|| view! { <dl class="numbers">{current} {needed}</dl> })
}
