//! Choosing a framework to work with: Cairn's own, or a CASE file looked at before it is adopted.

mod links;
mod offer;
mod scale;
mod unusual;
mod update;
mod words;

pub use scale::ScaleQuestion;
pub use update::UpdateCard;
pub use words::sentence;

use std::sync::Arc;

use interchange::case::Reading;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::{files, page};

use crate::i18n::t;
use crate::state::{Answers, AppState, FrameworkError, Offer};
use links::LinksCard;
use offer::OfferCard;

/// The largest file that is read into memory to be looked at; the reader's own limit.
const LIMIT: u64 = interchange::case::MAX_BYTES as u64;

/// Where the focus goes when an edition was taken or left.
const FRAMEWORKS: &str = "frameworks-title";

/// Both ways to a framework. `adopted` runs when one is in use.
#[component]
pub fn FrameworkChoice(adopted: Callback<()>) -> impl IntoView {
    let state = AppState::expect();
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let offer = RwSignal::new_local(None::<Offer>);
    // What it says of the competencies of others can be looked at when those are there.
    let links = RwSignal::new_local(None::<Arc<Reading>>);

    let take = move |chosen: Offer, answers: Answers| {
        busy.set(true);
        problem.set(None);
        let reading = Arc::clone(&chosen.reading);
        spawn_local(async move {
            let result = state.adopt(chosen, answers).await;
            busy.try_set(false);
            match result {
                Ok(()) if reading.overlay.is_empty() => adopted.run(()),
                Ok(()) => {
                    offer.try_set(None);
                    links.try_set(Some(reading));
                }
                Err(error) => problem.try_set(Some(sentence(&error))).map_or((), drop),
            }
        });
    };
    let take_bundled = move |_| {
        busy.set(true);
        problem.set(None);
        offer.set(None);
        spawn_local(async move {
            match state.bundled_framework().await {
                Ok(newer) if state.is_edition(&newer) => {
                    busy.try_set(false);
                    offer.try_set(Some(newer));
                }
                Ok(offer) => take(offer, Answers::default()),
                Err(error) => {
                    busy.try_set(false);
                    problem.try_set(Some(sentence(&error)));
                }
            }
        });
    };
    let look_at = move |event: Event| {
        let Some(file) = files::chosen(&event).into_iter().next() else { return };
        busy.set(true);
        problem.set(None);
        offer.set(None);
        links.set(None);
        spawn_local(async move {
            let read = match file.bytes(LIMIT).await {
                Ok(bytes) => state.read_framework(bytes).await,
                Err(error) => Err(FrameworkError::Unreadable(error)),
            };
            busy.try_set(false);
            match read {
                Ok(read) if !read.reading.goals.is_empty() => {
                    problem.try_set(Some(t::framework::is_pathway().to_owned()));
                }
                Ok(read) if read.reading.source.items.is_empty() && !read.reading.overlay.is_empty() => {
                    links.try_set(Some(read.reading));
                }
                Ok(read) => drop(offer.try_set(Some(read))),
                Err(error) => drop(problem.try_set(Some(sentence(&error)))),
            }
        });
    };
    let shown = move |offered: Offer| {
        if state.is_edition(&offered) {
            let done = Callback::new(move |()| {
                offer.set(None);
                page::focus_when_drawn(FRAMEWORKS.to_owned());
            });
            return view! { <UpdateCard offer=offered done /> }.into_any();
        }
        let (reading, again) = (Arc::clone(&offered.reading), offered);
        let choose = Callback::new(move |answers| take(again.clone(), answers));
        view! { <OfferCard reading choose busy /> }.into_any()
    };
    let offered = move |is_bundled: bool| offer.get().filter(|offer| offer.is_bundled() == is_bundled).map(shown);
    view! {
        <div class="stack">
            <section class="card">
                <h2>{t::welcome::framework_bundled()}</h2>
                <p class="soft">{t::welcome::framework_bundled_about()}</p>
                <div class="row">
                    <button type="button" class="button button-main" disabled=move || busy.get() on:click=take_bundled>
                        {t::welcome::framework_use()}
                    </button>
                </div>
                {move || offered(true)}
            </section>
            <section class="card">
                <h2>{t::welcome::framework_file()}</h2>
                <p class="soft">{t::welcome::framework_file_about()}</p>
                <div class="row">
                    <label class="button">
                        {t::welcome::framework_choose()}
                        <input
                            type="file"
                            class="visually-hidden"
                            accept=".json,application/json"
                            on:change=look_at
                        />
                    </label>
                </div>
                {move || offered(false)}
                {move || {
                    links
                        .get()
                        .map(|reading| {
                            let done = Callback::new(move |()| links.set(None));
                            view! { <LinksCard reading done /> }
                        })
                }}
            </section>
            <div aria-live="polite">
                {move || busy.get().then(|| view! { <p class="soft">{t::welcome::framework_busy()}</p> })}
                {move || problem.get().map(|words| view! { <p class="error">{words}</p> })}
            </div>
        </div>
    }
}
