//! The studio as a page, for a new piece and for one that exists.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use portfolio::ItemId;

use super::addressed;
use super::piece::Gone;
use crate::components::page_head::PageHead;
use crate::components::studio::{Draft, Intake, Studio};
use crate::i18n::t;
use crate::state::AppState;

/// A new piece; `?for=` names the competency it is meant to show.
#[component]
pub fn NewPiece() -> impl IntoView {
    let meant_for = use_query_map().read_untracked().get("for").and_then(|id| ItemId::new(&id).ok());
    view! {
        <div class="page">
            <PageHead title=t::studio::new_title() lead=t::studio::lead() />
            <Studio intake=Intake::new(Draft::new(meant_for)) />
        </div>
    }
}

/// A piece that exists.
#[component]
pub fn EditPiece() -> impl IntoView {
    let state = AppState::expect();
    let id = addressed();
    move || {
        let known = id.get().filter(|id| state.read(|world| world.portfolio.piece(id).is_some()) == Some(true));
        match known {
            Some(id) => view! {
                <div class="page">
                    <PageHead title=t::studio::edit_title() lead=t::studio::lead() />
                    <Studio intake=Intake::new(Draft::of(id)) />
                </div>
            }
            .into_any(),
            None => view! { <Gone /> }.into_any(),
        }
    }
}
