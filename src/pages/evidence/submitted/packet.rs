//! A submission as one file, to be handed to somebody.

use leptos::prelude::*;
use platform::archive::ArchiveError;
use platform::intl;
use portfolio::model::Submission;

use crate::components::storage::RoomHint;
use crate::components::work::WorkBar;
use crate::i18n::{language, t};
use crate::state::{AppState, Export, ExportError, Packed};
use crate::ui::icon::{Glyph, Icon};

/// The button, and what comes of it.
#[component]
pub fn Packet(submission: Submission) -> impl IntoView {
    let state = AppState::expect();
    let sent = StoredValue::new(submission);
    let make = move || {
        view! {
            <button type="button" class="button" on:click=move |_| state.make_packet(sent.get_value())>
                <Icon glyph=Glyph::Download />
                {t::life::packet()}
            </button>
        }
    };
    view! {
        <div class="stack stack-tight" aria-live="polite">
            {move || match state.packet(&sent.get_value().id) {
                None => make().into_any(),
                Some(Export::Working(work)) => view! { <WorkBar work label=t::life::packet_making() /> }.into_any(),
                Some(Export::Packed(packed)) => view! { {make()} <Ready packed /> }.into_any(),
                Some(Export::Failed(error)) => view! {
                    {make()}
                    <p class="error">{failure(&error)}</p>
                    {error.is_full().then(|| view! { <RoomHint /> })}
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn Ready(packed: Packed) -> impl IntoView {
    let missing = packed.summary().missing.len();
    view! {
        <p class="small">{t::life::packet_ready(&packed.name, intl::bytes(language().tag(), packed.size()))}</p>
        {(missing > 0).then(|| view! { <p class="small">{t::life::packet_missing(missing)}</p> })}
    }
}

fn failure(error: &ExportError) -> &'static str {
    match error {
        ExportError::Archive(ArchiveError::Cancelled) => t::life::packet_stopped(),
        error if error.is_full() => t::life::packet_full(),
        _ => t::life::packet_failed(),
    }
}
