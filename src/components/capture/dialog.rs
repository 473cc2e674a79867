//! The dialog that takes one thing down.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::capture::Kind;
use platform::files::PickedFile;
use platform::lifecycle::{self, Moment};
use platform::timer;

use super::live::LiveView;
use super::review::Review;
use super::session::{Session, Stage};
use super::trouble::TroubleNote;
use crate::i18n::t;
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Glyph, Icon};

/// What stands in the dialog; within each, only what changes is drawn anew.
#[derive(Clone, PartialEq)]
enum Face {
    Choosing,
    Asking,
    Live,
    Taken,
    Failed(super::trouble::Trouble),
}

impl From<Stage> for Face {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Choosing => Self::Choosing,
            Stage::Asking => Self::Asking,
            Stage::Ready | Stage::Counting(_) | Stage::Recording | Stage::Paused { .. } | Stage::Ending => Self::Live,
            Stage::Taken => Self::Taken,
            Stage::Failed(trouble) => Self::Failed(trouble),
        }
    }
}

/// Opens, and asks for what it needs.
#[component]
pub fn CaptureDialog(kind: Kind, on_file: Callback<PickedFile>, on_close: Callback<()>) -> impl IntoView {
    let session = Session::new(kind, on_file);
    session.begin();
    Effect::new(move |stood_open| {
        let is_open = session.open.get();
        if stood_open == Some(true) && !is_open {
            session.end();
            // When the dialog has given the focus back, not before.
            spawn_local(async move {
                timer::breathe().await;
                on_close.run(());
            });
        }
        is_open
    });
    on_cleanup(move || session.end());
    // Outside a page, where nothing is ever hidden, it fails.
    let hidden = StoredValue::new_local(lifecycle::on(Moment::Hidden, move || session.out_of_sight()).ok());
    on_cleanup(move || drop(hidden.try_update_value(Option::take)));
    view! {
        <Dialog open=session.open title=title(kind)>
            <Body session />
        </Dialog>
    }
}

#[component]
fn Body(session: Session) -> impl IntoView {
    let face = Memo::new(move |_| Face::from(session.stage().get()));
    view! {
        <p class="visually-hidden" role="status">
            {move || session.said().get()}
        </p>
        <div class="stack capture">
            {move || match face.get() {
                Face::Choosing => view! { <ChooseScreen session /> }.into_any(),
                Face::Asking => view! { <p role="status">{t::capture::asking()}</p> }.into_any(),
                Face::Live => view! { <LiveView session /> }.into_any(),
                Face::Taken => view! { <Review session /> }.into_any(),
                Face::Failed(trouble) => view! { <TroubleNote session trouble /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn ChooseScreen(session: Session) -> impl IntoView {
    view! {
        <p>{t::capture::screen_about()}</p>
        <label class="choice">
            <input type="checkbox" bind:checked=session.voice />
            {t::capture::voice()}
        </label>
        <div class="row">
            <button id="capture-main" type="button" class="button button-main" on:click=move |_| session.ask()>
                <Icon glyph=Glyph::Screen />
                {t::capture::screen_choose()}
            </button>
            <button type="button" class="button" on:click=move |_| session.close()>
                {t::shell::cancel()}
            </button>
        </div>
    }
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Photo => t::capture::title_photo(),
        Kind::Video => t::capture::title_video(),
        Kind::Sound => t::capture::title_sound(),
        Kind::Screen => t::capture::title_screen(),
    }
}
