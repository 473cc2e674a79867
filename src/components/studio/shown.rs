//! In which ways the piece shows what it shows.

use leptos::prelude::*;
use portfolio::intent::PieceEdit;

use super::Draft;
use crate::components::shown::ShownFold;

/// Suggested while it is made, and chosen where the learner knows better.
#[component]
pub fn WaysShown(draft: Draft) -> impl IntoView {
    let shown = Memo::new(move |_| draft.shown());
    view! { <ShownFold shown change=Callback::new(move |ways| draft.edit(PieceEdit::Shown(ways))) /> }
}
