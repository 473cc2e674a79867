//! How much room there is, what takes it, and what can go.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use platform::quota::{self, Estimate};
use platform::{intl, profiles};

use super::free::Free;
use crate::components::media::{Shown, shown_as};
use crate::components::storage::where_it_is;
use crate::i18n::{language, t};
use crate::routes::Place;
use crate::state::{AppState, FileHere, Room};

/// How many of the largest files are named.
const NAMED: usize = 5;

/// What was found out.
#[derive(Clone, PartialEq)]
struct Taken {
    estimate: Option<Estimate>,
    room: Room,
    may_go: u64,
}

/// The room as it is now, and the way to make more.
#[component]
pub fn RoomTaken() -> impl IntoView {
    let state = AppState::expect();
    let taken = RwSignal::new_local(None::<Result<Taken, ()>>);
    let look = Callback::new(move |()| {
        spawn_local(async move {
            let found = match (state.room().await, state.may_go().await) {
                (Ok(room), Ok(may_go)) => Ok(Taken { estimate: quota::estimate().await.ok(), room, may_go }),
                _ => Err(()),
            };
            if taken.try_with_untracked(|taken| taken.as_ref() != Some(&found)) == Some(true) {
                taken.try_set(Some(found));
            }
        });
    });
    // Anew when something was stored, came or went, and when the storage was looked at again.
    Effect::new(move |_| {
        state.track("artifact");
        state.track_files();
        state.backup_summary().track();
        look.run(());
    });
    let may_go = Memo::new(move |_| taken.with(|taken| taken.as_ref()?.as_ref().ok().map(|taken| taken.may_go)));
    view! {
        <section class="stack stack-tight" aria-labelledby="room-title">
            <h3 id="room-title">{t::room::takes()}</h3>
            {move || match taken.get() {
                None => ().into_any(),
                Some(Err(())) => view! { <p class="soft">{t::room::unread()}</p> }.into_any(),
                Some(Ok(taken)) => view! { <Rows taken /> }.into_any(),
            }}
        </section>
        <Free may_go again=look />
    }
}

#[component]
fn Rows(taken: Taken) -> impl IntoView {
    let state = AppState::expect();
    let bytes = |count| intl::bytes(language().tag(), count);
    let Taken { estimate, room, .. } = taken;
    let used = estimate.map(|Estimate { usage, quota }| {
        let words = t::room::used(bytes(usage), bytes(quota));
        view! {
            <p>{words}</p>
            <meter class="room" aria-label=t::room::used_label() min="0" max=quota.max(1).to_string() value=usage.to_string()></meter>
        }
    });
    // A browser counts the whole site: what other learners keep here, too.
    let is_shared = profiles::all().len() > 1;
    let kinds = kinds(&room.here, estimate, is_shared).into_iter().map(|(name, count)| {
        view! {
            <li class="row row-apart">
                <span>{name}</span>
                <span class="soft">{bytes(count)}</span>
            </li>
        }
    });
    let elsewhere = (room.files_elsewhere > 0)
        .then(|| view! { <p class="soft">{t::room::elsewhere(room.files_elsewhere, bytes(room.bytes_elsewhere))}</p> });
    let largest = room.here.into_iter().filter_map(|here| Some((here.piece?, here.file, here.bytes))).take(NAMED);
    let largest: Vec<_> = largest
        .map(|(piece, file, count)| {
            let name = file.name.clone();
            let about = move || format!("{} · {}", bytes(count), where_it_is(true, state.kept([&file])));
            view! {
                <li class="stack stack-tight">
                    <A href=Place::Piece(piece.rest().to_owned()).to_string()>
                        <bdi>{name}</bdi>
                    </A>
                    <span class="soft small">{about}</span>
                </li>
            }
        })
        .collect();
    let largest = (!largest.is_empty()).then(|| {
        view! {
            <details>
                <summary>{t::room::largest()}</summary>
                <ul role="list" class="lines">
                    {largest}
                </ul>
            </details>
        }
    });
    view! {
        {used}
        <ul role="list" class="lines">
            {kinds.collect_view()}
        </ul>
        {elsewhere}
        {largest}
    }
}

/// The bytes of each kind, the largest first. What the browser counts beside the files are words and the app, and what is others'.
fn kinds(here: &[FileHere], estimate: Option<Estimate>, is_shared: bool) -> Vec<(&'static str, u64)> {
    let bytes_of =
        |fits: &dyn Fn(&FileHere) -> bool| here.iter().filter(|here| fits(here)).map(|here| here.bytes).sum::<u64>();
    let shows = |here: &FileHere| here.piece.is_some().then(|| shown_as(&here.file.media_type));
    let is_other = |shown: Shown| !matches!(shown, Shown::Video | Shown::Image | Shown::Audio);
    let files: u64 = here.iter().map(|here| here.bytes).sum();
    let all_else = if is_shared { t::room::kind_all_else() } else { t::room::kind_words() };
    let mut kinds = vec![
        (t::room::kind_videos(), bytes_of(&|here| shows(here) == Some(Shown::Video))),
        (t::room::kind_pictures(), bytes_of(&|here| shows(here) == Some(Shown::Image))),
        (t::room::kind_sounds(), bytes_of(&|here| shows(here) == Some(Shown::Audio))),
        (t::room::kind_others(), bytes_of(&|here| shows(here).is_some_and(is_other))),
        (t::room::kind_small(), bytes_of(&|here| here.piece.is_none())),
        (all_else, estimate.map_or(0, |estimate| estimate.usage.saturating_sub(files))),
    ];
    kinds.retain(|(_, bytes)| *bytes > 0);
    kinds.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    kinds
}
