//! What was added lately.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::first_screen::Recent as Line;

use crate::components::media::{Look, Thumb};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;

fn look(line: &Line) -> Look {
    line.sight.as_ref().map(Look::from).unwrap_or_default()
}

/// The latest pieces by the moment they were added.
#[component]
pub fn Recent() -> impl IntoView {
    let state = AppState::expect();
    let latest = Memo::new(move |_| state.first_screen().map(|screen| screen.recent.clone()).unwrap_or_default());
    view! {
        <section class="stack stack-tight" aria-labelledby="recent">
            <h2 id="recent" class="aside-title">{t::today::recent()}</h2>
            <ul role="list" class="lines">
                <For each=move || latest.get() key=|line| (line.piece.clone(), line.title.clone(), look(line).mark()) let(line)>
                    <li class="recent">
                        <Thumb look=look(&line) />
                        <A href=Place::Piece(line.piece.rest().to_owned()).to_string()>
                            {if line.title.is_empty() { t::evidence::untitled().to_owned() } else { line.title }}
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
