//! An artifact in place: what it is, its caption, and a way to keep a copy.

use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::intent::artifacts::is_safe_link;
use portfolio::model::{Artifact, Content, Facts, Link, StoredFile};

use super::contradiction;
use super::event::EventCard;
use super::look::Look;
use super::opened::{self, Opened};
use super::shown::{self, Shown};
use super::sound::SoundPlayer;
use super::text::TextFile;
use crate::i18n::t;
use crate::platform::{download, page};
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

/// Shows a file by what its bytes are, or a link as a card.
#[component]
pub fn ArtifactFigure(artifact: Artifact) -> impl IntoView {
    let look = Look::of(&artifact);
    let Artifact { caption, alt, content, .. } = artifact;
    let body = match content {
        Some(Content::File(file)) => view! { <FileFigure file alt look /> }.into_any(),
        Some(Content::Link(link)) => view! { <LinkCard link /> }.into_any(),
        Some(Content::Event(event)) => view! { <EventCard event /> }.into_any(),
        None => view! { <p class="soft">{t::media::not_shown()}</p> }.into_any(),
    };
    view! {
        <figure class="figure">
            {body} {(!caption.is_empty()).then(|| view! { <figcaption class="soft">{caption}</figcaption> })}
        </figure>
    }
}

#[component]
fn FileFigure(file: StoredFile, alt: String, look: Memo<Look>) -> impl IntoView {
    let name = file.name.clone();
    let shown = shown::of(&file.media_type);
    let body = match shown {
        Shown::Text => view! { <TextFile file=file.clone() /> }.into_any(),
        Shown::Kept => {
            let (glyph, word) = shown.glyph_and_word();
            view! {
                <p class="row soft">
                    <Icon glyph />
                    {word}
                    " · "
                    {t::media::not_shown()}
                </p>
            }
            .into_any()
        }
        _ => {
            let opened = opened::open(&file);
            let name = name.clone();
            (move || match opened.get() {
                Opened::Looking => view! { <p class="soft">{t::media::looking()}</p> }.into_any(),
                Opened::Missing => view! { <p class="soft">{t::media::missing()}</p> }.into_any(),
                Opened::At(url) => player(shown, url.to_string(), &alt, &name, look),
            })
            .into_any()
        }
    };
    view! {
        {body}
        {contradiction::note(&file)}
        <p class="row figure-name">
            <span class="grow small">
                <bdi>{visible(&file.name)}</bdi>
                {move || look.read().about().map(|about| format!(" · {about}"))}
            </span>
            <SaveCopy file />
        </p>
    }
}

/// The name without what could turn it round: its real ending stands at its end.
fn visible(name: &str) -> String {
    name.chars().filter(|letter| !interchange::names::is_invisible(*letter)).collect()
}

fn player(shown: Shown, url: String, alt: &str, name: &str, look: Memo<Look>) -> AnyView {
    let broken = RwSignal::new(false);
    let words = match shown {
        Shown::Image => t::media::broken_image(),
        Shown::Audio => t::media::broken_sound(),
        _ => t::media::broken_video(),
    };
    let label = if alt.is_empty() { name.to_owned() } else { alt.to_owned() };
    let (url, alt) = (StoredValue::new(url), StoredValue::new(label));
    // Said beforehand, so that nothing moves when the bytes are there.
    let Facts { width, height, .. } = look.read_untracked().facts();
    let still = look.read_untracked().picture().map(opened::open);
    let poster = move || match still?.get() {
        Opened::At(url) => Some(url.to_string()),
        _ => None,
    };
    let fail = move |_| broken.set(true);
    let playing = move || {
        match shown {
        Shown::Image => {
            view! { <img class="figure-image" src=url.get_value() alt=alt.get_value() width=width height=height on:error=fail /> }
                .into_any()
        }
        Shown::Audio => {
            let fail = Callback::new(move |()| broken.set(true));
            view! { <SoundPlayer url=url.get_value() label=alt.get_value() look fail /> }.into_any()
        }
        Shown::Video => view! {
            <video
                controls
                playsinline
                src=url.get_value()
                aria-label=alt.get_value()
                width=width
                height=height
                poster=poster
                on:error=fail
            ></video>
        }
        .into_any(),
        _ if page::shows_pdf() => {
            view! { <iframe class="figure-pdf" src=url.get_value() title=t::media::pdf(alt.get_value())></iframe> }
                .into_any()
        }
        _ => view! { <p class="soft">{t::media::no_viewer()}</p> }.into_any(),
    }
    };
    (move || if broken.get() { view! { <p class="soft">{words}</p> }.into_any() } else { playing() }).into_any()
}

#[component]
fn SaveCopy(file: StoredFile) -> impl IntoView {
    let state = AppState::expect();
    let name = interchange::names::safe_name(&file.name);
    let label = t::media::save_named(&file.name);
    let save = move |_| {
        let (hash, name) = (file.hash.clone(), name.clone());
        spawn_local(async move {
            let saved = match state.media() {
                Some(media) => match media.open(&hash, "application/octet-stream").await {
                    Ok(url) => download::address(&name, url).is_ok(),
                    Err(_) => false,
                },
                None => false,
            };
            if !saved {
                state.say(t::media::save_failed(), None);
            }
        });
    };
    view! {
        <button type="button" class="button button-quiet" aria-label=label on:click=save>
            <Icon glyph=Glyph::Download />
            {t::media::save_copy()}
        </button>
    }
}

#[component]
fn LinkCard(link: Link) -> impl IntoView {
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
