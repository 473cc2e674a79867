//! All pieces: a gallery with a search, newest work first.

mod about;
mod actions;
mod edit;
mod gallery;
mod history;
mod piece;
mod points;
mod purge;
mod removed;
mod send;
mod sent;
mod stage;
mod submitted;
mod versions;
mod whereabouts;

pub use edit::{EditPiece, NewPiece};
pub use history::History;
pub use piece::Piece;
pub use submitted::Submitted;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::query_signal;

use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};
use gallery::{Gallery, Shelf};
use points::{Point, PointFilter};
use removed::RemovedList;

/// The gallery; what is searched for, and whether the trash is shown, stands in the URL.
#[component]
pub fn Evidence() -> impl IntoView {
    let state = AppState::expect();
    let (query, set_query) = query_signal::<String>("q");
    let (trash, set_trash) = query_signal::<bool>("trash");
    let (at, _) = query_signal::<Point>("stage");
    let in_trash = Memo::new(move |_| trash.get().unwrap_or(false));
    let counts = Memo::new(move |_| {
        let counts = state.watch(&["evidence"], |world| {
            let live = world.portfolio.pieces().filter(|piece| piece.standing.is_live()).count();
            (live, world.portfolio.pieces().count() - live)
        });
        counts.unwrap_or_default()
    });
    view! {
        <div class="page">
            <PageHead title=t::evidence::title() lead=t::evidence::lead()>
                <Show when=move || counts.get() != (0, 0)>
                    <AddEvidence />
                </Show>
            </PageHead>
            <Show
                when=move || counts.get() != (0, 0)
                fallback=|| {
                    view! {
                        <div class="empty">
                            <p>{t::evidence::empty()}</p>
                            <AddEvidence />
                        </div>
                    }
                }
            >
                <div class="row row-apart">
                    <label class="visually-hidden" for="evidence-search">
                        {t::evidence::search()}
                    </label>
                    <input
                        id="evidence-search"
                        type="search"
                        class="input evidence-search"
                        placeholder=t::evidence::search()
                        prop:value=move || query.get().unwrap_or_default()
                        on:input:target=move |event| {
                            let words = event.target().value();
                            set_query.set((!words.is_empty()).then_some(words));
                        }
                    />
                    <p class="soft small" role="status">
                        {move || if in_trash.get() {
                            t::evidence::trash_about(counts.get().1)
                        } else {
                            t::evidence::count(counts.get().0)
                        }}
                    </p>
                </div>
                <Show when=move || !in_trash.get()>
                    <PointFilter />
                </Show>
                <Gallery
                    shelf=Signal::derive(move || if in_trash.get() { Shelf::Trash } else { Shelf::Mine })
                    query=Signal::derive(move || query.get().unwrap_or_default())
                    at=Signal::derive(move || at.get().filter(|_| !in_trash.get()))
                />
                <Show when=move || in_trash.get() || counts.get().1 != 0>
                    <p>
                        <button
                            type="button"
                            class="button button-quiet"
                            on:click=move |_| set_trash.set((!in_trash.get_untracked()).then_some(true))
                        >
                            <Icon glyph=Glyph::Trash />
                            {move || if in_trash.get() { t::evidence::hide_trash() } else { t::evidence::show_trash() }}
                        </button>
                    </p>
                </Show>
            </Show>
            <Show when=move || in_trash.get()>
                <RemovedList />
            </Show>
        </div>
    }
}

#[component]
fn AddEvidence() -> impl IntoView {
    view! {
        <A href=Place::NewEvidence(None).to_string() attr:class="button button-main">
            <Icon glyph=Glyph::Add />
            {t::evidence::add()}
        </A>
    }
}
