//! An artifact in place: what it is, its caption, and a way to keep a copy.

use leptos::prelude::*;
use platform::page;
use portfolio::model::{Artifact, Content, StoredFile};

use super::captions::Said;
use super::contradiction;
use super::event::EventCard;
use super::link::LinkCard;
use super::look::Look;
use super::opened::{self, Opened};
use super::pdf::PdfFile;
use super::picture::Picture;
use super::reading::FileReading;
use super::save::SaveCopy;
use super::shown::{self, Shown};
use super::sound::SoundPlayer;
use super::video::VideoPlayer;
use crate::components::storage::{Here, WhereItIs};
use crate::i18n::t;
use crate::state::AppState;
use crate::ui::icon::Icon;

/// Shows a file by what its bytes are, or a link as a card.
#[component]
pub fn ArtifactFigure(
    artifact: Artifact,
    /// The file that holds what is said in it, if it is a film or a sound.
    #[prop(optional_no_strip)]
    captions: Option<StoredFile>,
) -> impl IntoView {
    let look = Look::of(&artifact);
    let is_picture = artifact.file().is_some_and(|file| shown::of(&file.media_type) == Shown::Image);
    let Artifact { id, caption, alt, content, .. } = artifact;
    let body = match content {
        Some(Content::File(file)) => {
            view! { <FileFigure file alt look captions line=format!("file-{}", id.rest()) /> }.into_any()
        }
        Some(Content::Link(link)) => view! { <LinkCard link /> }.into_any(),
        Some(Content::Event(event)) => view! { <EventCard event /> }.into_any(),
        None => view! { <p class="soft">{t::media::not_shown()}</p> }.into_any(),
    };
    view! {
        <figure class="figure" class:figure-picture=is_picture>
            {body} {(!caption.is_empty()).then(|| view! { <figcaption class="caption">{caption}</figcaption> })}
        </figure>
    }
}

#[component]
fn FileFigure(
    file: StoredFile,
    alt: String,
    look: Memo<Look>,
    captions: Option<StoredFile>,
    /// The id of its line.
    line: String,
) -> impl IntoView {
    let said = captions.clone().map(Said::read);
    let here = AppState::expect().is_here(&file);
    let body = {
        let (file, line) = (file.clone(), line.clone());
        move || in_place(&file, &alt, look, said, &line)
    };
    let of_captions = format!("{line}-captions");
    view! {
        <Here file=file.clone() here line=line.clone()>
            {body()}
        </Here>
        {contradiction::note(&file)}
        <FileLine file here about=Signal::derive(move || look.read().about()) id=line />
        {captions
            .map(|file| {
                let here = AppState::expect().is_here(&file);
                view! { <FileLine file here about=Signal::stored(Some(t::viewer::captions().to_owned())) id=of_captions /> }
            })}
    }
}

/// The file itself, whose bytes are here.
fn in_place(file: &StoredFile, alt: &str, look: Memo<Look>, said: Option<Said>, line: &str) -> AnyView {
    let shown = shown::of(&file.media_type);
    match shown {
        Shown::Read(kind) => view! { <FileReading file=file.clone() kind /> }.into_any(),
        Shown::Pdf => view! { <PdfFile file=file.clone() /> }.into_any(),
        Shown::Kept => kept(look),
        Shown::Image | Shown::Audio | Shown::Video => {
            let (opened, file) = (opened::open_with_care(file), file.clone());
            let (alt, line) = (alt.to_owned(), line.to_owned());
            (move || match opened.get() {
                Opened::Looking => view! { <p class="soft">{t::media::looking()}</p> }.into_any(),
                Opened::Missing => view! { <p class="soft">{t::media::missing()}</p> }.into_any(),
                Opened::Heavy => view! { <Heavy file=file.clone() opened line=line.clone() /> }.into_any(),
                Opened::At(url) => player(shown, url.to_string(), &alt, &file, look, said),
            })
            .into_any()
        }
    }
}

/// A picture that may keep the page from everything else, and the way to see it all the same.
#[component]
fn Heavy(
    file: StoredFile,
    opened: RwSignal<Opened, LocalStorage>,
    /// The id of the file's line, to which the focus goes from the button.
    line: String,
) -> impl IntoView {
    let state = AppState::expect();
    let show = move |_| {
        opened::open_into(state, &file, opened);
        page::focus_when_drawn(line.clone());
    };
    view! {
        <p>{t::viewer::heavy()}</p>
        <div class="row">
            <button type="button" class="button" on:click=show>
                {t::viewer::show_heavy()}
            </button>
        </div>
    }
}

/// What a file is called, what and where it is, with a way to keep a copy.
#[component]
fn FileLine(
    file: StoredFile,
    here: RwSignal<Option<bool>, LocalStorage>,
    about: Signal<Option<String>>,
    id: String,
) -> impl IntoView {
    let saved = file.clone();
    view! {
        <p id=id class="row figure-name" tabindex="-1">
            <span class="grow small">
                <bdi>{visible(&file.name)}</bdi>
                {move || about.get().map(|about| format!(" · {about}"))}
                <span class="where">" · " <WhereItIs file here /></span>
            </span>
            {move || (here.get() == Some(true)).then(|| view! { <SaveCopy file=saved.clone() /> })}
        </p>
    }
}

/// The name without what could turn it round: its real ending stands at its end.
fn visible(name: &str) -> String {
    name.chars().filter(|letter| !interchange::names::is_invisible(*letter)).collect()
}

/// What is not shown is named, at least: a photo of a kind that this browser cannot show is a picture all the same.
fn kept(look: Memo<Look>) -> AnyView {
    let (glyph, word) = look.read_untracked().glyph_and_word();
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

/// What is seen or heard of a file; in its place words where the browser cannot show it.
fn player(shown: Shown, url: String, alt: &str, file: &StoredFile, look: Memo<Look>, said: Option<Said>) -> AnyView {
    let is_broken = RwSignal::new(false);
    let fail = Callback::new(move |()| is_broken.set(true));
    let given = StoredValue::new((url, file.clone(), alt.to_owned()));
    let broken = match shown {
        Shown::Image => t::media::broken_image(),
        Shown::Audio => t::media::broken_sound(),
        _ => t::media::broken_video(),
    };
    let playing = move || {
        let (url, file, alt) = given.get_value();
        let name = file.name.clone();
        match shown {
            Shown::Image => view! { <Picture url file alt look fail /> }.into_any(),
            Shown::Audio => view! { <SoundPlayer url name alt look said fail /> }.into_any(),
            _ => view! { <VideoPlayer url name alt look said fail /> }.into_any(),
        }
    };
    (move || if is_broken.get() { view! { <p class="soft">{broken}</p> }.into_any() } else { playing() }).into_any()
}
