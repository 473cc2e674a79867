//! The whole app: what stands around every place, and which place is shown.

mod awaited;
mod parts;

use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{Lazy, path};
use platform::store::StoreError;
use platform::{files, keys, page};

use self::awaited::Awaited;
use crate::components::address::Address;
use crate::components::shell::{Banners, Masthead};
use crate::i18n::t;
use crate::pages;
use crate::state::{AppState, Notice, NoticeAction, Phase};
use crate::ui::toast::{Toast, Toasts};

/// The root component: opens the last learner's portfolio and draws the app in the language chosen.
#[component]
pub fn App() -> impl IntoView {
    let state = AppState::provide();
    state.start();
    Awaited::provide();
    move || {
        state.language().track();
        view! { <Shell /> }
    }
}

/// What stands in the middle. A newcomer who answers the first question stays in its field when the portfolio is there.
#[derive(Clone, PartialEq)]
enum Shown {
    Wait,
    Places,
    Broken(StoreError),
    Unreached,
}

impl From<Phase> for Shown {
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::Starting => Self::Wait,
            Phase::Fresh | Phase::Remembered | Phase::Open => Self::Places,
            Phase::Broken(error) => Self::Broken(error),
            Phase::Unreached => Self::Unreached,
        }
    }
}

#[component]
fn Shell() -> impl IntoView {
    let state = AppState::expect();
    let undo = Callback::new(move |()| state.undo());
    let by_key = window_event_listener(ev::keydown, move |event| {
        if keys::ask_to_undo(&event) {
            event.prevent_default();
            state.undo();
        }
    });
    on_cleanup(move || by_key.remove());
    let shown = Memo::new(move |_| Shown::from(state.phase().get()));
    // The router would take the link for a navigation, and the focus would stay.
    let skip = |event: MouseEvent| {
        event.prevent_default();
        page::focus_when_drawn("main".to_owned());
    };
    // While the code of a place is on its way the router would ask for it anew, and then show neither.
    let stay = |event: MouseEvent| {
        if page::leads_here(&event) {
            event.prevent_default();
        }
    };
    let toast = Signal::derive(move || {
        let Notice { words, action } = state.notice().get()?;
        let action = action.map(|NoticeAction::Undo| (t::shell::undo().to_owned(), undo));
        Some(Toast { words, action })
    });
    view! {
        <Router base=page::base().trim_end_matches('/').to_owned()>
            // The studio, which listens on the whole window and so is asked after this, welcomes files.
            <div class="shell" on:dragover=|event| files::answer_drag(&event, false) on:click=stay>
                <a class="skip" href="#main" on:click=skip>
                    {t::shell::skip()}
                </a>
                <Masthead />
                <Banners />
                <main id="main" tabindex="-1">
                    {move || match shown.get() {
                        Shown::Wait => view! { <p class="page soft" role="status">{t::shell::starting()}</p> }.into_any(),
                        Shown::Places => view! { <Outlets /> }.into_any(),
                        Shown::Broken(error) => view! { <pages::Broken error /> }.into_any(),
                        Shown::Unreached => view! { <pages::Unreached /> }.into_any(),
                    }}
                </main>
                <Toasts current=toast />
            </div>
        </Router>
    }
}

/// The place where the learner is, or that the one where they went is on its way.
#[component]
fn Outlets() -> impl IntoView {
    let awaited = Awaited::expect();
    Address::here().follow();
    view! {
        {move || awaited.for_a_while().then(|| view! { <Waiting /> })}
        <div hidden=move || awaited.for_a_while()>
            <Routes fallback=pages::NotFound>
                <Route path=path!("/") view={Lazy::<parts::Today>::new()} />
                <Route path=path!("/pace") view={Lazy::<parts::Pace>::new()} />
                <Route path=path!("/gaps") view={Lazy::<parts::Gaps>::new()} />
                <Route path=path!("/settings") view={Lazy::<parts::Settings>::new()} />
                <Route path=path!("/welcome") view=pages::Welcome />
                <Route path=path!("/pathway") view={Lazy::<parts::Pathway>::new()} />
                <Route path=path!("/pathway/explore") view={Lazy::<parts::Explore>::new()} />
                <Route path=path!("/pathway/own/:id?") view={Lazy::<parts::WriteOwn>::new()} />
                <Route path=path!("/pathway/bring") view={Lazy::<parts::BringPathway>::new()} />
                <Route path=path!("/competency/:id") view={Lazy::<parts::Competency>::new()} />
                <Route path=path!("/share") view={Lazy::<parts::Share>::new()} />
                <Route path=path!("/evidence") view={Lazy::<parts::Evidence>::new()} />
                <Route path=path!("/evidence/new") view={Lazy::<parts::NewPiece>::new()} />
                <Route path=path!("/evidence/:id") view={Lazy::<parts::Piece>::new()} />
                <Route path=path!("/evidence/:id/history") view={Lazy::<parts::History>::new()} />
                <Route path=path!("/evidence/:id/submitted/:submission") view={Lazy::<parts::Submitted>::new()} />
                <Route path=path!("/evidence/:id/edit") view={Lazy::<parts::EditPiece>::new()} />
            </Routes>
        </div>
    }
}

#[component]
fn Waiting() -> impl IntoView {
    let state = AppState::expect();
    let words = move || if state.phase().get() == Phase::Open { t::shell::coming() } else { t::shell::starting() };
    view! {
        <div class="page" role="status">
            <h1 class="awaited soft">{words}</h1>
        </div>
    }
}
