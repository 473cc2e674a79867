//! What lies under the strokes: blank, lined or squared paper, or a photo.

use drawing::{Drawing, Paper};
use leptos::prelude::*;
use platform::files;
use portfolio::model::StoredFile;

use super::Wanted;
use super::desk::Desk;
use super::photo::{self, Photo, can_lie_under};
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// A button, and the papers behind it.
#[component]
pub fn PaperChoice(desk: Desk, wanted: StoredValue<Wanted, LocalStorage>) -> impl IntoView {
    let pictures = wanted.with_value(|wanted| wanted.pictures);
    let offered = move || pictures.get().into_iter().filter(can_lie_under).collect::<Vec<_>>();
    view! {
        <div class="pad-group pad-group-paper">
            <button type="button" class="pad-tool pad-act" popovertarget="pad-paper">
                <Icon glyph=Glyph::File />
                <span>{t::drawing::paper()}</span>
            </button>
        </div>
        <div id="pad-paper" class="pad-paper" popover="auto" role="group" aria-labelledby="pad-paper-title">
            <div class="row row-apart">
                <h3 id="pad-paper-title">{t::drawing::paper_title()}</h3>
                <button
                    type="button"
                    class="button button-icon button-quiet"
                    popovertarget="pad-paper"
                    popovertargetaction="hide"
                    aria-label=t::drawing::paper_close()
                >
                    <Icon glyph=Glyph::Remove />
                </button>
            </div>
            <div class="pad-papers">
                <PlainPaper desk paper=Paper::Blank word=t::drawing::blank() class="pad-paper-look" />
                <PlainPaper desk paper=Paper::Lined word=t::drawing::lined() class="pad-paper-look pad-paper-lined" />
                <PlainPaper
                    desk
                    paper=Paper::Squared
                    word=t::drawing::squared()
                    class="pad-paper-look pad-paper-squared"
                />
            </div>
            <h4 class="pad-paper-over">{t::drawing::over_photo()}</h4>
            <ul role="list" class="pad-photos">
                <For each=offered key=|file| file.hash.clone() let(file)>
                    <li>
                        <PhotoOfPiece desk file />
                    </li>
                </For>
            </ul>
            <NewPhoto desk wanted />
        </div>
    }
}

#[component]
fn PlainPaper(desk: Desk, paper: Paper, word: &'static str, class: &'static str) -> impl IntoView {
    let (shown, laid) = (paper.clone(), paper);
    let lay = move |_| {
        desk.photo.set(Photo::None);
        desk.lay(laid.clone());
    };
    view! {
        <label class="pad-tool pad-tool-paper">
            <input
                type="radio"
                name="pad-paper"
                prop:checked=move || desk.drawing.with(|drawing| *drawing.paper() == shown)
                on:change=lay
            />
            <span class=class aria-hidden="true"></span>
            <span>{word}</span>
        </label>
    }
}

#[component]
fn PhotoOfPiece(desk: Desk, file: StoredFile) -> impl IntoView {
    let hash = file.hash.clone();
    let is_laid = {
        let hash = hash.clone();
        move || desk.drawing.with(photo::hash_of).is_some_and(|laid| laid == hash)
    };
    view! {
        <button
            type="button"
            class="button pad-photo"
            popovertarget="pad-paper"
            popovertargetaction="hide"
            aria-pressed=move || is_laid().to_string()
            on:click=move |_| photo::lay(desk, hash.clone())
        >
            <Icon glyph=Glyph::Image />
            <bdi>{file.name.clone()}</bdi>
        </button>
    }
}

/// Takes a photo from the device. It becomes a part of the piece, so that the drawing can be gone on with on every device.
#[component]
fn NewPhoto(desk: Desk, wanted: StoredValue<Wanted, LocalStorage>) -> impl IntoView {
    let stored = Callback::new(move |stored: Option<StoredFile>| match stored {
        Some(file) => photo::lay(desk, file.hash),
        None => drop(desk.photo.try_set(Photo::Missing)),
    });
    let chosen = move |event| {
        if let Some(file) = files::chosen(&event).into_iter().next() {
            desk.photo.set(Photo::Coming);
            wanted.with_value(|wanted| wanted.take_photo.run((file, stored)));
        }
    };
    view! {
        <label class="button">
            <Icon glyph=Glyph::Add />
            {t::drawing::choose_photo()}
            <input type="file" accept="image/*" class="visually-hidden" on:change=chosen />
        </label>
        <p class="hint">{t::drawing::choose_photo_hint()}</p>
    }
}

/// Whether the drawing lies over a photo.
pub fn is_over_photo(drawing: &Drawing) -> bool {
    matches!(drawing.paper(), Paper::Photo(_))
}
