//! Whether the piece shows people, and until when it may be kept then.

use leptos::prelude::*;
use portfolio::intent::PieceEdit;

use super::Draft;
use crate::components::keeping::{self, KeepUntil};
use crate::i18n::t;
use crate::ui::answers::Answers;
use crate::ui::fold::Fold;

/// A fold with the question, and the next one where people are shown.
#[component]
pub fn PeopleFold(draft: Draft) -> impl IntoView {
    let said = Memo::new(move |_| {
        let said = draft.said();
        (said.people, said.keep_until)
    });
    let about = Signal::derive(move || match said.get() {
        (None, _) => t::made::nothing_said().to_owned(),
        (Some(false), _) => t::people::none().to_owned(),
        (Some(true), None) => t::people::some().to_owned(),
        (Some(true), Some(until)) => t::people::some_until(keeping::day(until)),
    });
    let change = Callback::new(move |people: Option<bool>| {
        draft.edit(PieceEdit::People(people));
        // A day that was set for the people in it means nothing without them.
        if people != Some(true) && said.get_untracked().1.is_some() {
            draft.edit(PieceEdit::KeepUntil(None));
        }
    });
    let keep = Callback::new(move |until| draft.edit(PieceEdit::KeepUntil(until)));
    view! {
        <Fold title=t::people::title() about>
            <Answers
                question=t::people::question()
                answers=vec![(true, t::made::yes().to_owned()), (false, t::made::no().to_owned())]
                held=Signal::derive(move || said.get().0)
                change
            />
            <Show when=move || said.get().0 == Some(true)>
                <KeepUntil until=Signal::derive(move || Some(said.get().1)) change=keep />
            </Show>
        </Fold>
    }
}
