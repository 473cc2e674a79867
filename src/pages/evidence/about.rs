//! What is said of a piece besides its words: when it was added, its tags, and until when it may be kept.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use portfolio::model::Evidence;

use super::gallery::title;
use crate::components::keeping::{self, Expired};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// What asks for a decision: the day until which the piece may be kept is over.
#[component]
pub fn Overdue(piece: Evidence) -> impl IntoView {
    let today = AppState::expect().read(|world| world.today).unwrap_or_default();
    let navigate = use_navigate();
    let trashed = Callback::new(move |()| navigate(&Place::Evidence.to_string(), NavigateOptions::default()));
    piece.expired(today).map(|until| {
        view! {
            <div class="card card-sunk" role="note">
                <Expired piece=piece.id.clone() title=title(&piece) until trashed />
            </div>
        }
    })
}

/// A line of facts and the tags, each of which leads to all pieces that have it.
#[component]
pub fn About(piece: Evidence) -> impl IntoView {
    let added = added_later(&piece).map(|day| t::evidence::added(keeping::day(day)));
    let people = piece.people.filter(|people| *people).map(|_| match piece.keep_until {
        Some(until) => t::people::some_until(keeping::day(until)),
        None => t::people::some().to_owned(),
    });
    let facts: Vec<String> = added.into_iter().chain(people).collect();
    let facts = (!facts.is_empty()).then(|| view! { <p class="soft small">{facts.join(" · ")}</p> });
    let is_tagged = !piece.tags.is_empty();
    let tags = piece.tags.into_iter().map(|tag| {
        view! {
            <li>
                <A href=Place::Found(tag.clone()).to_string() attr:class="chip">
                    <bdi>{tag}</bdi>
                </A>
            </li>
        }
    });
    let tags = is_tagged.then(|| {
        view! {
            <ul role="list" class="chips" aria-label=t::tags::mine()>
                {tags.collect_view()}
            </ul>
        }
    });
    let is_any = facts.is_some() || tags.is_some();
    is_any.then(|| {
        view! {
            <div class="stack stack-tight">
                {facts}
                {tags}
            </div>
        }
    })
}

/// The day on which it was added, where that is another than the day of the work. A day to either side may be the same one: instants
/// are kept by UTC.
fn added_later(piece: &Evidence) -> Option<NaiveDate> {
    let added = piece.added?.date_naive();
    let apart = (added - piece.date?).num_days().abs();
    (apart > 1).then_some(added)
}
