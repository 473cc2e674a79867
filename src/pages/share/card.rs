//! What was shared at one time, told before anything is done with it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::files::PickedFile;
use platform::intl;
use platform::shared::Shared;

use super::words;
use crate::components::look_at_pathway::LookAtPathway;
use crate::i18n::{language, t};
use crate::state::{AppState, Offer};
use crate::ui::icon::{Glyph, Icon};

/// As many characters of shared words as are shown.
const SHOWN: usize = 280;

/// Its words and files, and the two things that can be done; where it holds a pathway, a third.
#[component]
pub fn SharedCard(
    shared: Shared,
    /// Begins a piece with it.
    take: impl Fn() + 'static,
    /// Throws it away.
    throw: impl Fn() + 'static,
) -> impl IntoView {
    let state = AppState::expect();
    let words::Said { title, text, link } = words::of(&shared);
    let lines = [(Glyph::Link, link), (Glyph::Edit, text.chars().take(SHOWN).collect())];
    let lines = lines.into_iter().filter(|(_, words)| !words.is_empty()).map(|(glyph, words)| line(glyph, words));
    let files = shared.files.iter().map(|file| {
        let size = intl::bytes(language().tag(), file.what.size());
        line(Glyph::File, format!("{} · {size}", file.what.name()))
    });
    let pathway = RwSignal::new_local(None::<(String, Offer)>);
    let given: Vec<PickedFile> = shared.files.iter().map(|file| file.what.clone()).collect();
    spawn_local(async move {
        for file in given {
            if let Some(offer) = state.pathway_in(&file).await {
                pathway.try_set(Some((file.name(), offer)));
                return;
            }
        }
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
            <div aria-live="polite">
                {move || {
                    pathway
                        .get()
                        .map(|(name, offer)| {
                            view! {
                                <div class="stack stack-tight">
                                    <p>{t::proposal::in_a_share(name)}</p>
                                    <div class="row">
                                        <LookAtPathway offer />
                                    </div>
                                </div>
                            }
                        })
                }}
            </div>
            <div class="row">
                <button
                    type="button"
                    class="button"
                    class:button-main=move || pathway.read().is_none()
                    on:click=move |_| take()
                >
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
