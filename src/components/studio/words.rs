//! The words of a piece: title, text and reflection.

use super::prompts::{self, Prompts};
use super::{Draft, Intake};
use crate::components::markdown::Pictures;
use crate::components::writing::{self, Editor};
use crate::i18n::t;
use crate::state::TextField as Text;
use crate::ui::field::Field;
use leptos::prelude::*;
use platform::{page, text_field};

/// What stands in a text of the piece when the field is drawn. While one types the field itself is ahead of the portfolio.
fn stored(draft: Draft, read: impl Fn(&portfolio::model::Evidence) -> String) -> String {
    let piece = draft.piece().get_untracked();
    piece.and_then(|id| draft.state().read(|world| world.portfolio.piece(&id).map(read)).flatten()).unwrap_or_default()
}

/// What the piece is called.
#[component]
pub fn TitleField(draft: Draft) -> impl IntoView {
    view! {
        <Field id="title" label=t::studio::title()>
            <input
                id="title"
                class="input studio-title"
                maxlength=Text::Title.wording().most_letters()
                prop:value=stored(draft, |piece| piece.title.clone())
                on:input:target=move |event| draft.typed(Text::Title, event.target().value())
                on:blur=move |_| draft.state().flush()
            />
        </Field>
    }
}

/// From this width on, in `rem`, a text and how it looks stand side by side.
const WIDE: u16 = 70;

/// The work itself, or words about it.
#[component]
pub fn TextField(draft: Draft, intake: Intake) -> impl IntoView {
    view! {
        <Field id="text" label=t::studio::text() hint=t::studio::text_hint()>
            <Editor
                id="text"
                text=stored(draft, |piece| piece.text.clone())
                tools=writing::ALL
                tall=true
                shown=page::is_wide(WIDE)
                pictures=Pictures::of(draft.piece().into(), false)
                on_text=Callback::new(move |text| draft.typed(Text::Text, text))
                on_leave=Callback::new(move |()| draft.state().flush())
                on_pictures=Callback::new(move |pictures| intake.add(pictures))
            />
        </Field>
    }
}

/// What the learner thinks of it, with questions to begin with.
#[component]
pub fn ReflectionField(draft: Draft, intake: Intake) -> impl IntoView {
    const ID: &str = "reflection";
    let ask = Callback::new(move |question: String| {
        if let Err(error) = text_field::write_at_end(ID, |before| prompts::after(before, &question)) {
            leptos::logging::warn!("the question was not put in: {error}");
        }
    });
    view! {
        <Field id=ID label=t::studio::reflection() hint=t::studio::reflection_hint()>
            <Editor
                id=ID
                text=stored(draft, |piece| piece.reflection.clone())
                tools=writing::FEW
                tall=false
                shown=false
                pictures=Pictures::of(draft.piece().into(), false)
                on_text=Callback::new(move |text| draft.typed(Text::Reflection, text))
                on_leave=Callback::new(move |()| draft.state().flush())
                on_pictures=Callback::new(move |pictures| intake.add(pictures))
            />
        </Field>
        <Prompts draft ask />
    }
}
