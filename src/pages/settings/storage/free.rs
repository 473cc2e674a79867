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
use crate::state::{AppState, Freed, Unfreed, Work};
use crate::ui::answers::Answers;

/// Where the focus goes when what was pressed is gone.
const STATUS: &str = "free-status";

/// How much is to go: so many quarters of what may.
const SHARES: [u64; 3] = [1, 2, 4];

/// How much may go, and the way to let it. Calls `again` when something went.
#[component]
pub fn Free(
    /// How many bytes may go, by the last look at the storage; nothing while that is being counted.
    #[prop(into)]
    may_go: Signal<Option<u64>, LocalStorage>,
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
    view! {
        <section class="stack stack-tight" aria-labelledby="free-title">
            <h3 id="free-title">{t::room::free()}</h3>
            <p>{t::room::free_about()}</p>
            <div id=STATUS class="stack stack-tight" tabindex="-1" role="status">
                {move || outcome.get().map(|words| view! { <p>{words}</p> })}
            </div>
            {move || match (work.get(), is_connected.get(), may_go.get()) {
                (Some(work), ..) => view! { <WorkBar work label=t::room::freeing() /> }.into_any(),
                (None, false, _) => view! { <NotConnected /> }.into_any(),
                (None, true, Some(0)) => view! { <Nothing again /> }.into_any(),
                (None, true, Some(bytes)) => view! { <Choose bytes begin /> }.into_any(),
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

/// How much of `bytes` is to go.
#[component]
fn Choose(bytes: u64, begin: Callback<u64>) -> impl IntoView {
    let chosen = RwSignal::new(bytes);
    let [some, half, all] = SHARES.map(|quarters| bytes.saturating_mul(quarters).div_ceil(4));
    let size = |count| intl::bytes(language().tag(), count);
    let answers = vec![
        (some, t::room::free_some(size(some))),
        (half, t::room::free_half(size(half))),
        (all, t::room::free_all(size(all))),
    ];
    // One of them always holds.
    let change = Callback::new(move |answer: Option<u64>| {
        if let Some(answer) = answer {
            chosen.set(answer);
        }
    });
    view! {
        <Answers question=t::room::free_how_much() answers held=Signal::derive(move || Some(chosen.get())) change />
        <div class="row">
            <button
                type="button"
                class="button button-main"
                on:click=move |_| begin.run(chosen.get_untracked())
            >
                {t::room::free()}
            </button>
        </div>
    }
}

fn done(freed: &Freed) -> String {
    let size = intl::bytes(language().tag(), freed.bytes);
    let went = match freed.files {
        0 => t::room::freed_none().to_owned(),
        files => t::room::freed(files, size),
    };
    match freed.stuck {
        0 => went,
        stuck => format!("{went} {}", t::room::freed_stuck(stuck)),
    }
}

fn failed(unfreed: &Unfreed) -> String {
    let words = match unfreed {
        Unfreed::Stop(Stop::Cancelled) => t::room::free_stopped(),
        Unfreed::Stop(stop) => stop_sentence(stop),
        Unfreed::Unreachable(why) => unbrought_sentence(why),
        Unfreed::Media(_) => t::sync::fault_device(),
    };
    words.to_owned()
}
