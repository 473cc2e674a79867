//! Pieces that show people and whose last day has passed.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::keeping::Expired;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// Each with what can be done about it; nothing when there is none.
#[component]
pub fn ToDecide() -> impl IntoView {
    let state = AppState::expect();
    let expired = Memo::new(move |_| {
        let expired = state.watch(&["evidence"], |world| {
            let expired = world.portfolio.pieces().filter_map(|piece| {
                let until = piece.expired(world.today)?;
                Some((until, piece.id.clone(), piece.title.clone()))
            });
            let mut expired: Vec<_> = expired.collect();
            expired.sort();
            expired
        });
        expired.unwrap_or_default()
    });
    view! {
        <Show when=move || !expired.read().is_empty()>
            <section class="stack stack-tight" aria-labelledby="to-decide">
                <h2 id="to-decide" class="aside-title">{t::people::to_decide()}</h2>
                <ul role="list" class="lines">
                    <For each=move || expired.get() key=Clone::clone let((until, id, title))>
                        {
                            let title = if title.is_empty() { t::evidence::untitled().to_owned() } else { title };
                            let name = title.clone();
                            view! {
                                <li class="stack stack-tight">
                                    <A href=Place::Piece(id.rest().to_owned()).to_string()>{name}</A>
                                    <Expired piece=id title until />
                                </li>
                            }
                        }
                    </For>
                </ul>
            </section>
        </Show>
    }
}
