//! Which gaps are asked for. It stands in the address.

use std::fmt;
use std::str::FromStr;

use leptos::prelude::*;
use leptos_router::hooks::query_signal;
use portfolio::gaps::Kind;

use super::card::word;
use super::found::Found;
use crate::i18n::t;

/// What is asked for.
#[derive(Clone, PartialEq, Default)]
pub struct Wanted {
    /// Only the pathway with what stands in its way, or everything; where nobody chose, the pathway if there is one.
    pub only_pathway: Option<bool>,
    /// Of one subject.
    pub subject: Option<String>,
    /// Of one kind.
    pub kind: Option<Kind>,
}

/// A kind as an address spells it.
#[derive(Clone, Copy, PartialEq)]
struct KindName(Kind);

impl KindName {
    fn name(self) -> &'static str {
        match self.0 {
            Kind::BelowAim => "below",
            Kind::NoEvidence => "none",
            Kind::Blocked => "blocked",
            Kind::AwaitingJudgement => "awaiting",
            Kind::Stale => "old",
            Kind::Retired => "retired",
        }
    }
}

impl fmt::Display for KindName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for KindName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Kind::ALL.into_iter().map(Self).find(|kind| kind.name() == text).ok_or(())
    }
}

type Query<T> = (Memo<Option<T>>, SignalSetter<Option<T>>);

/// What the address asks for, to be read and set.
#[derive(Clone, Copy)]
pub struct Asked {
    only_pathway: Query<bool>,
    subject: Query<String>,
    kind: Query<KindName>,
}

impl Asked {
    /// Of the running view.
    pub fn in_the_address() -> Self {
        Self { only_pathway: query_signal("pathway"), subject: query_signal("subject"), kind: query_signal("why") }
    }

    /// What is asked for now.
    pub fn wanted(self) -> Wanted {
        Wanted {
            only_pathway: self.only_pathway.0.get(),
            subject: self.subject.0.get(),
            kind: self.kind.0.get().map(|KindName(kind)| kind),
        }
    }
}

/// Of what, in which subject, and of which kind, each kind with its number.
#[component]
pub fn Filters(asked: Asked, found: Memo<Found>, on_change: Callback<()>) -> impl IntoView {
    let only_pathway = move || asked.only_pathway.0.get().unwrap_or_else(|| found.with(|found| found.has_pathway));
    let choose_slice = move |only: bool| {
        on_change.run(());
        asked.only_pathway.1.set(Some(only));
    };
    let slice = move |only: bool, words: &'static str| {
        view! {
            <label class="chip">
                <input
                    type="radio"
                    name="gaps-of"
                    prop:checked=move || only_pathway() == only
                    on:change=move |_| choose_slice(only)
                />
                {words}
            </label>
        }
    };
    let choose_subject = move |value: String| {
        on_change.run(());
        asked.subject.1.set((!value.is_empty()).then_some(value));
    };
    let is_subject = move |subject: &str| asked.subject.0.with(|chosen| chosen.as_deref() == Some(subject));
    let subjects = move || {
        let options = found.with(|found| found.subjects.clone()).into_iter().map(|subject| {
            let value = subject.clone();
            view! {
                <option value=value.clone() prop:selected=move || is_subject(&value)>
                    {subject}
                </option>
            }
        });
        options.collect_view()
    };
    view! {
        <div class="explore-filters">
            <fieldset class="field gaps-of">
                <legend>{t::gaps::of()}</legend>
                <div class="chips">{slice(true, t::gaps::of_pathway())} {slice(false, t::gaps::of_all())}</div>
            </fieldset>
            <div class="field">
                <label for="gaps-subject">{t::pathway::subject()}</label>
                <select
                    id="gaps-subject"
                    class="input"
                    on:change:target=move |event| choose_subject(event.target().value())
                >
                    <option value="">{t::pathway::all_subjects()}</option>
                    {subjects}
                </select>
            </div>
        </div>
        <Kinds asked found on_change />
    }
}

/// Every kind that is there, with its number, to be pressed and let go.
#[component]
fn Kinds(asked: Asked, found: Memo<Found>, on_change: Callback<()>) -> impl IntoView {
    let is_chosen = move |kind| asked.kind.0.get() == Some(KindName(kind));
    let choose = move |kind| {
        on_change.run(());
        asked.kind.1.set((!is_chosen(kind)).then_some(KindName(kind)));
    };
    let count = move |kind| found.with(|found| found.kinds.get(&kind).copied().unwrap_or_default());
    let kinds = Kind::ALL
        .into_iter()
        .map(|kind| {
            view! {
                <Show when=move || { count(kind) > 0 || is_chosen(kind) }>
                    <button
                        type="button"
                        class="chip"
                        aria-pressed=move || is_chosen(kind).to_string()
                        on:click=move |_| choose(kind)
                    >
                        {word(kind)}
                        " "
                        <strong>{move || count(kind)}</strong>
                    </button>
                </Show>
            }
        })
        .collect_view();
    view! {
        <div class="chips" role="group" aria-label=t::gaps::kinds()>
            {kinds}
        </div>
    }
}
