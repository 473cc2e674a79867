//! What a file tells that nobody meant to share, and the way to have it taken out.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::media::{MediaError, Telling, Told};
use platform::timer;
use portfolio::EntityId;
use portfolio::model::{Private, StoredFile};

use super::notes::word;
use crate::components::work::WorkBar;
use crate::i18n::t;
use crate::state::{AppState, NotTakenOut, Old, Work};

/// Names what the file of an artifact tells. Nothing of one that tells nothing, as far as Cairn can see.
#[component]
pub fn PrivateFacts(artifact: EntityId, file: StoredFile) -> impl IntoView {
    let state = AppState::expect();
    let telling = RwSignal::new(None::<Telling>);
    let looked_at = file.clone();
    spawn_local(async move {
        timer::idle().await;
        // A file that is not here yet, or cannot be read, has nothing to say.
        telling.try_set(state.tells(&looked_at).await.ok().filter(|telling| !telling.found.is_empty()));
    });
    move || telling.get().map(|telling| view! { <Things artifact=artifact.clone() name=file.name.clone() telling /> })
}

#[component]
fn Things(artifact: EntityId, name: String, telling: Telling) -> impl IntoView {
    let state = AppState::expect();
    let work = RwSignal::new_local(None::<Work>);
    let label = t::media::take_out_named(&name);
    let busy = t::media::taking_out(&name);
    let take_out = move |_| {
        let (artifact, name, under_way) = (artifact.clone(), name.clone(), Work::new());
        work.set(Some(under_way.clone()));
        spawn_local(async move {
            let words = sentence(&state.take_out(artifact, &under_way).await, &name);
            state.say(words, None);
            // The row may be gone: another file stands in its place now.
            work.try_set(None);
        });
    };
    let some_go = telling.found.iter().any(|told| told.can_be_taken_out);
    let end = if some_go {
        let way = move || match work.get() {
            Some(work) => view! { <WorkBar work label=busy.clone() /> }.into_any(),
            None => view! {
                <button type="button" class="button" aria-label=label.clone() on:click=take_out.clone()>
                    {t::media::take_out()}
                </button>
            }
            .into_any(),
        };
        way.into_any()
    } else {
        view! { <p class="small">{t::media::cannot_take_out()}</p> }.into_any()
    };
    view! {
        <div class="card card-sunk stack stack-tight">
            <p class="small">{t::media::tells()}</p>
            <ul class="small told">{telling.found.into_iter().map(move |told| thing(told, some_go)).collect_view()}</ul>
            {end}
        </div>
    }
}

/// One thing that a file tells, in its own words where it has any. Where others can be taken out it is said that this one cannot.
fn thing(told: Told, some_go: bool) -> impl IntoView {
    let kind = word(Private::of_word(&told.what));
    let says = told.says.map(|says| view! { ": " <bdi>{says}</bdi> });
    let stays = (some_go && !told.can_be_taken_out).then(|| format!(" ({})", t::media::stays()));
    view! { <li>{kind} {says} {stays}</li> }
}

fn sentence(outcome: &Result<Old, NotTakenOut>, name: &str) -> String {
    match outcome {
        Ok(Old::Forgotten) => t::media::taken_out(name),
        Ok(Old::HandedIn) => t::media::taken_out_but(name),
        Err(NotTakenOut::Media(MediaError::Cancelled)) => t::media::not_taken_out(name),
        Err(NotTakenOut::Media(MediaError::Quota)) => t::media::no_room_to_take_out(name),
        Err(NotTakenOut::Media(_)) => t::media::take_out_failed(name),
        Err(NotTakenOut::Refused(refused)) => refused.sentence(),
    }
}
