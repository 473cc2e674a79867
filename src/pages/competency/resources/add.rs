//! Keeping a link of one's own.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use portfolio::intent::artifacts::{is_safe_link, whole_link};
use portfolio::model::Link;
use portfolio::{Intent, ItemId};

use crate::i18n::t;
use crate::state::AppState;
use crate::ui::field::{Field, describedby};

/// A small form behind a fold.
#[component]
pub fn AddLink(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let (url, title) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let error = RwSignal::new(None::<String>);
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let link = Link { url: whole_link(url.get_untracked().trim()), title: title.get_untracked().trim().to_owned() };
        if !is_safe_link(&link.url) {
            error.set(Some(t::studio::link_bad().to_owned()));
            return;
        }
        if state
            .attempt_aloud(Intent::AddResource { competency: id.clone(), link }, t::competency::link_kept())
            .is_some()
        {
            error.set(None);
            url.set(String::new());
            title.set(String::new());
        }
    };
    view! {
        <details>
            <summary>{t::competency::link_add()}</summary>
            <form class="stack stack-tight" on:submit=add novalidate>
                <Field id="resource-url" label=t::studio::link_url() error=error>
                    <input
                        id="resource-url"
                        type="url"
                        class="input"
                        autocomplete="off"
                        aria-describedby=describedby("resource-url")
                        aria-invalid=move || error.with(Option::is_some).to_string()
                        bind:value=url
                    />
                </Field>
                <Field id="resource-title" label=t::studio::link_title()>
                    <input id="resource-title" class="input" maxlength="200" autocomplete="off" bind:value=title />
                </Field>
                <p>
                    <button type="submit" class="button">
                        {t::competency::link_keep()}
                    </button>
                </p>
            </form>
        </details>
    }
}
