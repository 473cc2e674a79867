//! All that was sent of a piece, the newest first.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::EntityId;

use super::stage::{day, moment};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// The list; nothing of a piece that was never sent.
#[component]
pub fn SentList(piece: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let all = Memo::new(move |_| {
        let all = state.watch(&["submission", "frozen"], |world| {
            world.portfolio.submissions_of(&piece).into_iter().cloned().collect::<Vec<_>>()
        });
        all.unwrap_or_default()
    });
    view! {
        <Show when=move || !all.read().is_empty()>
            <section class="stack" aria-labelledby="piece-sent">
                <h2 id="piece-sent">{t::life::all_sent()}</h2>
                <ol role="list" class="lines">
                    <For each=move || all.get() key=|sent| format!("{sent:?}") let(sent)>
                        <li class="stack stack-tight">
                            <div class="row row-apart">
                                <A href=Place::Submitted {
                                    piece: sent.piece.rest().to_owned(),
                                    submission: sent.id.rest().to_owned(),
                                }
                                    .to_string()>{moment(sent.at)}</A>
                                {sent
                                    .withdrawn
                                    .map(|at| view! { <span class="soft small">{t::life::withdrawn(day(at))}</span> })}
                            </div>
                            {(!sent.changed.is_empty()).then(|| view! { <p class="soft small">{sent.changed}</p> })}
                        </li>
                    </For>
                </ol>
            </section>
        </Show>
    }
}
