//! What is asked of a competency of one's own.

use leptos::prelude::*;
use portfolio::Level;
use portfolio::framework::Size;
use portfolio::intent::Wording;

use super::draft::Draft;
use crate::components::interests;
use crate::components::level::{self, number};
use crate::i18n::t;
use crate::state::AppState;
use crate::ui::answers::Answers;
use crate::ui::field::{Field, describedby};

/// The field that must be filled.
pub const STATEMENT: &str = "own-statement";

/// The whole of it, and a short name.
#[component]
pub fn WordFields(draft: Draft, error: RwSignal<Option<String>>) -> impl IntoView {
    const NAME: &str = "own-name";
    view! {
        <Field id=STATEMENT label=t::own::statement() hint=t::own::statement_hint() error=error>
            <textarea
                id=STATEMENT
                class="input input-brief"
                rows="2"
                maxlength=Wording::Statement.most_letters()
                required
                aria-describedby=describedby(STATEMENT)
                aria-invalid=move || error.with(Option::is_some).to_string()
                bind:value=draft.statement
            ></textarea>
        </Field>
        <Field id=NAME label=t::own::name() hint=t::own::name_hint()>
            <input id=NAME class="input" maxlength=Wording::Title.most_letters() autocomplete="off" aria-describedby=describedby(NAME) bind:value=draft.name />
        </Field>
    }
}

/// A subject that is there, or another.
#[component]
pub fn SubjectField(draft: Draft) -> impl IntoView {
    const SUBJECT: &str = "own-subject";
    const KNOWN: &str = "own-subjects";
    let state = AppState::expect();
    let subjects = state.read(|world| world.frameworks.subjects().into_iter().map(str::to_owned).collect::<Vec<_>>());
    let options = subjects.unwrap_or_default().into_iter().map(|subject| view! { <option value=subject></option> });
    view! {
        <Field id=SUBJECT label=t::own::subject() hint=t::own::subject_hint()>
            <input
                id=SUBJECT
                class="input"
                maxlength=Wording::Tag.most_letters()
                autocomplete="off"
                list=KNOWN
                aria-describedby=describedby(SUBJECT)
                bind:value=draft.subject
            />
            <datalist id=KNOWN>{options.collect_view()}</datalist>
        </Field>
    }
}

/// How much work it is.
#[component]
pub fn SizeOfIt(draft: Draft) -> impl IntoView {
    let words = |size| match size {
        Size::Small => t::own::small(),
        Size::Medium => t::own::medium(),
        Size::Large => t::own::large(),
    };
    let answers = Size::ALL.map(|size| (size, words(size).to_owned())).into();
    let held = Signal::derive(move || Some(draft.size.get()));
    let change = Callback::new(move |size: Option<Size>| draft.size.set(size.unwrap_or_default()));
    view! { <Answers question=t::own::size() answers held change /> }
}

/// What it is about.
#[component]
pub fn InterestsOfIt(draft: Draft) -> impl IntoView {
    let state = AppState::expect();
    let mine = state.read(|world| world.portfolio.learner().interests.clone()).unwrap_or_default();
    let of_it = draft.interests.get_untracked();
    let switches = interests::offered(mine.into_iter().chain(of_it)).into_iter().map(|tag| {
        let (words, asked) = (interests::words(&tag), tag.clone());
        let is_on = move || draft.interests.with(|tags| tags.contains(&asked)).to_string();
        let switch = move |_| {
            draft.interests.update(|tags| {
                if !tags.remove(&tag) {
                    tags.insert(tag.clone());
                }
            });
        };
        view! {
            <button type="button" class="chip" aria-pressed=is_on on:click=switch>
                {words}
            </button>
        }
    });
    view! {
        <fieldset class="field">
            <legend class="field-label">{t::own::interests()}</legend>
            <div class="chips">{switches.collect_view()}</div>
        </fieldset>
    }
}

/// What each level looks like.
#[component]
pub fn LevelFields(draft: Draft) -> impl IntoView {
    let whole = Level::all().filter(|level| *level > Level::ZERO && level.half_points().is_multiple_of(2));
    let fields = whole.zip(draft.levels).map(|(level, words)| {
        let id = format!("own-level-{}", level.half_points());
        view! {
            <Field id=id.clone() label=t::own::level(number(level), level::words(level))>
                <textarea id=id class="input input-brief" rows="2" maxlength=Wording::Statement.most_letters() bind:value=words></textarea>
            </Field>
        }
    });
    view! {
        <details open=draft.levels.iter().any(|words| words.with_untracked(|words| !words.is_empty()))>
            <summary>{t::own::levels()}</summary>
            <div class="stack">
                <p class="hint">{t::own::levels_hint()}</p>
                {fields.collect_view()}
            </div>
        </details>
    }
}
