//! What came from other apps: shared with this one, or opened with it. It waits here until the learner takes it or throws it away,
//! because any site can post a form and nothing enters a portfolio by itself.

mod card;
mod taking;
mod words;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::query_signal;
use platform::files::PickedFile;
use platform::launch;
use platform::shared::{self, Shared, Waiting};

use crate::components::page_head::PageHead;
use crate::components::studio::{Draft, Intake, Studio};
use crate::i18n::t;
use crate::routes::Place;
use crate::ui::icon::{Glyph, Icon};
use card::SharedCard;

/// Everything that waits, or the studio with what was taken.
#[component]
pub fn Share() -> impl IntoView {
    let waiting = RwSignal::new_local(None::<Vec<Shared>>);
    spawn_local(async move {
        let found = shared::waiting().await.unwrap_or_else(|error| {
            leptos::logging::warn!("what was shared could not be read: {error}");
            Vec::new()
        });
        waiting.try_update(|waiting| waiting.get_or_insert_default().extend(found));
    });
    let opened = move |files: Vec<PickedFile>| {
        let files = files.into_iter().map(|what| Waiting { what, address: None }).collect();
        waiting.try_update(|waiting| waiting.get_or_insert_default().push(Shared { words: None, files }));
    };
    if let Err(error) = launch::watch(opened) {
        leptos::logging::debug_warn!("this browser opens no files with Cairn: {error}");
    }
    let remove = move |place: usize| {
        let removed = waiting.try_update(|waiting| {
            let waiting = waiting.as_mut()?;
            (place < waiting.len()).then(|| waiting.remove(place))
        });
        removed.flatten()
    };
    let intake = Intake::new(Draft::new(None));
    let taken = RwSignal::new_local(None::<Shared>);
    let take = Callback::new(move |place| taken.set(remove(place)));
    let throw = Callback::new(move |place| {
        if let Some(thrown) = remove(place) {
            taking::throw(thrown);
        }
    });
    move || match taken.get() {
        Some(given) => {
            // Here, where the studio is drawn: what is known of files on their way ends with the view that announces them.
            untrack(|| taking::put(&given, intake));
            view! {
                <div class="page">
                    <PageHead title=t::studio::new_title() lead=t::studio::lead() />
                    <Studio intake />
                </div>
            }
            .into_any()
        }
        None => view! { <Wait waiting take throw /> }.into_any(),
    }
}

#[component]
fn Wait(
    waiting: RwSignal<Option<Vec<Shared>>, LocalStorage>,
    take: Callback<usize>,
    throw: Callback<usize>,
) -> impl IntoView {
    let (lost, _) = query_signal::<bool>("lost");
    let list = move || {
        match waiting.get() {
        None => view! { <p class="soft" role="status">{t::media::looking()}</p> }.into_any(),
        Some(waiting) if waiting.is_empty() => view! {
            <div class="empty">
                <p>{t::share::nothing()}</p>
                <A href=Place::NewEvidence(None).to_string() attr:class="button button-main">
                    <Icon glyph=Glyph::Add />
                    {t::evidence::add()}
                </A>
            </div>
        }
        .into_any(),
        Some(waiting) => waiting
            .into_iter()
            .enumerate()
            .map(|(place, shared)| view! { <SharedCard shared take=move || take.run(place) throw=move || throw.run(place) /> })
            .collect_view()
            .into_any(),
    }
    };
    view! {
        <div class="page page-narrow">
            <PageHead title=t::share::title() lead=t::share::lead() />
            {move || lost.get().unwrap_or(false).then(|| view! { <p class="card card-sunk error" role="alert">{t::share::lost()}</p> })}
            {list}
        </div>
    }
}
