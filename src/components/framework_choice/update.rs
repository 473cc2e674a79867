//! Another edition of a framework in use: what it changes, before anything is changed.

mod changes;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use interchange::case::Reading;
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::intl::{self, DateStyle};
use platform::page;
use portfolio::Framework;
use portfolio::framework::{About, Age, Difference};

use super::sentence;
use crate::i18n::{language, t};
use crate::state::{AppState, Offer, World};
use changes::{Changes, Sort};

const HEADING: &str = "update-title";

/// Two editions side by side.
#[derive(Clone)]
struct Editions {
    older: Arc<Framework>,
    newer: Arc<Framework>,
    age: Age,
    difference: Arc<Difference>,
}

impl Editions {
    fn of(world: World<'_>, reading: &Reading) -> Option<Self> {
        let (older, age) = world.frameworks.editions_of(&reading.source).into_iter().next()?;
        let source = reading.source.clone().by_scales(&reading.source.answers_like(older));
        let newer = Arc::new(Framework::build(source, older.depth()));
        let difference = Arc::new(Difference::between(older, &newer));
        Some(Self { older: Arc::clone(older), newer, age, difference })
    }

    /// Which of the two is newer.
    fn ages(&self) -> String {
        let (theirs, mine) = (named(self.newer.about()), named(self.older.about()));
        match self.age {
            Age::Newer => t::update::newer(theirs, mine),
            Age::Older => t::update::older(theirs, mine),
            Age::Unknown => t::update::other().to_owned(),
        }
    }
}

/// An edition by its day, else by what its publisher calls it.
fn named(about: &About) -> String {
    let day = |changed: DateTime<Utc>| intl::date(language().tag(), changed.date_naive(), DateStyle::Long);
    let edition = &about.edition;
    edition.changed.map(day).or_else(|| edition.version.clone()).unwrap_or_default()
}

/// Shows what another edition of a framework in use would change, and lets the learner take it or leave it. `done` runs after either.
#[component]
pub fn UpdateCard(offer: Offer, done: Callback<()>) -> impl IntoView {
    let state = AppState::expect();
    // As they are now: what is taken changes them.
    let editions = state.read(|world| Editions::of(world, &offer.reading)).flatten()?;
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let take = move |_| {
        let offer = offer.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let result = state.update_framework(offer).await;
            busy.try_set(false);
            match result {
                Ok(()) => done.run(()),
                Err(error) => drop(problem.try_set(Some(sentence(&error)))),
            }
        });
    };
    let difference = Arc::clone(&editions.difference);
    let rows = Sort::ALL.into_iter().map(|sort| view! { <Changes editions=editions.clone() sort /> }).collect_view();
    page::focus_when_drawn(HEADING.to_owned());
    Some(view! {
        <div class="card card-sunk stack" role="group" aria-labelledby=HEADING>
            <h3 id=HEADING tabindex="-1">
                {t::update::title(editions.older.about().title.clone())}
            </h3>
            <p>{editions.ages()}</p>
            {difference.is_empty().then(|| view! { <p class="soft">{t::update::nothing()}</p> })}
            <div class="stack stack-tight">{rows}</div>
            <p class="soft small">{t::update::same(difference.same)}</p>
            <p>{t::update::safe()}</p>
            <div class="row">
                <button type="button" class="button button-main" disabled=move || busy.get() on:click=take>
                    {t::update::take()}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| done.run(())>
                    {t::update::leave()}
                </button>
            </div>
            <div aria-live="polite">
                {move || busy.get().then(|| view! { <p class="soft">{t::welcome::framework_busy()}</p> })}
                {move || problem.get().map(|words| view! { <p class="error">{words}</p> })}
            </div>
        </div>
    })
}
