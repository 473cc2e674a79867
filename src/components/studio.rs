//! The studio: one piece being made. There is no "save"; a piece begins with its first word, file or claim and is kept as it grows.

mod artifacts;
mod claims;
mod date;
mod described;
mod draft;
mod dragging;
mod event_line;
mod intake;
mod made_with;
mod people;
mod prompts;
mod shown;
mod tags;
mod ways;
mod words;

pub use draft::Draft;
use intake::Pathways;
pub use intake::{Intake, IntakeList};

use leptos::ev::{self, ClipboardEvent, DragEvent};
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use platform::files;

use crate::components::capture::Interrupted;
use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use artifacts::Artifacts;
use claims::Claims;
use date::DateField;
use described::Undescribed;
use made_with::MadeWithFold;
use people::PeopleFold;
use shown::WaysShown;
use tags::TagsFold;
use ways::Ways;
use words::{ReflectionField, TextField, TitleField};

/// Everything that can be put into the piece that `intake` is for.
#[component]
pub fn Studio(intake: Intake) -> impl IntoView {
    let state = AppState::expect();
    let draft = intake.draft();
    let on_file = Callback::new(move |file| intake.add(vec![file]));
    let over = RwSignal::new(false);
    let navigate = use_navigate();
    let done = move |_| {
        state.flush();
        let place =
            draft.piece().get_untracked().map_or(Place::Evidence, |piece| Place::Piece(piece.rest().to_owned()));
        navigate(&place.to_string(), NavigateOptions::default());
    };
    // On the whole window: files may fall, and be pasted, anywhere on the page.
    let listeners = [
        window_event_listener(ev::dragover, move |event: DragEvent| {
            files::answer_drag(&event, true);
            over.set(files::are_dragged(&event));
        }),
        window_event_listener(ev::dragleave, move |_| over.set(false)),
        window_event_listener(ev::drop, move |event: DragEvent| {
            over.set(false);
            if files::are_dragged(&event) {
                event.prevent_default();
                intake.add_given(files::dropped(&event));
            }
        }),
        window_event_listener(ev::paste, move |event: ClipboardEvent| {
            let pasted = files::pasted(&event);
            if !pasted.is_empty() {
                event.prevent_default();
                intake.add_given(pasted);
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    on_cleanup(move || state.flush());
    view! {
        <div class="studio" class:studio-over=move || over.get()>
            <div class="stack stack-loose grow">
                <div class="stack">
                    <TitleField draft />
                    <TextField draft intake />
                </div>
                <section class="stack" aria-labelledby="studio-files">
                    <h2 id="studio-files">{t::studio::files()}</h2>
                    <Artifacts draft intake />
                    <Undescribed draft />
                    <IntakeList intake />
                    <Pathways intake />
                    <Interrupted on_file />
                    <Ways draft intake />
                    <p class="hint">{t::studio::files_hint()}</p>
                </section>
                <div class="stack">
                    <ReflectionField draft intake />
                </div>
            </div>
            <div class="stack stack-loose">
                <Claims draft />
                <div class="stack">
                    <DateField draft />
                    <div>
                        <WaysShown draft />
                        <TagsFold draft />
                        <MadeWithFold draft />
                        <PeopleFold draft />
                    </div>
                </div>
            </div>
            <div class="studio-end">
                <button type="button" class="button button-main" on:click=done>
                    {t::studio::done()}
                </button>
            </div>
            <p class="studio-drop" aria-hidden="true">{t::studio::drop()}</p>
        </div>
    }
}
