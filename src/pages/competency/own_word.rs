//! Where the learner sees themself, against the words of the levels.

use leptos::prelude::*;
use portfolio::model::Claim;
use portfolio::{EntityId, Intent, ItemId};

use crate::components::level::{LevelOptions, chosen};
use crate::i18n::t;
use crate::state::{AppState, World};
use crate::ui::field::{Field, describedby};

/// Every level to choose from, and none. Where there is work it speaks first; one's word is kept beside it.
#[component]
pub fn OwnWord(id: ItemId) -> impl IntoView {
    let state = AppState::expect();
    let (claim, of) = (EntityId::own_word(&id), id.clone());
    let said = Memo::new(move |_| {
        let said = state.watch(&["claim"], |world| {
            let live = world.portfolio.claim(&claim).filter(|claim: &&Claim| claim.standing.is_live());
            live.map(|claim| claim.level)
        });
        said.flatten()
    });
    let has_work = Memo::new(move |_| {
        let work = |world: World<'_>| world.portfolio.claims_for(&of).any(|(_, piece)| piece.is_some());
        state.watch(&["claim", "evidence"], work).unwrap_or(false)
    });
    let say = move |value: String| {
        let competency = id.clone();
        state.attempt_aloud(
            match chosen(&value) {
                Some(level) => Intent::SayLevel { competency, level },
                None => Intent::Unclaim { claim: EntityId::own_word(&competency) },
            },
            t::competency::said(),
        );
    };
    view! {
        <div class="own-word">
            <Field id="own-word" label=t::competency::see_myself()>
                <select
                    id="own-word"
                    class="input"
                    aria-describedby=describedby("own-word")
                    on:change:target=move |event| say(event.target().value())
                >
                    <option value="" prop:selected=move || said.get().is_none()>
                        {t::competency::see_nothing()}
                    </option>
                    <LevelOptions held=said />
                </select>
            </Field>
            <Show when=move || has_work.get() && said.get().is_some()>
                <p class="soft small">{t::competency::work_speaks()}</p>
            </Show>
        </div>
    }
}
