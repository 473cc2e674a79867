//! The fields that ask for a link.

use leptos::prelude::*;
use portfolio::intent::Wording;
use portfolio::intent::artifacts::{is_safe_link, whole_link};
use portfolio::model::Link;

use crate::i18n::t;
use crate::ui::field::{Field, describedby};

/// What is typed of a link. Copies are the same.
#[derive(Clone, Copy)]
pub struct TypedLink {
    url: RwSignal<String>,
    title: RwSignal<String>,
    error: RwSignal<Option<String>>,
}

impl TypedLink {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { url: RwSignal::default(), title: RwSignal::default(), error: RwSignal::default() }
    }

    /// The link; none, and the field says why, if it leads nowhere that is safe.
    pub fn read(self) -> Option<Link> {
        let typed = |field: RwSignal<String>| field.get_untracked().trim().to_owned();
        let link = Link { url: whole_link(&typed(self.url)), title: typed(self.title) };
        let is_safe = is_safe_link(&link.url);
        self.error.set((!is_safe).then(|| t::studio::link_bad().to_owned()));
        is_safe.then_some(link)
    }

    /// Empties the fields for another.
    pub fn clear(self) {
        self.url.set(String::new());
        self.title.set(String::new());
    }
}

/// Address and title.
#[component]
pub fn LinkFields(
    link: TypedLink,
    /// What the ids of the fields begin with.
    id: &'static str,
) -> impl IntoView {
    let (url, title) = (format!("{id}-url"), format!("{id}-title"));
    let error = link.error;
    view! {
        <Field id=url.clone() label=t::studio::link_url() error=error>
            <input
                id=url.clone()
                type="url"
                class="input"
                autocomplete="off"
                aria-describedby=describedby(&url)
                aria-invalid=move || error.with(Option::is_some).to_string()
                bind:value=link.url
            />
        </Field>
        <Field id=title.clone() label=t::studio::link_title()>
            <input id=title class="input" maxlength=Wording::Title.most_letters() autocomplete="off" bind:value=link.title />
        </Field>
    }
}
