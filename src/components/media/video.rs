//! A film that can be played, with what is said in it.

use leptos::html;
use leptos::prelude::*;
use platform::player;
use portfolio::model::Facts;

use super::captions::{Overlay, Said, Transcript};
use super::look::Look;
use super::opened::{self, Opened};
use super::speed::Speed;
use super::words::InWords;

/// Plays the film at `url`: of its file only what is seen is read. `fail` is called if the browser cannot.
#[component]
pub fn VideoPlayer(
    url: String,
    name: String,
    alt: String,
    look: Memo<Look>,
    said: Option<Said>,
    fail: Callback<()>,
) -> impl IntoView {
    let film = NodeRef::<html::Video>::new();
    let now = RwSignal::new(0.0);
    // Said beforehand, so that nothing moves when the bytes are there.
    let Facts { width, height, .. } = look.read_untracked().facts();
    let still = look.read_untracked().picture().map(opened::open);
    let poster = move || match still?.get() {
        Opened::At(url) => Some(url.to_string()),
        _ => None,
    };
    let set_speed = Callback::new(move |times: f64| {
        if let Some(film) = film.get_untracked() {
            player::set_speed(&film, times);
        }
    });
    let seek = Callback::new(move |to: f64| {
        if let Some(film) = film.get_untracked() {
            player::seek(&film, to);
        }
    });
    let label = if alt.is_empty() { name.clone() } else { alt.clone() };
    view! {
        <video
            node_ref=film
            controls
            playsinline
            preload="metadata"
            src=url
            aria-label=label
            width=width
            height=height
            poster=poster
            on:timeupdate:target=move |event| now.set(event.target().current_time())
            on:error=move |_| fail.run(())
        ></video>
        // On paper a film shows nothing of itself.
        {move || poster().map(|still| view! { <img class="figure-image on-paper" src=still alt="" /> })}
        <div class="row player-tools">
            <Speed name set=set_speed />
            {said.map(|said| view! { <Overlay said film /> })}
        </div>
        <InWords words=alt />
        {said.map(|said| view! { <Transcript said now seek /> })}
    }
}
