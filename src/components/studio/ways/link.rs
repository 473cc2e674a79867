//! Adding a link to the piece.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use portfolio::intent::{NewArtifact, Wording};
use portfolio::model::Content;

use super::form_end::FormEnd;
use crate::components::link_fields::{LinkFields, TypedLink};
use crate::components::studio::Draft;
use crate::i18n::t;
use crate::ui::field::{Field, describedby};

/// Asks for the address, what is there, and a note, which becomes its caption.
#[component]
pub fn LinkForm(draft: Draft, close: Callback<()>) -> impl IntoView {
    let link = TypedLink::new();
    let note = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(link) = link.read() else { return };
        let caption = note.get_untracked().trim().to_owned();
        draft.add(NewArtifact { caption, ..NewArtifact::of(Content::Link(link)) });
        close.run(());
    };
    view! {
        <form class="stack" on:submit=submit novalidate>
            <LinkFields link id="link" />
            <Field id="link-note" label=t::studio::link_note() hint=t::studio::link_note_hint()>
                <textarea
                    id="link-note"
                    class="input input-short"
                    maxlength=Wording::Caption.most_letters()
                    aria-describedby=describedby("link-note")
                    bind:value=note
                ></textarea>
            </Field>
            <FormEnd close keep=t::studio::link_add() />
        </form>
    }
}
