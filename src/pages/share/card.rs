//! What was shared at one time, told before anything is done with it.

use leptos::prelude::*;

use super::words;
use crate::i18n::{language, t};
use crate::platform::intl;
use crate::platform::shared::Shared;
use crate::ui::icon::{Glyph, Icon};

/// As many characters of shared words as are shown.
const SHOWN: usize = 280;

/// Its words and files, and the two things that can be done.
#[component]
pub fn SharedCard(
    shared: Shared,
    /// Begins a piece with it.
    take: impl Fn() + 'static,
    /// Throws it away.
    throw: impl Fn() + 'static,
) -> impl IntoView {
    let words::Said { title, text, link } = words::of(&shared);
    let lines = [(Glyph::Link, link), (Glyph::Edit, text.chars().take(SHOWN).collect())];
    let lines = lines.into_iter().filter(|(_, words)| !words.is_empty()).map(|(glyph, words)| line(glyph, words));
    let files = shared.files.iter().map(|file| {
        let size = intl::bytes(language().tag(), file.what.size());
        line(Glyph::File, format!("{} · {size}", file.what.name()))
    });
    let label = if title.is_empty() { t::share::one().to_owned() } else { title.clone() };
    view! {
        <section class="card" aria-label=label>
            {(!title.is_empty())
                .then(|| {
                    view! {
                        <h2 class="aside-title">
                            <bdi>{title}</bdi>
                        </h2>
                    }
                })}
            <ul role="list" class="stack stack-tight">
                {lines.chain(files).collect_view()}
            </ul>
            <div class="row">
                <button type="button" class="button button-main" on:click=move |_| take()>
                    <Icon glyph=Glyph::Add />
                    {t::share::take()}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| throw()>
                    <Icon glyph=Glyph::Trash />
                    {t::share::throw()}
                </button>
            </div>
        </section>
    }
}

fn line(glyph: Glyph, words: String) -> AnyView {
    view! {
        <li class="row shared-line">
            <Icon glyph />
            <bdi class="grow">{words}</bdi>
        </li>
    }
    .into_any()
}
