//! What to check again when one is stuck.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::{ItemId, ready};

use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// Whatever is held and nothing else that is held rests on, folded up. Where nothing rests on anything there is no such edge.
#[component]
pub fn Revisit() -> impl IntoView {
    let state = AppState::expect();
    let edge = Memo::new(move |_| {
        let edge = state.watch(&["framework", "claim", "evidence"], |world| {
            let linked = world.frameworks.iter().filter(|framework| framework.has_prerequisites());
            let held = linked.flat_map(|framework| ready::revisit_set(world.portfolio, framework));
            held.map(|id| (world.frameworks.name(&id), id))
                .map(|(name, id)| (id, name))
                .collect::<Vec<(ItemId, String)>>()
        });
        edge.unwrap_or_default()
    });
    view! {
        <Show when=move || edge.with(|edge| !edge.is_empty())>
            <details>
                <summary>{t::gaps::stuck()}</summary>
                <div class="stack">
                    <p class="soft measure">{t::gaps::stuck_about()}</p>
                    <ul role="list" class="lines">
                        <For each=move || edge.get() key=Clone::clone let((id, name))>
                            <li>
                                <A href=Place::Competency(id.to_string()).to_string()>{name}</A>
                            </li>
                        </For>
                    </ul>
                </div>
            </details>
        </Show>
    }
}
