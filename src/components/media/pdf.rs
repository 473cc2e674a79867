//! A PDF in the browser's own viewer.

use std::rc::Rc;

use interchange::media_type::{WANTED_BYTES, sniff};
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::media::MediaError;
use platform::object_url::ObjectUrl;
use platform::page;
use portfolio::model::StoredFile;

use crate::i18n::t;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

const PDF: &str = "application/pdf";
/// How a viewer begins, as far as it listens: a page as wide as the frame, and nothing beside it.
const VIEW: &str = "#navpanes=0&pagemode=none&view=FitH";

/// How far opening is.
#[derive(Clone)]
enum Opened {
    Looking,
    At(Rc<ObjectUrl>),
    Missing,
    /// Its bytes are those of something else.
    OtherThings,
}

/// The pages in a frame, where the browser has a viewer, and a way to open them in a tab of their own.
#[component]
pub fn PdfFile(file: StoredFile) -> impl IntoView {
    let state = AppState::expect();
    let opened = RwSignal::new_local(Opened::Looking);
    let name = file.name.clone();
    spawn_local(async move {
        let found = open(state, &file).await.unwrap_or(Opened::Missing);
        opened.try_set(found);
    });
    move || match opened.get() {
        Opened::Looking => view! { <p class="soft">{t::media::looking()}</p> }.into_any(),
        Opened::Missing => view! { <p class="soft">{t::media::missing()}</p> }.into_any(),
        Opened::OtherThings => view! { <p class="soft">{t::viewer::no_pdf()}</p> }.into_any(),
        Opened::At(url) => view! { <Pages url=url.to_string() name=name.clone() /> }.into_any(),
    }
}

/// A frame navigates, and so does a tab: what goes there has to be what it says, by its first bytes, wherever its type came from.
async fn open(state: AppState, file: &StoredFile) -> Result<Opened, MediaError> {
    let media = state.media().ok_or(MediaError::Missing)?;
    let head = media.read_start(&file.hash, WANTED_BYTES as u64).await?;
    if sniff(&head, &file.name).mime != PDF {
        return Ok(Opened::OtherThings);
    }
    Ok(Opened::At(Rc::new(media.open(&file.hash, PDF).await?)))
}

#[component]
fn Pages(url: String, name: String) -> impl IntoView {
    let frame = if page::shows_pdf() {
        let title = t::media::pdf(&name);
        view! { <iframe class="figure-pdf" src=format!("{url}{VIEW}") title=title></iframe> }.into_any()
    } else {
        view! { <p class="soft">{t::media::no_viewer()}</p> }.into_any()
    };
    view! {
        {frame}
        <p class="figure-open">
            <a class="button" href=url target="_blank" rel="noopener" aria-label=t::viewer::open_named(name)>
                <Icon glyph=Glyph::Whole />
                {t::viewer::open()}
            </a>
        </p>
    }
}
