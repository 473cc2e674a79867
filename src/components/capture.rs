//! Taking down what a learner shows and says: a photo, a video, sound, the screen; and what became of a recording that was
//! interrupted. Its code is a part of its own, which comes when the first of it is asked for.

mod controls;
mod devices;
mod dialog;
mod interrupted;
mod kept;
mod live;
mod review;
mod session;
mod take;
mod trim;
mod trouble;
mod words;

use leptos::prelude::*;
use platform::capture::Kind;
use platform::files::PickedFile;

use crate::i18n::t;
use crate::parts::{Later, apart, arriving};
use crate::state::AppState;

apart! {
    fn dialog_of in capture(kind: Kind, on_file: Callback<PickedFile>, on_close: Callback<()>) -> Later<AnyView> {
        Box::pin(async move { view! { <dialog::CaptureDialog kind on_file on_close /> }.into_any() })
    }

    fn cards_of in capture(words: &'static str, on_file: Callback<PickedFile>) -> Later<AnyView> {
        Box::pin(async move { view! { <interrupted::Cards words on_file /> }.into_any() })
    }

    fn cards_for_today in capture(state: AppState) -> Later<AnyView> {
        Box::pin(async move { view! { <kept::AsNewPieces state /> }.into_any() })
    }
}

/// A dialog that takes one thing down and hands it over when the learner keeps it. It stands open from the start.
#[component]
pub fn Recorder(
    /// What is taken down.
    kind: Kind,
    /// Gets what is kept.
    on_file: Callback<PickedFile>,
    /// Runs when the dialog has closed.
    on_close: Callback<()>,
) -> impl IntoView {
    arriving(dialog_of(kind, on_file, on_close), unreached)
}

/// Recordings that wait for an answer, each with ways to look at it, to put it into this piece and to throw it away. Nothing
/// where none wait.
#[component]
pub fn Interrupted(
    /// Gets what is kept.
    on_file: Callback<PickedFile>,
) -> impl IntoView {
    while_some_wait(move || arriving(cards_of(t::capture::keep_here(), on_file), unreached).into_any())
}

/// As [`Interrupted`], where no piece is open: each that is kept becomes a new piece.
#[component]
pub fn InterruptedForNewPieces() -> impl IntoView {
    let state = AppState::expect();
    while_some_wait(move || arriving(cards_for_today(state), unreached).into_any())
}

/// Once shown it stays, so that what it says last can be read.
fn while_some_wait(cards: impl Fn() -> AnyView + Send + Sync + 'static) -> impl IntoView {
    let state = AppState::expect();
    let any = Memo::new(move |before| before == Some(&true) || !state.recordings().is_empty());
    move || any.get().then(&cards)
}

fn unreached() -> AnyView {
    view! { <p class="error">{t::shell::unreached()}</p> }.into_any()
}
