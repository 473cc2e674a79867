//! What is missing, why, and what closing it opens.

mod card;
mod filters;
mod found;
mod revisit;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use card::GapCard;
use filters::{Asked, Filters};
use found::{Found, find};
use revisit::Revisit;

/// How many gaps are drawn at first, and added each time more are asked for.
const PAGE: usize = 24;

/// The gaps of what the learner chose, or of everything, those first that open most.
#[component]
pub fn Gaps() -> impl IntoView {
    let state = AppState::expect();
    let asked = Asked::in_the_address();
    let most = RwSignal::new(PAGE);
    let found = Memo::new(move |_| {
        let wanted = asked.wanted();
        let topics = &["framework", "claim", "evidence", "goal", "submission"];
        state.watch(topics, |world| find(world, &wanted)).unwrap_or_default()
    });
    let shown = move || found.with(|found| found.rows.iter().take(most.get()).cloned().collect::<Vec<_>>());
    view! {
        <div class="page">
            <PageHead title=t::gaps::title() lead=t::gaps::lead() />
            <Show when=move || found.with(|found| found.has_framework) fallback=NoFramework>
                <Filters asked found on_change=Callback::new(move |()| most.set(PAGE)) />
                <p role="status" class="soft">
                    {move || t::gaps::found(found.with(|found| found.rows.len()))}
                </p>
                <ul role="list" class="stack">
                    <For each=shown key=Clone::clone let(row)>
                        <li>
                            <GapCard row />
                        </li>
                    </For>
                </ul>
                <Show when=move || found.with(|found| found.rows.is_empty())>
                    <p class="empty">{move || nothing(&found.read())}</p>
                </Show>
                <Show when=move || found.with(|found| found.rows.len() > most.get())>
                    <p>
                        <button type="button" class="button" on:click=move |_| most.update(|most| *most += PAGE)>
                            {t::gaps::more()}
                        </button>
                    </p>
                </Show>
                <Revisit />
            </Show>
        </div>
    }
}

/// Why nothing is shown: no gap at all is something else than none that fits.
fn nothing(found: &Found) -> &'static str {
    if found.kinds.is_empty() { t::gaps::none() } else { t::gaps::none_here() }
}

#[component]
fn NoFramework() -> impl IntoView {
    view! {
        <div class="empty">
            <p>{t::gaps::no_framework()}</p>
            <A href=format!("{}#frameworks", Place::Settings) attr:class="button button-main">
                {t::pathway::to_settings()}
            </A>
        </div>
    }
}
