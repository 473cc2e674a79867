//! A text file shown as its characters; Markdown as what it means.

use interchange::text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::model::StoredFile;

use crate::components::markdown::Markdown;
use crate::i18n::t;
use crate::state::AppState;

/// As much as is shown of a long text, in bytes.
const SHOWN: u64 = 128 * 1024;

/// The beginning of a text file.
#[component]
pub fn TextFile(file: StoredFile) -> impl IntoView {
    let state = AppState::expect();
    let words = RwSignal::new(None::<Result<String, ()>>);
    let (is_markdown, is_cut) = (file.media_type == "text/markdown", file.size > SHOWN);
    spawn_local(async move {
        let read = match state.media() {
            Some(media) => media.read_start(&file.hash, SHOWN).await.map_err(drop),
            None => Err(()),
        };
        words.try_set(Some(read.map(|bytes| text::decode(&bytes).text.into_owned())));
    });
    view! {
        {move || match words.get() {
            None => view! { <p class="soft">{t::media::looking()}</p> }.into_any(),
            Some(Err(())) => view! { <p class="soft">{t::media::missing()}</p> }.into_any(),
            Some(Ok(words)) if is_markdown => view! { <Markdown text=words /> }.into_any(),
            Some(Ok(words)) => view! { <pre class="text-file" tabindex="0">{words}</pre> }.into_any(),
        }}
        {is_cut.then(|| view! { <p class="soft small">{t::media::cut()}</p> })}
    }
}
