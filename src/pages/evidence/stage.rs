//! Where a piece stands, in words, with the one next thing to press.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use leptos_router::components::A;
use platform::intl::{self, DateStyle};
use platform::{clock, page};
use portfolio::{EntityId, Intent};

use super::send::SendDialog;
use super::whereabouts::{CopyKept, coming_in, files_kept};
use crate::i18n::{language, t};
use crate::routes::Place;
use crate::state::{AppState, PieceStage};
use crate::ui::icon::{Glyph, Icon};

/// What the strip says.
#[derive(Clone, PartialEq)]
enum Said {
    Stage(PieceStage),
    /// It will be sent by itself.
    Waits,
}

/// The strip on the page of a piece in use.
#[component]
pub fn StageStrip(piece: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let piece = StoredValue::new(piece);
    let said = Memo::new(move |_| {
        let piece = piece.get_value();
        if state.waits_to_be_sent(&piece) { Some(Said::Waits) } else { state.stage_of(&piece).map(Said::Stage) }
    });
    let asking = RwSignal::new(false);
    // The heading stays where it is while its words change: it holds the focus of whoever pressed something that is gone now.
    view! {
        <section class="card stage" aria-labelledby="stage-title">
            <div class="stack stack-tight grow" role="status">
                <h2 id=HEADING class="stage-title" tabindex="-1">
                    {move || {
                        said.get()
                            .map(|said| {
                                let (glyph, words) = headline(&said);
                                view! {
                                    <Icon glyph />
                                    {words}
                                }
                            })
                    }}
                </h2>
                {move || said.get().map(|said| view! { <About piece=piece.get_value() said /> })}
            </div>
            <div class="row">
                {move || said.get().map(|said| view! { <Next piece=piece.get_value() said asking /> })}
            </div>
        </section>
        <SendDialog piece=piece.get_value() open=asking />
    }
}

/// The id of the strip's heading.
const HEADING: &str = "stage-title";

/// Moves the focus to the strip, whose words say what became of what was pressed.
pub fn focus_strip() {
    page::focus_when_drawn(HEADING.to_owned());
}

fn headline(said: &Said) -> (Glyph, String) {
    match said {
        Said::Waits => (Glyph::Busy, t::life::waiting().to_owned()),
        Said::Stage(PieceStage::Draft) => (Glyph::Edit, t::life::draft().to_owned()),
        Said::Stage(PieceStage::Sent(sent)) => (Glyph::Sent, t::life::sent(day(sent.at))),
        Said::Stage(PieceStage::Changed(sent)) => (Glyph::Edit, t::life::changed(day(sent.at))),
        Said::Stage(PieceStage::Withdrawn(sent)) => {
            (Glyph::Undo, t::life::withdrawn(day(sent.withdrawn.unwrap_or(sent.at))))
        }
    }
}

/// The day of an instant where the learner is, in words.
pub fn day(instant: DateTime<Utc>) -> String {
    intl::date(language().tag(), clock::local_date(instant), DateStyle::Long)
}

/// Day and time of an instant where the learner is, in words.
pub fn moment(instant: DateTime<Utc>) -> String {
    t::life::when(day(instant), intl::time(language().tag(), instant))
}

/// A sentence or two below the headline.
#[component]
fn About(piece: EntityId, said: Said) -> impl IntoView {
    let state = AppState::expect();
    let line = |words: String| view! { <p class="soft small">{words}</p> };
    let lost = {
        let piece = piece.clone();
        move || {
            let names = state.was_not_sent_without(&piece);
            let words = t::life::not_sent_closed(names.len(), intl::list(language().tag(), &names));
            (!names.is_empty()).then(|| view! { <p class="small">{words}</p> })
        }
    };
    let about = match said {
        Said::Waits => line(t::life::waiting_about().to_owned()).into_any(),
        Said::Stage(PieceStage::Draft) => {
            let piece = piece.clone();
            view! {
                {line(t::life::draft_about().to_owned())}
                {move || files_kept(state, &piece).map(line)}
            }
            .into_any()
        }
        Said::Stage(PieceStage::Sent(sent)) => view! { <CopyKept submission=sent /> }.into_any(),
        Said::Stage(PieceStage::Changed(sent)) => view! {
            {line(t::life::changed_about().to_owned())}
            <CopyKept submission=sent />
        }
        .into_any(),
        Said::Stage(PieceStage::Withdrawn(_)) => line(t::life::withdrawn_about().to_owned()).into_any(),
    };
    let coming = move || coming_in(state, &piece).map(line);
    view! { {lost} {about} {coming} }
}

/// What can be done now, the likeliest first.
#[component]
fn Next(piece: EntityId, said: Said, asking: RwSignal<bool>) -> impl IntoView {
    let state = AppState::expect();
    let send = move |words: &'static str| {
        view! {
            <button type="button" class="button button-main" on:click=move |_| asking.set(true)>
                <Icon glyph=Glyph::Sent />
                {words}
            </button>
        }
    };
    let see = {
        let piece = piece.clone();
        move |submission: &EntityId, class: &'static str| {
            let place = Place::Submitted { piece: piece.rest().to_owned(), submission: submission.rest().to_owned() };
            view! {
                <A href=place.to_string() attr:class=class>
                    {t::life::see()}
                </A>
            }
        }
    };
    match said {
        Said::Waits => view! {
            <button
                type="button"
                class="button"
                on:click=move |_| {
                    state.wait_no_more(&piece);
                    focus_strip();
                }
            >
                {t::life::wait_no_more()}
            </button>
        }
        .into_any(),
        Said::Stage(PieceStage::Draft) => send(t::life::send()).into_any(),
        Said::Stage(PieceStage::Sent(sent)) => {
            view! { {see(&sent.id, "button")} <TakeBack submission=sent.id /> }.into_any()
        }
        Said::Stage(PieceStage::Changed(sent)) => {
            view! { {send(t::life::send_again())} {see(&sent.id, "button button-quiet")} }.into_any()
        }
        Said::Stage(PieceStage::Withdrawn(sent)) => {
            view! { {send(t::life::send_again())} {see(&sent.id, "button button-quiet")} }.into_any()
        }
    }
}

/// Takes a submission back; it stays as it was, and nobody is asked to look at it.
#[component]
pub fn TakeBack(submission: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let take = move |_| {
        state.attempt_aloud(Intent::Withdraw { submission: submission.clone() }, t::life::taken_back());
        focus_strip();
    };
    view! {
        <button type="button" class="button button-quiet" on:click=take>
            <Icon glyph=Glyph::Undo />
            {t::life::take_back()}
        </button>
    }
}
