//! Interests to think about: each with its reasons, and none taken without asking.

use leptos::prelude::*;
use platform::page;
use portfolio::Intent;
use portfolio::interests::{Suggested, suggested};

use super::words;
use crate::i18n::{list, t};
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

const HEADING: &str = "suggested-interests";

/// The suggestions of now; nothing where there are none.
#[component]
pub fn SuggestedInterests() -> impl IntoView {
    let state = AppState::expect();
    let offered = Memo::new(move |_| {
        let topics = &["learner", "evidence", "claim", "goal", "framework"];
        state.watch(topics, |world| suggested(world.portfolio, world.frameworks)).unwrap_or_default()
    });
    let row = move |offer: Suggested| {
        let (name, why) = (words(&offer.tag), reasons(&offer));
        let take = move |_| {
            let interest = offer.tag.clone();
            if state.attempt_aloud(Intent::AddInterest { interest }, t::interest::taken(words(&offer.tag))).is_some() {
                // The button goes with its row.
                page::focus_when_drawn(HEADING.to_owned());
            }
        };
        view! {
            <li class="row">
                <button type="button" class="chip" on:click=take>
                    <Icon glyph=Glyph::Add />
                    <bdi>{name}</bdi>
                </button>
                <span class="soft small">{why}</span>
            </li>
        }
    };
    view! {
        <Show when=move || !offered.read().is_empty()>
            <section class="stack stack-tight" aria-labelledby=HEADING>
                <h3 id=HEADING class="aside-title" tabindex="-1">
                    {t::interest::suggested()}
                </h3>
                <ul role="list" class="stack stack-tight">
                    <For each=move || offered.get() key=Clone::clone let(offer)>
                        {row(offer)}
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// Why it is offered.
fn reasons(offer: &Suggested) -> String {
    let said = [
        (offer.tagged > 0).then(|| t::interest::by_tag(offer.tagged)),
        (offer.shown > 0).then(|| t::interest::by_pieces(offer.shown)),
        (offer.chosen > 0).then(|| t::interest::by_goals(offer.chosen)),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() { t::interest::by_framework(offer.carried) } else { list(&said) }
}
