//! What was added lately.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::EntityId;

use crate::components::media::{Look, Thumb};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, World};

/// How many pieces.
const SHOWN: usize = 4;

/// What stands for a piece: the first of its files that has a picture, or its first.
fn picture(world: World<'_>, piece: &EntityId) -> Look {
    let looks: Vec<Look> = world.portfolio.artifacts_of(piece).into_iter().map(Look::from).collect();
    let pictured = looks.iter().find(|look| look.picture().is_some());
    pictured.or(looks.first()).cloned().unwrap_or_default()
}

/// The latest pieces by the moment they were added.
#[component]
pub fn Recent() -> impl IntoView {
    let state = AppState::expect();
    let latest = Memo::new(move |_| {
        let latest = state.watch(&["evidence", "artifact"], |world| {
            let mut pieces: Vec<_> = world.portfolio.pieces().filter(|piece| piece.standing.is_live()).collect();
            pieces.sort_by(|one, other| (other.added, &other.id).cmp(&(one.added, &one.id)));
            let shown = pieces.into_iter().take(SHOWN);
            shown.map(|piece| (piece.id.clone(), piece.title.clone(), picture(world, &piece.id))).collect::<Vec<_>>()
        });
        latest.unwrap_or_default()
    });
    view! {
        <section class="stack stack-tight" aria-labelledby="recent">
            <h2 id="recent" class="aside-title">{t::today::recent()}</h2>
            <ul role="list" class="lines">
                <For each=move || latest.get() key=|(id, title, look)| (id.clone(), title.clone(), look.mark()) let((id, title, look))>
                    <li class="recent">
                        <Thumb look />
                        <A href=Place::Piece(id.rest().to_owned()).to_string()>
                            {if title.is_empty() { t::evidence::untitled().to_owned() } else { title }}
                        </A>
                    </li>
                </For>
            </ul>
            <Show when=move || latest.read().is_empty()>
                <p class="soft small">{t::today::recent_none()}</p>
            </Show>
        </section>
    }
}
