//! How the piece was made: alone or with others, with what help, an AI's included. Asked as one asks a friend.

use leptos::prelude::*;
use portfolio::intent::PieceEdit;
use portfolio::model::MadeWith;

use super::Draft;
use crate::components::made_with;
use crate::i18n::t;
use crate::state::TextField;
use crate::ui::answers::Answers;
use crate::ui::field::{Field, describedby};
use crate::ui::fold::Fold;

/// A fold with the questions; each may stay open.
#[component]
pub fn MadeWithFold(draft: Draft) -> impl IntoView {
    let made = Memo::new(move |_| draft.said().made);
    let alone = Callback::new(move |alone| draft.edit(PieceEdit::Alone(alone)));
    let ai = Callback::new(move |ai| draft.edit(PieceEdit::Ai(ai)));
    let about =
        Signal::derive(move || made.with(made_with::in_short).unwrap_or_else(|| t::made::nothing_said().to_owned()));
    let answers = |yes: &str, no: &str| vec![(true, yes.to_owned()), (false, no.to_owned())];
    view! {
        <Fold title=t::made::title() about>
            <Answers
                question=t::made::alone_question()
                answers=answers(t::made::alone(), t::made::together())
                held=Signal::derive(move || made.read().alone)
                change=alone
            />
            <Show when=move || made.read().alone == Some(false)>
                <Words draft field=TextField::With label=t::made::with() hint=t::made::with_hint() read=|made| &made.with />
            </Show>
            <Words draft field=TextField::Help label=t::made::help() hint=t::made::help_hint() read=|made| &made.help />
            <Answers
                question=t::made::ai_question()
                answers=answers(t::made::yes(), t::made::no())
                held=Signal::derive(move || made.read().ai)
                change=ai
            />
            <Show when=move || made.read().ai == Some(true)>
                <Words
                    draft
                    field=TextField::AiHow
                    label=t::made::ai_how()
                    hint=t::made::ai_how_hint()
                    read=|made| &made.ai_how
                />
            </Show>
        </Fold>
    }
}

/// A short answer in words.
#[component]
fn Words(
    draft: Draft,
    field: TextField,
    label: &'static str,
    hint: &'static str,
    read: fn(&MadeWith) -> &String,
) -> impl IntoView {
    // While one types the field itself is ahead of the portfolio.
    let stored = untrack(|| read(&draft.said().made).clone());
    let id = field.name();
    view! {
        <Field id label hint>
            <input
                id=id
                class="input"
                maxlength=field.wording().most_letters()
                autocomplete="off"
                aria-describedby=describedby(id)
                prop:value=stored
                on:input:target=move |event| draft.typed(field, event.target().value())
                on:blur=move |_| draft.state().flush()
            />
        </Field>
    }
}
