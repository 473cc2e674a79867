//! How the levels of a framework are read, and for how long they hold.

use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::{EntityId, Intent};

use crate::components::framework_choice::ScaleQuestion;
use crate::i18n::t;
use crate::state::{AppState, World};
use crate::ui::field::{Field, describedby};

/// Ages to choose from, in days: half a year, a year, two years.
const AGES: [u32; 3] = [182, 365, 730];

/// Folded up: all that the learner says of how a framework is read.
#[component]
pub fn FrameworkRules(framework: EntityId) -> impl IntoView {
    view! {
        <details>
            <summary>{t::framework::rules()}</summary>
            <div class="stack">
                <Scales framework=framework.clone() />
                <Recheck framework />
            </div>
        </details>
    }
}

/// After how long work is to be checked again.
#[component]
fn Recheck(framework: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let of = framework.clone();
    // What the learner said, and what the framework says.
    let said = Memo::new(move |_| {
        let said = |world: World<'_>| {
            let chosen = world.portfolio.adoption(&of).and_then(|adoption| adoption.recheck);
            (chosen, world.frameworks.get(of.rest()).and_then(|framework| framework.about().recheck))
        };
        state.watch(&["framework"], said).unwrap_or_default()
    });
    let chosen = move || said.get().0;
    let as_it_says = move || match said.get().1 {
        Some(days) => t::framework::recheck_as_said(in_time(days)),
        None => t::framework::recheck_not_said().to_owned(),
    };
    // An age that came from elsewhere is offered as long as it stands.
    let offered = move || {
        let other = chosen().filter(|days| *days > 0 && !AGES.contains(days));
        std::iter::once(0).chain(AGES).chain(other).collect::<Vec<_>>()
    };
    let id = format!("recheck-{}", framework.rest());
    let choose = move |value: String| {
        state.attempt(Intent::SetRecheck { framework: framework.clone(), days: value.parse().ok() });
    };
    view! {
        <Field id=id.clone() label=t::framework::recheck() hint=t::framework::recheck_hint()>
            <select
                id=id.clone()
                class="input"
                aria-describedby=describedby(&id)
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="" prop:selected=move || chosen().is_none()>
                    {as_it_says}
                </option>
                <For each=offered key=|days| *days let(days)>
                    <option value=days.to_string() prop:selected=move || chosen() == Some(days)>
                        {in_time(days)}
                    </option>
                </For>
            </select>
        </Field>
    }
}

/// An age in words.
fn in_time(days: u32) -> String {
    match days {
        0 => t::framework::recheck_never().to_owned(),
        182 => t::framework::recheck_half().to_owned(),
        365 => t::framework::recheck_year().to_owned(),
        730 => t::framework::recheck_two().to_owned(),
        days => t::framework::recheck_days(days as usize),
    }
}

/// For each scale of others in it, which of its words means proficient; it was asked on adopting and can be answered anew. Nothing where
/// all its words are of Cairn's own scale.
#[component]
fn Scales(framework: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let of = framework.clone();
    let scales = Memo::new(move |_| {
        let scales = state.watch(&["framework"], |world| {
            let read = world.frameworks.get(of.rest());
            read.map(|read| read.about().scales.iter().map(|scale| scale.steps.clone()).collect::<Vec<_>>())
        });
        scales.flatten().unwrap_or_default()
    });
    let framework = StoredValue::new(framework);
    let answer = move |place: usize| {
        let id = framework.get_value();
        let answer = |answers: &Vec<Option<u8>>| answers.get(place).copied().flatten();
        state
            .watch(&["framework"], |world| world.portfolio.adoption(&id).and_then(|of| answer(&of.proficient)))
            .flatten()
    };
    let questions = move || {
        let questions = scales.get().into_iter().enumerate().map(|(place, steps)| {
            let change = Callback::new(move |step| {
                spawn_local(state.set_proficient(framework.get_value(), place, step));
            });
            let id = format!("scale-{}-{place}", framework.with_value(|id| id.rest().to_owned()));
            view! { <ScaleQuestion id steps chosen=Signal::derive(move || answer(place)) change /> }
        });
        questions.collect_view()
    };
    view! {
        <Show when=move || !scales.read().is_empty()>
            {questions}
        </Show>
    }
}
