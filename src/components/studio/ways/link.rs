//! Adding a link to the piece.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use portfolio::intent::NewArtifact;
use portfolio::intent::artifacts::{is_safe_link, whole_link};
use portfolio::model::{Content, Link};

use super::form_end::FormEnd;
use crate::components::studio::Draft;
use crate::i18n::t;
use crate::ui::field::{Field, describedby};

/// Asks for the address, what is there, and a note, which becomes its caption.
#[component]
pub fn LinkForm(draft: Draft, close: Callback<()>) -> impl IntoView {
    let url = RwSignal::new(String::new());
    let title = RwSignal::new(String::new());
    let note = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let link = Link { url: whole_link(url.get_untracked().trim()), title: title.get_untracked().trim().to_owned() };
        if !is_safe_link(&link.url) {
            error.set(Some(t::studio::link_bad().to_owned()));
            return;
        }
        let caption = note.get_untracked().trim().to_owned();
        draft.add(NewArtifact { caption, ..NewArtifact::of(Content::Link(link)) });
        close.run(());
    };
    view! {
        <form class="stack" on:submit=submit novalidate>
            <Field id="link-url" label=t::studio::link_url() error=error>
                <input
                    id="link-url"
                    type="url"
                    class="input"
                    autocomplete="off"
                    aria-describedby=describedby("link-url")
                    aria-invalid=move || error.with(Option::is_some).to_string()
                    bind:value=url
                />
            </Field>
            <Field id="link-title" label=t::studio::link_title()>
                <input id="link-title" class="input" maxlength="200" autocomplete="off" bind:value=title />
            </Field>
            <Field id="link-note" label=t::studio::link_note() hint=t::studio::link_note_hint()>
                <textarea
                    id="link-note"
                    class="input input-short"
                    maxlength="1000"
                    aria-describedby=describedby("link-note")
                    bind:value=note
                ></textarea>
            </Field>
            <FormEnd close keep=t::studio::link_add() />
        </form>
    }
}
