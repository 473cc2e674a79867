//! Files whose names say something else than their bytes.

use interchange::media_type::{self, Contradiction};
use leptos::prelude::*;
use portfolio::model::StoredFile;

use crate::i18n::t;

/// Says in words that a file is empty, or not what its name says. Nothing where the two agree.
pub fn note(file: &StoredFile) -> Option<impl IntoView + use<>> {
    words(file).map(|words| view! { <p class="small card card-sunk">{words}</p> })
}

fn words(file: &StoredFile) -> Option<String> {
    if file.size == 0 {
        return Some(t::media::empty().to_owned());
    }
    let Contradiction { promised, held } = media_type::contradiction(&file.name, &file.media_type)?;
    Some(match held {
        Some(held) => t::media::contradicts(promised, held),
        None => t::media::contradicts_all(promised),
    })
}
