//! Words beside the drawing, or in its place: for who cannot see it, and for who would rather say it than draw it.

use drawing::Drawing;
use leptos::prelude::*;
use portfolio::intent::Wording;

use super::desk::Desk;
use crate::i18n::t;
use crate::ui::field::{Field, describedby};

/// The id of the field, for the focus.
pub const FIELD: &str = "pad-words";

/// The field, and the end of drawing.
#[component]
pub fn WordsForm(
    desk: Desk,
    /// What is wrong with it now.
    problem: RwSignal<Option<String>>,
    back: Callback<()>,
    keep: Callback<()>,
) -> impl IntoView {
    let (label, hint) = if desk.drawing.with_untracked(Drawing::is_blank) {
        (t::drawing::words_instead(), t::drawing::words_instead_hint())
    } else {
        (t::drawing::words_beside(), t::drawing::words_beside_hint())
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        keep.run(());
    };
    view! {
        <form class="pad-words stack" on:submit=submit novalidate>
            <Field id=FIELD label hint error=problem>
                <textarea
                    id=FIELD
                    class="input pad-words-field"
                    maxlength=Wording::Alt.most_letters()
                    aria-describedby=describedby(FIELD)
                    prop:value=move || desk.words.get()
                    on:input:target=move |event| {
                        desk.words.set(event.target().value());
                        problem.set(None);
                    }
                ></textarea>
            </Field>
            <div class="pad-words-end">
                <button type="button" class="button" on:click=move |_| back.run(())>
                    {t::drawing::back_to_sheet()}
                </button>
                <button type="submit" class="button button-main">
                    {t::drawing::keep()}
                </button>
            </div>
        </form>
    }
}
