//! The words of a pathway: its name, and why it is walked.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use portfolio::intent::{NewPathway, Wording};
use portfolio::{Intent, model};

use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::dialog::Dialog;
use crate::ui::field::{Field, describedby};
use crate::ui::icon::{Glyph, Icon};

/// What is typed of a pathway. Copies are the same.
#[derive(Clone, Copy)]
pub struct Typed {
    name: RwSignal<String>,
    purpose: RwSignal<String>,
    error: RwSignal<Option<String>>,
}

impl Typed {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { name: RwSignal::default(), purpose: RwSignal::default(), error: RwSignal::default() }
    }

    /// Begins with the words of a pathway, or without any.
    pub fn begin(self, pathway: Option<&model::Pathway>) {
        self.name.set(pathway.map(|pathway| pathway.name.clone()).unwrap_or_default());
        self.purpose.set(pathway.map(|pathway| pathway.purpose.clone()).unwrap_or_default());
        self.error.set(None);
    }

    /// Name and purpose; none, and the field says so, where the name is missing.
    pub fn read(self, may_be_nameless: bool) -> Option<(String, String)> {
        let typed = |field: RwSignal<String>| field.get_untracked().trim().to_owned();
        let name = typed(self.name);
        let is_fit = may_be_nameless || !name.is_empty();
        self.error.set((!is_fit).then(|| t::pathway::name_needed().to_owned()));
        is_fit.then(|| (name, typed(self.purpose)))
    }
}

/// The fields for both, and the button that takes them.
#[component]
pub fn PathwayForm(typed: Typed, done: &'static str, submit: Callback<()>) -> impl IntoView {
    let error = typed.error;
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        submit.run(());
    };
    view! {
        <form class="stack" on:submit=send>
            <Field id="pathway-name" label=t::pathway::name() hint=t::pathway::name_hint() error=error>
                <input
                    id="pathway-name"
                    class="input"
                    maxlength=Wording::Name.most_letters()
                    autocomplete="off"
                    aria-describedby=describedby("pathway-name")
                    aria-invalid=move || error.with(Option::is_some).to_string()
                    bind:value=typed.name
                />
            </Field>
            <Field id="pathway-purpose" label=t::pathway::purpose() hint=t::pathway::purpose_hint()>
                <textarea
                    id="pathway-purpose"
                    class="input"
                    maxlength=Wording::Purpose.most_letters()
                    aria-describedby=describedby("pathway-purpose")
                    bind:value=typed.purpose
                />
            </Field>
            <div class="row">
                <button type="submit" class="button button-main">
                    {done}
                </button>
            </div>
        </form>
    }
}

/// Asks for a new pathway, and goes to it.
#[component]
pub fn NewButton() -> impl IntoView {
    let state = AppState::expect();
    let (open, typed) = (RwSignal::new(false), Typed::new());
    let navigate = use_navigate();
    let begin = Callback::new(move |()| {
        let Some((name, purpose)) = typed.read(false) else { return };
        let done = t::pathway::begun(&name);
        let new = NewPathway { name, purpose, ..NewPathway::default() };
        let Some(touched) = state.attempt_aloud(Intent::AddPathway(new), done) else { return };
        open.set(false);
        if let Some(id) = touched.iter().find_map(|id| id.strip_prefix("pathway:")) {
            navigate(&Place::OnePathway(id.to_owned()).to_string(), NavigateOptions::default());
        }
    });
    let ask = move |_| {
        typed.begin(None);
        open.set(true);
    };
    view! {
        <button type="button" class="button button-quiet" on:click=ask>
            <Icon glyph=Glyph::Add />
            {t::pathway::new()}
        </button>
        <Dialog open title=t::pathway::new()>
            <PathwayForm typed done=t::pathway::begin() submit=begin />
        </Dialog>
    }
}
