//! What the piece shows: competencies, each with the level the learner claims.

use leptos::prelude::*;
use platform::page;
use portfolio::ItemId;

use super::Draft;
use super::draft::FIRST_CLAIM;
use crate::components::find_competency::FindCompetency;
use crate::components::level::{LevelOptions, chosen};
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// The claims made, and a search for more.
#[component]
pub fn Claims(draft: Draft) -> impl IntoView {
    let claimed = Memo::new(move |_| draft.claims().into_iter().map(|(competency, _)| competency).collect::<Vec<_>>());
    view! {
        <section class="stack" aria-labelledby="studio-claims">
            <h2 id="studio-claims">{t::studio::claims()}</h2>
            <p class="hint">{t::studio::claims_hint()}</p>
            <ul role="list" class="stack stack-tight">
                <For each=move || claimed.get() key=Clone::clone let(competency)>
                    <ClaimRow draft competency />
                </For>
            </ul>
            <Finder draft claimed />
        </section>
    }
}

fn level_id(competency: &ItemId) -> String {
    format!("level-{competency}")
}

#[component]
fn ClaimRow(draft: Draft, competency: ItemId) -> impl IntoView {
    let state = draft.state();
    let name = state.read(|world| world.frameworks.name(&competency)).unwrap_or_default();
    let held = {
        let competency = competency.clone();
        Memo::new(move |_| {
            let claims = draft.claims();
            claims.into_iter().find(|(other, _)| *other == competency).map(|(_, level)| level)
        })
    };
    let claimed = competency.clone();
    let claim = move |value: String| {
        if let Some(level) = chosen(&value) {
            draft.claim(claimed.clone(), level);
        }
    };
    let chosen_id = competency.clone();
    let take_off = move |_| draft.unclaim(&competency);
    view! {
        <li class="claim">
            <span class="grow">{name.clone()}</span>
            <select
                id=level_id(&chosen_id)
                class="input claim-level"
                aria-label=t::studio::claim_level(&name)
                on:change:target=move |event| claim(event.target().value())
            >
                <LevelOptions held />
            </select>
            <button type="button" class="button button-icon" aria-label=t::studio::claim_remove(&name) on:click=take_off>
                <Icon glyph=Glyph::Remove />
            </button>
        </li>
    }
}

/// A search over all frameworks; choosing a match claims the level where one begins.
#[component]
fn Finder(draft: Draft, claimed: Memo<Vec<ItemId>>) -> impl IntoView {
    let choose = Callback::new(move |competency: ItemId| {
        // What was pressed goes; the level is what one says next.
        page::focus_when_drawn(level_id(&competency));
        draft.claim(competency, FIRST_CLAIM);
    });
    view! {
        <FindCompetency
            id="claim-find"
            label=t::studio::claim_find()
            offered=t::studio::claim_offered()
            left_out=claimed
            choose
        />
    }
}
