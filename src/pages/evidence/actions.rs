//! What can be done with a piece.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use platform::page;
use portfolio::{EntityId, Intent, Kind, Standing};

use super::purge::Purge;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

/// What stands first: changing it, or, in the trash, taking it out and erasing it.
#[component]
pub fn Actions(id: EntityId, title: String, standing: Standing) -> impl IntoView {
    let state = AppState::expect();
    if standing == Standing::Trashed {
        let restored = id.clone();
        let restore = move |_| {
            state.attempt_aloud(Intent::Restore { piece: restored.clone() }, t::evidence::restored(&title));
        };
        return view! {
            <button type="button" class="button button-main" on:click=restore>
                <Icon glyph=Glyph::Undo />
                {t::evidence::restore()}
            </button>
            <Purge id />
        }
        .into_any();
    }
    view! {
        <A href=Place::EditPiece(id.rest().to_owned()).to_string() attr:class="button">
            <Icon glyph=Glyph::Edit />
            {t::evidence::edit()}
        </A>
    }
    .into_any()
}

/// What is rarely done with a piece, at its end.
#[component]
pub fn More(id: EntityId, title: String, standing: Standing) -> impl IntoView {
    let state = AppState::expect();
    let navigate = use_navigate();
    let history = Place::History(id.rest().to_owned()).to_string();
    let copy = copying(id.clone(), title.clone());
    let trash = move |_| {
        if state.attempt_aloud(Intent::Trash { piece: id.clone() }, t::evidence::trashed(&title)).is_some() {
            navigate(&Place::Evidence.to_string(), NavigateOptions::default());
        }
    };
    let print = move |_| {
        if page::print().is_err() {
            state.say(t::evidence::not_printed(), None);
        }
    };
    standing.is_live().then(|| {
        view! {
            <div class="row piece-more">
                <A href=history attr:class="button button-quiet">
                    <Icon glyph=Glyph::History />
                    {t::life::history()}
                </A>
                <button type="button" class="button button-quiet" on:click=copy>
                    <Icon glyph=Glyph::Copy />
                    {t::life::copy()}
                </button>
                <button type="button" class="button button-quiet" on:click=print>
                    <Icon glyph=Glyph::Print />
                    {t::evidence::print()}
                </button>
                <button type="button" class="button button-quiet" on:click=trash>
                    <Icon glyph=Glyph::Trash />
                    {t::evidence::trash()}
                </button>
            </div>
        }
    })
}

/// Makes a copy of the piece, called one, and leads to where it is changed.
fn copying(piece: EntityId, title: String) -> impl Fn(MouseEvent) + use<> {
    let state = AppState::expect();
    let navigate = use_navigate();
    move |_| {
        state.flush();
        let intent = Intent::CopyPiece { piece: piece.clone(), title: t::life::copy_of(&title) };
        let made = state.attempt_aloud(intent, t::life::copied()).unwrap_or_default();
        let mut ids = made.iter().filter_map(|id| EntityId::parse(id).ok());
        if let Some(copy) = ids.find(|id| id.kind() == Kind::Evidence) {
            navigate(&Place::EditPiece(copy.rest().to_owned()).to_string(), NavigateOptions::default());
        }
    }
}
