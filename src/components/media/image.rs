//! A picture by itself, as within a text.

use leptos::prelude::*;
use portfolio::model::StoredFile;

use super::opened::{self, Opened};
use super::shown::{self, Shown};

/// The picture in a file. Where there is none (the file is something else, is broken, or not on this device) its words stand there.
#[component]
pub fn Image(file: StoredFile, alt: String) -> impl IntoView {
    let words = if alt.is_empty() { file.name.clone() } else { alt };
    let opened = (shown::of(&file.media_type) == Shown::Image).then(|| opened::open_when_here(&file));
    let broken = RwSignal::new(false);
    move || {
        match opened.map(|opened| opened.get()) {
        Some(Opened::At(url)) if !broken.get() => {
            view! { <img class="figure-image" src=url.to_string() alt=words.clone() on:error=move |_| broken.set(true) /> }
                .into_any()
        }
        _ => view! { <span class="soft">{words.clone()}</span> }.into_any(),
    }
    }
}
