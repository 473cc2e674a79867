//! Letting backed-up files leave this device.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use platform::{intl, page};
use sync::report::Stop;

use crate::components::storage::{stop_sentence, unbrought_sentence};
use crate::components::work::WorkBar;
use crate::i18n::{language, t};
use crate::routes::Place;
use crate::state::{AppState, Freed, Unbrought, Unfreed, Work};
use crate::ui::answers::Answers;

/// Where the focus goes when what was pressed is gone.
const STATUS: &str = "free-status";

/// How much is to go: so many quarters of what may.
const SHARES: [u64; 3] = [1, 2, ALL];
const ALL: u64 = 4;

/// How much may go, and the way to let it. Calls `again` when something went.
#[component]
pub fn Free(
    /// How many bytes may go, by the last look at the storage; nothing while that is being counted.
    may_go: Memo<Option<u64>>,
    again: Callback<()>,
) -> impl IntoView {
    let state = AppState::expect();
    let work = RwSignal::new_local(None::<Work>);
    let outcome = RwSignal::new(None::<String>);
    let begin = Callback::new(move |wanted: u64| {
        let under_way = Work::new();
        work.set(Some(under_way.clone()));
        outcome.set(None);
        page::focus_when_drawn(STATUS.to_owned());
        spawn_local(async move {
            let freed = state.free(wanted, &under_way).await;
            // The page may have been left; what went is gone all the same.
            work.try_set(None);
            outcome.try_set(Some(freed.as_ref().map_or_else(failed, done)));
            again.try_run(());
        });
    });
    let is_connected = Memo::new(move |_| state.connection().with(Option::is_some));
    let may_any = Memo::new(move |_| may_go.get().map(|bytes| bytes > 0));
    // It stays chosen while the amounts change.
    let share = RwSignal::new(ALL);
    view! {
        <section class="stack stack-tight" aria-labelledby="free-title">
            <h3 id="free-title">{t::room::free()}</h3>
            <p>{t::room::free_about()}</p>
            <div id=STATUS class="stack stack-tight" tabindex="-1" role="status">
                {move || outcome.get().map(|words| view! { <p>{words}</p> })}
            </div>
            {move || match (work.get(), is_connected.get(), may_any.get()) {
                (Some(work), ..) => view! { <WorkBar work label=t::room::freeing() /> }.into_any(),
                (None, false, _) => view! { <NotConnected /> }.into_any(),
                (None, true, Some(false)) => view! { <Nothing again /> }.into_any(),
                (None, true, Some(true)) => view! { <Choose may_go share begin /> }.into_any(),
                (None, true, None) => ().into_any(),
            }}
        </section>
    }
}

#[component]
fn NotConnected() -> impl IntoView {
    view! {
        <p class="soft">{t::room::free_not_connected()}</p>
        <p>
            <A href=format!("{}#backup", Place::Settings)>{t::room::to_backup()}</A>
        </p>
    }
}

/// Nothing may go, as far as anybody has looked.
#[component]
fn Nothing(again: Callback<()>) -> impl IntoView {
    let state = AppState::expect();
    let work = RwSignal::new_local(None::<Work>);
    let trouble = RwSignal::new(None::<String>);
    let look = move |_| {
        let under_way = Work::new();
        work.set(Some(under_way.clone()));
        spawn_local(async move {
            let seen = state.look_at_storage(&under_way).await;
            trouble.try_set(seen.err().as_ref().map(failed));
            work.try_set(None);
            again.try_run(());
        });
    };
    move || match work.get() {
        Some(work) => view! { <WorkBar work label=t::room::freeing() /> }.into_any(),
        None if state.has_seen_storage() => view! { <p class="soft">{t::room::free_none()}</p> }.into_any(),
        None => view! {
            <p class="soft">{t::room::free_unseen()}</p>
            {move || trouble.get().map(|words| view! { <p>{words}</p> })}
            <div class="row">
                <button type="button" class="button" on:click=look>
                    {t::room::free_look()}
                </button>
            </div>
        }
        .into_any(),
    }
}

/// How much is to go of what may.
#[component]
fn Choose(may_go: Memo<Option<u64>>, share: RwSignal<u64>, begin: Callback<u64>) -> impl IntoView {
    let part = move |quarters: u64| may_go.get().unwrap_or_default().saturating_mul(quarters).div_ceil(ALL);
    let words = move |quarters: u64| {
        let size = intl::bytes(language().tag(), part(quarters));
        match quarters {
            ALL => t::room::free_all(size),
            2 => t::room::free_half(size),
            _ => t::room::free_some(size),
        }
    };
    let answers = SHARES.into_iter().map(|quarters| (quarters, move || words(quarters))).collect();
    // One of them always holds.
    let change = Callback::new(move |answer: Option<u64>| {
        if let Some(answer) = answer {
            share.set(answer);
        }
    });
    view! {
        <Answers
            question=t::room::free_how_much()
            answers
            held=Signal::derive(move || Some(share.get()))
            change
        />
        <div class="row">
            <button
                type="button"
                class="button button-main"
                on:click=move |_| begin.run(untrack(|| part(share.get())))
            >
                {t::room::free()}
            </button>
        </div>
    }
}

fn done(freed: &Freed) -> String {
    let size = intl::bytes(language().tag(), freed.bytes);
    match (freed.files, freed.stuck) {
        (0, 0) => t::room::freed_none().to_owned(),
        (0, stuck) => t::room::freed_stuck(stuck),
        (files, 0) => t::room::freed(files, size),
        (files, stuck) => format!("{} {}", t::room::freed(files, size), t::room::freed_stuck(stuck)),
    }
}

fn failed(unfreed: &Unfreed) -> String {
    let words = match unfreed {
        Unfreed::Stop(Stop::Cancelled) => t::room::free_stopped(),
        Unfreed::Stop(stop) => stop_sentence(stop),
        Unfreed::Unreachable(Unbrought::NotConnected) => t::room::free_not_connected(),
        Unfreed::Unreachable(Unbrought::Locked) => t::sync::locked_about(),
        Unfreed::Unreachable(why) => unbrought_sentence(why),
        Unfreed::Media(_) => t::sync::fault_device(),
    };
    words.to_owned()
}
