//! Three to five next steps, each with its reasons.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::first_screen::Step;

use crate::components::choose::ChooseGoal;
use crate::components::level::{LevelOf, number};
use crate::components::reasons::sentence;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// The cards, and one tap to everything.
#[component]
pub fn NextSteps() -> impl IntoView {
    let state = AppState::expect();
    let steps = Memo::new(move |_| state.first_screen().map(|screen| screen.steps.clone()).unwrap_or_default());
    let has_framework = move || state.first_screen().is_some_and(|screen| screen.has_framework);
    view! {
        <section class="stack" aria-labelledby="next-steps">
            <div class="row row-apart">
                <h2 id="next-steps">{t::today::next()}</h2>
                <A href=Place::Explore.to_string()>{t::today::all_open()}</A>
            </div>
            <ul role="list" class="stack">
                <For
                    each=move || steps.get()
                    key=|step| (step.competency.clone(), step.name.clone(), step.statement.clone())
                    let(step)
                >
                    <StepCard step steps />
                </For>
            </ul>
            <Show when=move || !steps.read().is_empty()>
                <p class="soft small">{t::today::why_not()} " " <A href=Place::Explore.to_string()>{t::today::why_not_find()}</A></p>
            </Show>
            <Show when=move || steps.read().is_empty()>
                <div class="empty">
                    {move || {
                        if has_framework() {
                            view! { <p>{t::today::next_none()}</p> }.into_any()
                        } else {
                            view! {
                                <p>{t::today::no_framework()}</p>
                                <A href=format!("{}#frameworks", Place::Settings) attr:class="button button-main">
                                    {t::pathway::to_settings()}
                                </A>
                            }
                                .into_any()
                        }
                    }}
                </div>
            </Show>
        </section>
    }
}

/// A card stays where it is while what it says of the learner changes, and so does the focus in it.
#[component]
fn StepCard(step: Step, steps: Memo<Vec<Step>>) -> impl IntoView {
    let (id, name) = (step.competency.clone(), step.name.clone());
    let (title, statement, is_chosen) = (step.name.clone(), step.statement.clone(), step.is_on_pathway());
    let link = Place::Competency(id.to_string()).to_string();
    let why = format!("{link}#next-step");
    let of = name.clone();
    let now = Memo::new(move |before: Option<&Step>| {
        let of =
            |known: &Step| steps.with(|steps| steps.iter().find(|step| step.competency == known.competency).cloned());
        let known = before.unwrap_or(&step);
        of(known).unwrap_or_else(|| known.clone())
    });
    let held = Memo::new(move |_| now.with(|step| step.held));
    let reasons =
        move || now.get().reasons.into_iter().map(|reason| view! { <li>{sentence(reason)}</li> }).collect_view();
    view! {
        <li>
            <article class="card">
                <h3>
                    <A href=link>{title}</A>
                </h3>
                {(!statement.is_empty()).then(|| view! { <p>{statement}</p> })}
                <p class="row">
                    {move || held.get().map(|held| view! { <LevelOf level=Some(held) /> })}
                    <span class="soft small">{move || t::today::aim_next(number(now.with(|step| step.next)))}</span>
                </p>
                <ul class="reasons small">{reasons}</ul>
                <Show when=move || now.with(|step| step.only_said)>
                    <p class="soft small">{t::today::only_said()}</p>
                </Show>
                <div class="row">
                    <ChooseGoal competency=id name is_chosen />
                    <A href=why attr:class="button button-quiet">
                        <span>{t::today::why_this()} <span class="visually-hidden">" · " {of}</span></span>
                    </A>
                </div>
            </article>
        </li>
    }
}
