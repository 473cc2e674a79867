//! A ZIP that was looked into: whose it is, how much there is, and what will happen to it.

use leptos::prelude::*;
use platform::intl::{self, DateStyle};

use super::bad::BadList;
use super::words::whose;
use crate::i18n::{language, t};
use crate::state::{AppState, Found, Home};

/// Asks whether it is to come in.
#[component]
pub fn FoundCard(found: Found) -> impl IntoView {
    let state = AppState::expect();
    let contents = found.contents.clone();
    let about = contents.about;
    let tag = language().tag();
    let last_day = about.last_day.map(|day| t::archive::last_day(intl::date(tag, day, DateStyle::Long)));
    let facts =
        [Some(t::archive::pieces(about.pieces)), Some(t::archive::size(intl::bytes(tag, contents.bytes))), last_day];
    let facts = facts.into_iter().flatten().map(|fact| view! { <li>{fact}</li> }).collect_view();
    let (what_happens, bring) = match found.home {
        Home::New => (t::archive::home_new(), t::archive::bring()),
        Home::Here => (t::archive::home_here(), t::archive::add()),
        Home::Other(_) => (t::archive::home_other(), t::archive::add()),
    };
    view! {
        <div class="card card-sunk">
            <h3>
                <bdi>{whose(&about.name)}</bdi>
            </h3>
            <ul class="facts-line small" role="list">
                {facts}
            </ul>
            <BadList bad=contents.bad />
            <p>{what_happens}</p>
            <div class="row">
                <button type="button" class="button button-main" on:click=move |_| state.bring_in(found.clone())>
                    {bring}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| state.dismiss_arrival()>
                    {t::archive::not_this()}
                </button>
            </div>
        </div>
    }
}
