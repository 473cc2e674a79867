//! What can be done while something is seen or heard.

use leptos::prelude::*;
use platform::capture::{Kind, Picture};

use super::session::{Session, Stage};
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// The buttons of the stage. The main one has the focus when the stage begins.
#[component]
pub fn Controls(session: Session) -> impl IntoView {
    let buttons = move || match session.stage().get() {
        Stage::Ready => view! { <Beginning session /> }.into_any(),
        Stage::Counting(_) => main(t::shell::cancel(), None, "button", move || session.call_off()),
        Stage::Recording => view! {
            {main(t::capture::stop(), Some(Glyph::Stop), "button button-record", move || session.stop())}
            {button(t::capture::pause(), Glyph::Pause, move || session.pause(false))}
        }
        .into_any(),
        Stage::Paused { .. } => view! {
            {main(t::capture::go_on(), Some(Glyph::Record), "button button-record", move || session.go_on())}
            {button(t::capture::stop(), Glyph::Stop, move || session.stop())}
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! { <div class="row">{buttons}</div> }
}

#[component]
fn Beginning(session: Session) -> impl IntoView {
    let begin = match session.kind() {
        Kind::Photo => main(t::capture::take_photo(), Some(Glyph::Camera), "button button-main", move || {
            session.take_photo(Picture::Jpeg);
        }),
        Kind::Video | Kind::Sound | Kind::Screen => {
            main(t::capture::start(), Some(Glyph::Record), "button button-record", move || session.record())
        }
    };
    let still = (session.kind() == Kind::Screen)
        .then(|| button(t::capture::take_still(), Glyph::Camera, move || session.take_photo(Picture::Png)));
    let earlier = move || {
        session.take().map(|_| {
            view! {
                <button type="button" class="button" on:click=move |_| session.back()>
                    {t::capture::back()}
                </button>
                <p class="hint">{t::capture::last_one()}</p>
            }
        })
    };
    view! {
        {begin} {still}
        <button type="button" class="button" on:click=move |_| session.close()>
            {t::shell::cancel()}
        </button>
        {earlier}
    }
}

fn main(words: &'static str, glyph: Option<Glyph>, class: &'static str, press: impl Fn() + 'static) -> AnyView {
    view! {
        <button id="capture-main" type="button" class=class on:click=move |_| press()>
            {glyph.map(|glyph| view! { <Icon glyph /> })}
            {words}
        </button>
    }
    .into_any()
}

fn button(words: &'static str, glyph: Glyph, press: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button type="button" class="button" on:click=move |_| press()>
            <Icon glyph />
            {words}
        </button>
    }
}
