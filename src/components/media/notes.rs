//! What is to be said of a file in the studio, below its name.

use leptos::prelude::*;
use platform::intl;
use portfolio::model::{Artifact, Private};

use super::captions::CaptionsNote;
use super::contradiction;
use super::look::Look;
use super::private::PrivateFacts;
use crate::i18n::{language, t};

/// What it is and how large, whether its name is wrong, and what was taken out of it. Nothing of what is no file.
#[component]
pub fn FileNotes(artifact: Artifact, look: Memo<Look>) -> impl IntoView {
    let about = move || look.read().about().map(|about| view! { <p class="soft small">{about}</p> });
    let cleaned: Vec<_> = artifact.cleaned.iter().map(|private| word(*private)).collect();
    let cleaned = (!cleaned.is_empty()).then(|| t::media::cleaned(intl::list(language().tag(), &cleaned)));
    let told = artifact.file().cloned().map(|file| view! { <PrivateFacts artifact=artifact.id.clone() file /> });
    view! {
        {about}
        {artifact.file().and_then(contradiction::note)}
        <CaptionsNote artifact=artifact.clone() />
        {cleaned.map(|words| view! { <p class="small">{words}</p> })}
        {told}
    }
}

/// What a private fact is about.
pub fn word(private: Private) -> &'static str {
    match private {
        Private::Location => t::media::private_location(),
        Private::Camera => t::media::private_camera(),
        Private::Author => t::media::private_author(),
        Private::Software => t::media::private_software(),
        Private::Comment => t::media::private_comment(),
        Private::Thumbnail => t::media::private_thumbnail(),
        Private::Other => t::media::private_other(),
    }
}
