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
use leptos_router::hooks::use_params_map;
use portfolio::{EntityId, Kind};

use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};
use gallery::{Asked, Chips, Filters, Gallery, SearchField};
use removed::RemovedList;

/// The id of the field of the search.
const FIELD: &str = "evidence-search";

/// The piece that the address names.
fn addressed() -> Memo<Option<EntityId>> {
    let params = use_params_map();
    Memo::new(move |_| EntityId::with_rest(Kind::Evidence, &params.read().get("id")?).ok())
}

/// The gallery; what is searched for, what narrows it down, and whether the trash is shown, stands in the URL.
#[component]
pub fn Evidence() -> impl IntoView {
    let state = AppState::expect();
    let asked = Asked::here();
    let in_trash = Memo::new(move |_| asked.is_in_trash());
    let counts = Memo::new(move |_| {
        let counts = state.watch(&["evidence"], |world| {
            let live = world.portfolio.pieces().filter(|piece| piece.standing.is_live()).count();
            (live, world.portfolio.pieces().count() - live)
        });
        counts.unwrap_or_default()
    });
    // Nothing is here, and nobody asked for anything that could be missing.
    let is_bare = Memo::new(move |_| {
        let (live, trashed) = counts.get();
        let here = if in_trash.get() { trashed } else { live };
        here == 0 && !asked.has_words() && !asked.has_filters()
    });
    // Whoever empties the field stays in it.
    let has_field = Memo::new(move |had| had == Some(&true) || !is_bare.get());
    let teaches = Memo::new(move |_| is_bare.get() && !in_trash.get());
    view! {
        <div class="page">
            <PageHead title=t::evidence::title() lead=t::evidence::lead()>
                <Show when=move || !teaches.get()>
                    <AddEvidence />
                </Show>
            </PageHead>
            <Show when=move || teaches.get()>
                <div class="empty">
                    <p>{t::evidence::empty()}</p>
                    <AddEvidence />
                </div>
            </Show>
            <div class="stack">
                <div class="row row-apart">
                    <Show when=move || has_field.get()>
                        <SearchField asked id=FIELD />
                    </Show>
                    <Show when=move || in_trash.get() || counts.get().1 != 0>
                        <TrashButton asked />
                    </Show>
                </div>
                <Show when=move || !is_bare.get() && !in_trash.get()>
                    <Filters asked />
                </Show>
                <Chips asked field=FIELD />
                <Show when=move || !is_bare.get()>
                    <Gallery asked />
                </Show>
                <Show when=move || is_bare.get() && in_trash.get()>
                    <p role="status">{t::evidence::trash_empty()}</p>
                </Show>
            </div>
            <Show when=move || in_trash.get()>
                <RemovedList />
            </Show>
        </div>
    }
}

#[component]
fn TrashButton(asked: Asked) -> impl IntoView {
    let (_, set_trash) = asked.trash;
    view! {
        <button
            type="button"
            class="button button-quiet"
            on:click=move |_| set_trash.set((!untrack(|| asked.is_in_trash())).then_some(true))
        >
            <Icon glyph=Glyph::Trash />
            {move || if asked.is_in_trash() { t::evidence::hide_trash() } else { t::evidence::show_trash() }}
        </button>
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
