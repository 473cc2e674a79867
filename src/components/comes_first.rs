//! Saying that one competency comes before another, and taking that back. It is the learner's word beside what the framework says.

use leptos::prelude::*;
use platform::page;
use portfolio::framework::Need;
use portfolio::{Intent, ItemId, Refusal};

use crate::components::find_competency::FindCompetency;
use crate::i18n::{self, t};
use crate::state::{AppState, NoticeAction, Refused, World};
use crate::ui::icon::{Glyph, Icon};

/// What a competency rests on is headed by this; whoever changes it goes on from there.
pub const HEADING: &str = "rests-on";

/// Whether it is the learner who says that one comes before another.
pub fn is_said(world: World<'_>, before: &ItemId, after: &ItemId) -> bool {
    world.frameworks.overlay().needs(after).any(|other| other == before)
}

/// Behind a fold: what else comes first.
#[component]
pub fn AddNeed(competency: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let error = RwSignal::new(None::<String>);
    let of = competency.clone();
    let left_out = Memo::new(move |_| {
        let asked = state.watch(&["framework"], |world| {
            let requirement = world.frameworks.of(&of)?.requirement(&of)?;
            Some(requirement.items().into_iter().map(|(item, _)| item.clone()).collect::<Vec<_>>())
        });
        let mut asked = asked.flatten().unwrap_or_default();
        asked.push(of.clone());
        asked
    });
    let choose = Callback::new(move |before: ItemId| {
        let name = state.read(|world| world.frameworks.name(&before)).unwrap_or_default();
        let need = Need { after: competency.clone(), before };
        match state.perform(Intent::AddNeeds { needs: vec![need] }) {
            Ok(_) => {
                state.say(t::needs::added(name), Some(NoticeAction::Undo));
                page::focus_when_drawn(HEADING.to_owned());
            }
            Err(refused) => error.set(state.read(|world| sentence(world, &refused))),
        }
    });
    let is_open = RwSignal::new(false);
    view! {
        <details prop:open=move || is_open.get() on:toggle:target=move |event| is_open.set(event.target().open())>
            <summary>{t::needs::add()}</summary>
            // Made when it is unfolded: Chromium may leave a field without a box that came while it was folded.
            <Show when=move || is_open.get()>
                <div class="stack stack-tight">
                    <p class="hint">{t::needs::about()}</p>
                    <FindCompetency
                        id="need-find"
                        label=t::needs::find()
                        offered=t::studio::claim_offered()
                        left_out
                        choose
                    />
                    {move || error.get().map(|error| view! { <p class="error" role="alert">{error}</p> })}
                </div>
            </Show>
        </details>
    }
}

/// The way back from what the learner said.
#[component]
pub fn RemoveNeed(before: ItemId, after: ItemId, name: String) -> impl IntoView {
    let state = AppState::expect();
    let label = t::needs::remove(&name);
    let remove = move |_| {
        let need = Need { after: after.clone(), before: before.clone() };
        if state.attempt_aloud(Intent::RemoveNeed { need }, t::needs::removed(&name)).is_some() {
            page::focus_when_drawn(HEADING.to_owned());
        }
    };
    view! {
        <span class="row small">
            <span class="soft">{t::needs::yours()}</span>
            <button type="button" class="button button-icon" aria-label=label on:click=remove>
                <Icon glyph=Glyph::Remove />
            </button>
        </span>
    }
}

fn sentence(world: World<'_>, refused: &Refused) -> String {
    match refused {
        Refused::Refusal(Refusal::ClosesACircle { way }) => {
            let names: Vec<String> = way.iter().map(|item| world.frameworks.name(item)).collect();
            match names.as_slice() {
                [first, .., last] => {
                    let between = names.get(1..names.len() - 1).unwrap_or_default();
                    let through =
                        if between.is_empty() { String::new() } else { t::needs::through(i18n::list(between)) };
                    t::needs::circle(first, last, through)
                }
                _ => t::needs::itself().to_owned(),
            }
        }
        other => other.sentence(),
    }
}
