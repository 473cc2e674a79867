//! A link that the learner added.

use leptos::prelude::*;
use portfolio::intent::artifacts::is_safe_link;
use portfolio::model::Link;

use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// Where it leads, if it may lead there; otherwise its words.
#[component]
pub fn LinkCard(link: Link) -> impl IntoView {
    let words = if link.title.is_empty() { link.url.clone() } else { link.title.clone() };
    if !is_safe_link(&link.url) {
        return view! { <p class="soft">{words}</p> }.into_any();
    }
    let host = link.url.split('/').nth(2).unwrap_or_default().to_owned();
    view! {
        <a class="card card-link" href=link.url target="_blank" rel="noopener noreferrer">
            <span class="row">
                <Icon glyph=Glyph::Link />
                <bdi>{words}</bdi>
            </span>
            <span class="soft small">{t::media::link_out(host)}</span>
        </a>
    }
    .into_any()
}
