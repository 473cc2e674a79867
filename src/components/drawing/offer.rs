//! A drawing that was not finished, offered again.

use drawing::{Drawing, svg};
use leptos::prelude::*;
use platform::object_url::ObjectUrl;

use super::desk::Desk;
use super::photo;
use crate::i18n::t;

/// What was kept of a drawing.
#[derive(Clone, PartialEq)]
pub struct Kept {
    /// The drawing.
    pub drawing: Drawing,
    /// The words beside it.
    pub words: String,
}

/// Shows it, and asks whether to go on with it.
#[component]
pub fn Offer(desk: Desk, kept: Kept, go_on: Callback<()>, begin_anew: Callback<()>) -> impl IntoView {
    // An SVG of our own, and shown where it can do nothing but be seen.
    let seen = StoredValue::new_local(ObjectUrl::of_bytes(svg::write(&kept.drawing).as_bytes(), "image/svg+xml"));
    let has_strokes = !kept.drawing.is_blank();
    let words = kept.words.clone();
    let take = move |_| {
        desk.words.set(kept.words.clone());
        desk.put(kept.drawing.clone());
        photo::fetch(desk);
        go_on.run(());
    };
    view! {
        <div class="pad-offer">
            <div class="pad-offer-card stack">
                <p class="pad-offer-title">{t::drawing::unfinished()}</p>
                {has_strokes
                    .then(|| {
                        view! {
                            <img
                                class="pad-offer-picture"
                                src=seen.with_value(|url| url.to_string())
                                alt=t::drawing::unfinished_picture()
                            />
                        }
                    })}
                {(!words.is_empty()).then(|| view! { <blockquote class="soft">{words}</blockquote> })}
                <div class="row">
                    <button type="button" class="button button-main" on:click=take>
                        {t::drawing::go_on_with_it()}
                    </button>
                    <button type="button" class="button" on:click=move |_| begin_anew.run(())>
                        {t::drawing::begin_anew()}
                    </button>
                </div>
            </div>
        </div>
    }
}
