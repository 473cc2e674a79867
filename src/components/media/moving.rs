//! A picture that moves can be stopped; who wants less motion sees it still at first.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use media::moving;
use platform::{page, still};
use portfolio::model::StoredFile;

use crate::i18n::t;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

/// The button over the picture, with what is seen of it while it stands still. Nothing over a picture that does not move.
#[component]
pub fn Stopping(
    file: StoredFile,
    picture: NodeRef<html::Img>,
    /// Whether the picture is there.
    is_loaded: RwSignal<bool>,
) -> impl IntoView {
    let state = AppState::expect();
    let (moves, is_still) = (RwSignal::new(false), RwSignal::new(false));
    let first = NodeRef::<html::Canvas>::new();
    let (stop, go_on) = (t::viewer::stop_moving(&file.name), t::viewer::go_on_moving(&file.name));
    spawn_local(async move {
        let head = match state.media() {
            Some(media) => media.read_start(&file.hash, moving::WANTED_BYTES as u64).await.ok(),
            None => None,
        };
        moves.try_set(head.is_some_and(|head| moving::moves(&head)));
    });
    let stand = move || {
        let (Some(picture), Some(first)) = (picture.get_untracked(), first.get_untracked()) else { return };
        match still::draw(&picture, &first) {
            Ok(()) => is_still.set(true),
            Err(error) => leptos::logging::warn!("the picture goes on moving: {error}"),
        }
    };
    Effect::new(move |_| {
        if first.get().is_some() && is_loaded.get() && page::wants_less_motion() {
            stand();
        }
    });
    let press = move |_| if is_still.get_untracked() { is_still.set(false) } else { stand() };
    let sign = move || if is_still.get() { Glyph::Play } else { Glyph::Pause };
    let label = move || if is_still.get() { go_on.clone() } else { stop.clone() };
    let label = Signal::derive(label);
    view! {
        <Show when=move || moves.get()>
            <canvas node_ref=first class="picture-still" aria-hidden="true" hidden=move || !is_still.get()></canvas>
            <button type="button" class="button button-icon picture-stop" aria-label=move || label.get() on:click=press>
                {move || view! { <Icon glyph=sign() /> }}
            </button>
        </Show>
    }
}
