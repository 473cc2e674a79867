//! Recordings that become pieces of their own, where none is open.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use platform::files::PickedFile;

use super::interrupted::Cards;
use crate::components::studio::{Draft, Intake, IntakeList};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// The cards; what is kept becomes a piece, which opens in the studio for its title.
#[component]
pub fn AsNewPieces(state: AppState) -> impl IntoView {
    let draft = Draft::new(None);
    let intake = Intake::new(draft);
    let navigate = use_navigate();
    Effect::new(move |_| {
        if let Some(piece) = draft.piece().get() {
            state.flush();
            navigate(&Place::EditPiece(piece.rest().to_owned()).to_string(), NavigateOptions::default());
        }
    });
    let on_file = Callback::new(move |file: PickedFile| intake.add(vec![file]));
    view! {
        <Cards words=t::capture::keep_new() on_file />
        <IntakeList intake />
    }
}
