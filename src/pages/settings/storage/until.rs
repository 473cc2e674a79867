//! Pieces that are kept until a day, the next day first.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::Standing;

use crate::components::keeping::{Expired, day};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

/// Each with its day; where that has passed, with what can be done about it. Nothing when there is none.
#[component]
pub fn KeptUntil() -> impl IntoView {
    let state = AppState::expect();
    let pieces = Memo::new(move |_| {
        let pieces = state.watch(&["evidence"], |world| {
            let kept = world.portfolio.pieces().filter(|piece| piece.standing != Standing::Trashed);
            let dated = kept.filter_map(|piece| {
                let until = piece.keep_until?;
                Some((until, piece.expired(world.today).is_some(), piece.id.clone(), piece.title.clone()))
            });
            let mut dated: Vec<_> = dated.collect();
            dated.sort();
            dated
        });
        pieces.unwrap_or_default()
    });
    view! {
        <Show when=move || !pieces.read().is_empty()>
            <section class="stack stack-tight" aria-labelledby="until-title">
                <h3 id="until-title">{t::room::kept_until()}</h3>
                <p>{t::room::kept_until_about()}</p>
                <ul role="list" class="lines">
                    <For each=move || pieces.get() key=Clone::clone let((until, has_passed, id, title))>
                        {
                            let title = if title.is_empty() { t::evidence::untitled().to_owned() } else { title };
                            let place = Place::Piece(id.rest().to_owned()).to_string();
                            let name = title.clone();
                            let about = if has_passed {
                                view! { <Expired piece=id title until /> }.into_any()
                            } else {
                                view! { <span class="soft small">{t::room::kept_until_day(day(until))}</span> }.into_any()
                            };
                            view! {
                                <li class="stack stack-tight">
                                    <A href=place>{name}</A>
                                    {about}
                                </li>
                            }
                        }
                    </For>
                </ul>
            </section>
        </Show>
    }
}
