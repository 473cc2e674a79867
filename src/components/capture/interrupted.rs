//! Recordings that wait for an answer: interrupted by a crash, or recorded and not kept.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::capture::Kind;
use platform::files::PickedFile;
use platform::intl::{self, DateStyle};
use platform::media::Recording;
use platform::object_url::ObjectUrl;
use platform::{clock, timer};

use super::take::recording_file;
use super::words::spoken;
use crate::i18n::{language, t};
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

/// How long a recording that was thrown away can be brought back.
const SECOND_THOUGHTS: Duration = Duration::from_secs(10);

/// A card for each.
#[component]
pub fn Cards(
    /// What keeping one is called.
    words: &'static str,
    /// Gets what is kept.
    on_file: Callback<PickedFile>,
) -> impl IntoView {
    let state = AppState::expect();
    view! {
        <section class="stack" aria-label=t::capture::waiting() aria-live="polite">
            <For
                each=move || state.recordings()
                key=|recording| (recording.id.clone(), recording.safe.ms, recording.ended)
                let(recording)
            >
                <Card words recording on_file />
            </For>
        </section>
    }
}

#[component]
fn Card(words: &'static str, recording: Recording, on_file: Callback<PickedFile>) -> impl IntoView {
    let thrown = RwSignal::new(false);
    let recording = StoredValue::new_local(recording);
    move || match thrown.get() {
        true => view! { <Thrown recording thrown /> }.into_any(),
        false => view! { <Offer words recording thrown on_file /> }.into_any(),
    }
}

type Kept = StoredValue<Recording, LocalStorage>;

/// What it is, and the ways on.
#[component]
fn Offer(words: &'static str, recording: Kept, thrown: RwSignal<bool>, on_file: Callback<PickedFile>) -> impl IntoView {
    let state = AppState::expect();
    let shown = RwSignal::new(false);
    let (title, glyph) = match recording.with_value(|recording| recording.ended) {
        true => (t::capture::unkept(), Glyph::Record),
        false => (t::capture::interrupted(), Glyph::Alert),
    };
    let kind = recording.with_value(|recording| recording.about.kind);
    let look = if kind == Kind::Sound { t::capture::listen() } else { t::capture::look() };
    let is_being_kept = StoredValue::new(false);
    let keep = move |_| {
        // One press is enough: getting a long one ready takes a while.
        if is_being_kept.try_update_value(|it| std::mem::replace(it, true)) != Some(false) {
            return;
        }
        spawn_local(async move {
            let (recording, Some(media)) = (recording.get_value(), state.media()) else { return };
            match media.finished(&recording, None).await {
                Ok(finished) => {
                    state.recording_leaves(&recording);
                    on_file.run(recording_file(&recording, &finished.bytes));
                }
                Err(_) => {
                    is_being_kept.try_set_value(false);
                    state.say(t::capture::failed(), None);
                }
            }
        });
    };
    view! {
        <article class="card">
            <h2 class="row capture-waiting">
                <Icon glyph />
                <span class="grow">{title}</span>
            </h2>
            <p>{recording.with_value(what)} ". " {t::capture::waiting_about()}</p>
            {move || shown.get().then(|| view! { <Player recording /> })}
            <div class="row">
                <button type="button" class="button button-main" on:click=keep>
                    {words}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-expanded=move || shown.get().to_string()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {move || if shown.get() { t::capture::hide() } else { look }}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| thrown.set(true)>
                    {t::capture::throw_away()}
                </button>
            </div>
        </article>
    }
}

/// It plays what is safe.
#[component]
fn Player(recording: Kept) -> impl IntoView {
    let state = AppState::expect();
    let url = RwSignal::new_local(None::<Result<Rc<ObjectUrl>, ()>>);
    spawn_local(async move {
        let recorded = match state.media() {
            Some(media) => media.finished(&recording.get_value(), None).await.map_err(drop),
            None => Err(()),
        };
        url.try_set(Some(recorded.map(|recorded| Rc::new(recorded.bytes.url()))));
    });
    let is_sound = recording.with_value(|recording| recording.about.kind == Kind::Sound);
    let label = recording.with_value(what);
    move || {
        match url.get() {
        None => view! { <p class="soft">{t::capture::opening()}</p> }.into_any(),
        Some(Err(())) => view! { <p>{t::capture::unplayable()}</p> }.into_any(),
        Some(Ok(url)) if is_sound => {
            view! { <audio controls src=url.to_string() aria-label=label.clone()></audio> }.into_any()
        }
        Some(Ok(url)) => {
            view! { <video class="capture-video" controls playsinline src=url.to_string() aria-label=label.clone()></video> }
                .into_any()
        }
    }
    }
}

/// It goes in a while, and can be brought back until then. Whoever closes the page before still has it.
#[component]
fn Thrown(recording: Kept, thrown: RwSignal<bool>) -> impl IntoView {
    let state = AppState::expect();
    // It goes with this view: whoever brings the recording back, or leaves, calls it off.
    let waiting = StoredValue::new(());
    spawn_local(async move {
        timer::sleep(SECOND_THOUGHTS).await;
        if waiting.try_get_value().is_some()
            && let Some(recording) = recording.try_get_value()
        {
            state.forget_recording(&recording).await;
        }
    });
    view! {
        <div class="card card-sunk row">
            <p class="grow">{t::capture::thrown_away()}</p>
            <button type="button" class="button" on:click=move |_| thrown.set(false)>
                {t::capture::bring_back()}
            </button>
        </div>
    }
}

/// "Video, 2 minutes and 5 seconds, from 26 November 2026 at 10:42".
fn what(recording: &Recording) -> String {
    let (about, tag) = (&recording.about, language().tag());
    let length = spoken(recording.safe.length());
    let day = intl::date(tag, clock::local_date(about.begun), DateStyle::Long);
    let time = intl::time(tag, about.begun);
    match about.kind {
        Kind::Sound => t::capture::what_sound(length, day, time),
        Kind::Screen => t::capture::what_screen(length, day, time),
        Kind::Photo | Kind::Video => t::capture::what_video(length, day, time),
    }
}
