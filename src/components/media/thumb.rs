//! A small picture of an artifact, or the icon of what it is.

use leptos::prelude::*;
use portfolio::model::Content;

use super::opened::{self, Opened};
use super::shown::{self, Shown};
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// Decorative: the name or title beside it says what it is.
#[component]
pub fn Thumb(content: Option<Content>) -> impl IntoView {
    let (glyph, word) = match &content {
        Some(Content::File(file)) => shown::of(&file.media_type).glyph_and_word(),
        Some(Content::Link(_)) => (Glyph::Link, t::media::kind_link()),
        Some(Content::Event(_)) => (Glyph::Flag, t::media::kind_event()),
        None => (Glyph::File, t::media::kind_other()),
    };
    let icon = move || {
        view! {
            <span class="thumb-icon">
                <Icon glyph />
                <span class="tiny">{word}</span>
            </span>
        }
        .into_any()
    };
    let picture = match content {
        Some(Content::File(file)) if shown::of(&file.media_type) == Shown::Image => Some(opened::open(&file)),
        _ => None,
    };
    let broken = RwSignal::new(false);
    let shown = move || match picture.map(|picture| picture.get()) {
        Some(Opened::At(url)) if !broken.get() => {
            view! { <img src=url.to_string() alt="" loading="lazy" on:error=move |_| broken.set(true) /> }.into_any()
        }
        _ => icon(),
    };
    view! { <span class="thumb">{shown}</span> }
}
