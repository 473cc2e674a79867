//! Looking at what was taken down, and deciding.

use leptos::prelude::*;
use platform::capture::Kind;

use super::session::Session;
use super::take::{Take, What};
use super::trim::{Cut, PLAYER, Trim};
use super::trouble::Ended;
use crate::components::storage::RoomHint;
use crate::i18n::t;

/// The picture or a player, and the ways on.
#[component]
pub fn Review(session: Session) -> impl IntoView {
    // It goes when it is kept, just before the dialog closes.
    move || session.take().map(|take| view! { <Taken session take /> })
}

#[component]
fn Taken(session: Session, take: Take) -> impl IntoView {
    let cut = Cut::of(take.length);
    let stop_in_time = move |_| cut.stop_in_time();
    let url = take.url.to_string();
    let is_photo = matches!(take.what, What::Photo(_));
    let shown = match session.kind() {
        _ if is_photo => view! { <img class="capture-photo" src=url alt=t::capture::photo_shown() /> }.into_any(),
        Kind::Sound => {
            view! { <audio id=PLAYER controls src=url aria-label=t::capture::player() on:timeupdate=stop_in_time></audio> }
                .into_any()
        }
        Kind::Photo | Kind::Video | Kind::Screen => view! {
            <video
                id=PLAYER
                controls
                playsinline
                src=url
                aria-label=t::capture::player()
                on:timeupdate=stop_in_time
            ></video>
        }
        .into_any(),
    };
    let ended = take.ended.map(|ended| {
        view! {
            <p>{ended.sentence(take.length)}</p>
            {(ended == Ended::Full).then(|| view! { <RoomHint /> })}
        }
    });
    let cutting = match take.can_be_cut {
        true => view! { <Trim cut is_film=session.kind() != Kind::Sound /> }.into_any(),
        false if is_photo => ().into_any(),
        false => view! { <p class="hint">{t::capture::cut_cannot()}</p> }.into_any(),
    };
    view! {
        {ended}
        <div class="capture-view">{shown}</div>
        {cutting}
        {move || session.problem().get().map(|words| view! { <p class="error" role="alert">{words}</p> })}
        <div class="row">
            <button
                id="capture-main"
                type="button"
                class="button button-main"
                on:click=move |_| session.keep(cut.wanted())
            >
                {t::capture::keep()}
            </button>
            <button type="button" class="button" on:click=move |_| session.begin()>
                {if is_photo { t::capture::again_photo() } else { t::capture::again() }}
            </button>
            <button type="button" class="button button-quiet" on:click=move |_| session.close()>
                {t::capture::close()}
            </button>
        </div>
        {(!is_photo).then(|| view! { <p class="hint">{t::capture::waits()}</p> })}
    }
}
