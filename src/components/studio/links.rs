//! Adding a link to the piece.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use portfolio::intent::NewArtifact;
use portfolio::intent::artifacts::{is_safe_link, whole_link};
use portfolio::model::{Content, Link};

use super::Draft;
use crate::i18n::t;
use crate::ui::field::{Field, describedby};

/// A small form behind a disclosure.
#[component]
pub fn LinkForm(draft: Draft) -> impl IntoView {
    let url = RwSignal::new(String::new());
    let title = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let link = Link { url: whole_link(url.get_untracked().trim()), title: title.get_untracked().trim().to_owned() };
        if !is_safe_link(&link.url) {
            error.set(Some(t::studio::link_bad().to_owned()));
            return;
        }
        draft.add(NewArtifact { content: Content::Link(link), caption: String::new(), alt: String::new() });
        error.set(None);
        url.set(String::new());
        title.set(String::new());
    };
    view! {
        <details>
            <summary>{t::studio::add_link()}</summary>
            <form class="stack" on:submit=submit novalidate>
                <Field id="link-url" label=t::studio::link_url() error=error>
                    <input
                        id="link-url"
                        type="url"
                        class="input"
                        aria-describedby=describedby("link-url")
                        aria-invalid=move || error.with(Option::is_some).to_string()
                        bind:value=url
                    />
                </Field>
                <Field id="link-title" label=t::studio::link_title()>
                    <input id="link-title" class="input" maxlength="200" bind:value=title />
                </Field>
                <div class="row">
                    <button type="submit" class="button">
                        {t::studio::link_add()}
                    </button>
                </div>
            </form>
        </details>
    }
}
