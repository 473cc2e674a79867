//! A competency that the learner wrote: to be changed, put away and taken back.

use leptos::prelude::*;
use leptos_router::components::A;
use platform::page;
use portfolio::{Intent, ItemId};

use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

/// Whoever put one away by keyboard goes on from the way back, and the other way round.
const CHANGE: &str = "own-change";
const TAKE_BACK: &str = "own-take-back";

/// What can be done with one's own; nothing of what somebody else wrote.
#[component]
pub fn Yours(id: ItemId, name: String) -> impl IntoView {
    let state = AppState::expect();
    let is_own = state.read(|world| world.portfolio.own(&id).is_some()).unwrap_or_default();
    is_own.then(|| {
        let change = Place::WriteOwn(Some(id.to_string()));
        let put_away = move |_| {
            let intent = Intent::PutAwayOwn { competency: id.clone() };
            if state.attempt_aloud(intent, t::own::put_away_done(&name)).is_some() {
                page::focus_when_drawn(TAKE_BACK.to_owned());
            }
        };
        view! {
            <div class="row">
                <span class="soft small">{t::own::yours()}</span>
                <A href=change.to_string() attr:id=CHANGE attr:class="button button-quiet">
                    <Icon glyph=Glyph::Edit />
                    {t::own::change()}
                </A>
                <button type="button" class="button button-quiet" on:click=put_away>
                    <Icon glyph=Glyph::Folder />
                    {t::own::put_away()}
                </button>
            </div>
        }
    })
}

/// The page of one that was put away.
#[component]
pub fn PutAway(id: ItemId, name: String) -> impl IntoView {
    let state = AppState::expect();
    let title = t::own::away_title(&name);
    let take_back = move |_| {
        let intent = Intent::TakeBackOwn { competency: id.clone() };
        if state.attempt_aloud(intent, t::own::taken_back(&name)).is_some() {
            page::focus_when_drawn(CHANGE.to_owned());
        }
    };
    view! {
        <div class="page page-narrow">
            <PageHead title lead=t::own::away() />
            <div class="row">
                <button id=TAKE_BACK type="button" class="button button-main" on:click=take_back>
                    {t::own::take_back()}
                </button>
            </div>
        </div>
    }
}
