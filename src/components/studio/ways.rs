//! The ways of adding something to the piece, in one grid: each acts at once or opens its form.

mod capture;
mod draw;
mod event;
mod files;
mod form_end;
mod link;

pub use event::EventForm;

use leptos::prelude::*;
use platform::capture::Kind;
use portfolio::intent::{NewArtifact, PieceEdit};
use portfolio::model::{Content, Event};

use super::Draft;
use super::intake::Intake;
use crate::i18n::t;
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Glyph, Icon};
pub use draw::GoOnDrawing;

use capture::CaptureWay;
use draw::DrawWay;
use files::{FilesWay, FolderWay};
use link::LinkForm;

/// All of them, what one makes here before what one brings.
#[component]
pub fn Ways(draft: Draft, intake: Intake) -> impl IntoView {
    let happened = Callback::new(move |event: Event| {
        // Of a piece that begins with it, it is the work.
        if let (None, Some(day)) = (draft.piece().get_untracked(), event.day) {
            draft.edit(PieceEdit::Date(day));
        }
        draft.add(NewArtifact::of(Content::Event(event)));
    });
    view! {
        <ul role="list" class="ways" aria-label=t::studio::ways()>
            <CaptureWay kind=Kind::Photo intake />
            <CaptureWay kind=Kind::Video intake />
            <CaptureWay kind=Kind::Sound intake />
            <CaptureWay kind=Kind::Screen intake />
            <DrawWay draft intake />
            <FilesWay intake />
            <FolderWay intake />
            <WayByForm
                glyph=Glyph::Link
                word=t::studio::way_link()
                title=t::studio::add_link()
                form=move |close| view! { <LinkForm draft close /> }.into_any()
            />
            <WayByForm
                glyph=Glyph::Flag
                word=t::event::way()
                title=t::event::title()
                form=move |close| view! { <EventForm event=Event::default() keep=happened close /> }.into_any()
            />
        </ul>
    }
}

/// A way that acts when it is pressed.
#[component]
pub fn Way(
    glyph: Glyph,
    /// What stands below the icon.
    word: &'static str,
    press: Callback<()>,
    /// What it opens.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <li>
            <button type="button" class="way" on:click=move |_| press.run(())>
                <Icon glyph />
                {word}
            </button>
            {children.map(|children| children())}
        </li>
    }
}

/// A way whose form stands in a dialog, made anew each time it opens. The form closes the dialog by what it is given.
#[component]
pub fn WayByForm<F>(
    glyph: Glyph,
    /// What stands below the icon.
    word: &'static str,
    /// The heading of the dialog.
    title: &'static str,
    form: F,
) -> impl IntoView
where
    F: Fn(Callback<()>) -> AnyView + Send + Sync + 'static,
{
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| open.set(false));
    let press = Callback::new(move |()| open.set(true));
    let form = StoredValue::new(form);
    view! {
        <Way glyph word press>
            <Dialog open title>
                {form.with_value(|form| form(close))}
            </Dialog>
        </Way>
    }
}
