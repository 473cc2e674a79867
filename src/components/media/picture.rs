//! A picture in place, with a way to look at it closely.

use leptos::html;
use leptos::prelude::*;
use portfolio::model::{Facts, StoredFile};

use super::look::Look;
use super::moving::Stopping;
use crate::i18n::t;
use crate::parts::{Later, apart, arriving};
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::magnifier::Magnifier;

/// The picture at `url`. `fail` is called if the browser cannot show it.
#[component]
pub fn Picture(url: String, file: StoredFile, alt: String, look: Memo<Look>, fail: Callback<()>) -> impl IntoView {
    // Said beforehand, so that nothing moves when the bytes are there.
    let Facts { width, height, .. } = look.read_untracked().facts();
    let name = file.name.clone();
    let alt = if alt.is_empty() { name.clone() } else { alt };
    let label = t::viewer::look(&alt);
    let (src, words) = (url.clone(), alt.clone());
    let (picture, is_loaded) = (NodeRef::<html::Img>::new(), RwSignal::new(false));
    let is_open = RwSignal::new(false);
    let close = Callback::new(move |()| is_open.set(false));
    view! {
        <div class="picture">
            <img
                node_ref=picture
                class="figure-image"
                src=src
                alt=words
                width=width
                height=height
                on:load=move |_| is_loaded.set(true)
                on:error=move |_| fail.run(())
            />
            <button type="button" class="picture-look" aria-label=label on:click=move |_| is_open.set(true)>
                <span class="picture-glyph">
                    <Icon glyph=Glyph::Search />
                </span>
            </button>
            <Stopping file picture is_loaded />
        </div>
        {move || is_open.get().then(|| closely(Near { url: url.clone(), name: name.clone(), alt: alt.clone(), close }))}
    }
}

/// A picture that is to be looked at closely.
struct Near {
    url: String,
    name: String,
    alt: String,
    close: Callback<()>,
}

fn closely(near: Near) -> impl IntoView {
    arriving(viewer(near), || view! { <p class="error" role="alert">{t::shell::unreached()}</p> }.into_any())
}

apart! {
    fn viewer in viewing(near: Near) -> Later<AnyView> {
        Box::pin(async move { view! { <Viewer near /> }.into_any() })
    }
}

/// The picture in a dialog that fills the screen.
#[component]
fn Viewer(near: Near) -> impl IntoView {
    let Near { url, name, alt, close } = near;
    let open = RwSignal::new(true);
    view! {
        <Dialog open title=name class="dialog-whole viewer" on_close=close>
            <button type="button" class="button viewer-close" on:click=move |_| open.set(false)>
                <Icon glyph=Glyph::Remove />
                {t::viewer::close()}
            </button>
            <Magnifier src=url.clone() alt=alt.clone() />
        </Dialog>
    }
}
