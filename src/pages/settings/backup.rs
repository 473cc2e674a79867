//! Where the portfolio is backed up, and how that stands.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::intl;
use sync::probe::Fit;
use sync::progress::Progress;
use sync::report::Tally;

use crate::components::shell::{backup_words, store_error};
use crate::components::storage::{Connect, RunProgress, Unlock, stop_sentence};
use crate::i18n::{language, t};
use crate::state::{AppState, Backup, Connection, Summary};
use crate::ui::icon::Icon;

/// The connection with its state, or the way to one.
#[component]
pub fn BackupSettings() -> impl IntoView {
    let state = AppState::expect();
    let limits = RwSignal::new_local(Fit::default());
    let connected = Callback::new(move |fit| limits.set(fit));
    view! {
        <section id="backup" class="stack" aria-labelledby="backup-title">
            <h2 id="backup-title" tabindex="-1">{t::sync::title()}</h2>
            {move || match state.connection().get() {
                _ if state.is_sample() => view! { <p>{t::sample::no_backup()}</p> }.into_any(),
                None => {
                    view! {
                        <p>{t::sync::about()}</p>
                        <Connect connected />
                    }
                        .into_any()
                }
                Some(connection) => view! { <Connected connection limits /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Connected(connection: Connection, limits: RwSignal<Fit, LocalStorage>) -> impl IntoView {
    let state = AppState::expect();
    let needs_password = Memo::new(move |_| state.backup().with(needs_password));
    let known = StoredValue::new(connection.clone());
    let disconnect = move |_| {
        spawn_local(async move {
            // What cannot be counted is not promised.
            let only_there = state.room().await.map(|room| room.files_elsewhere);
            match (state.disconnect().await, only_there) {
                (Ok(()), Ok(0)) => state.say(t::sync::disconnected(), None),
                (Ok(()), Ok(files)) => state.say(t::room::left_there(files), None),
                (Ok(()), Err(_)) => state.say(t::room::disconnected(), None),
                (Err(error), _) => state.say(store_error(&error), None),
            }
        });
    };
    view! {
        <p>{connected_sentence(&connection)}</p>
        <Standing />
        {move || needs_password.get().then(|| view! { <Unlock connection=known.get_value() /> })}
        {move || state.backup_summary().get().map(summary)}
        {move || limits.with(|fit| fit.no_large_files.is_some()).then(|| view! { <p>{t::sync::no_large_files()}</p> })}
        {move || limits.with(|fit| fit.no_deleting.is_some()).then(|| view! { <p>{t::sync::no_deleting()}</p> })}
        <div class="row">
            <button type="button" class="button" on:click=move |_| state.back_up_now()>
                {t::sync::now()}
            </button>
            <button type="button" class="button button-quiet" on:click=disconnect>
                {t::sync::disconnect()}
            </button>
        </div>
    }
}

/// How it stands, in words; a bar while a run is under way.
#[component]
fn Standing() -> impl IntoView {
    let state = AppState::expect();
    let progress = Signal::derive_local(move || match state.backup().get() {
        Backup::Running(progress) => progress,
        _ => None::<Progress>,
    });
    let is_running = Memo::new(move |_| matches!(state.backup().get(), Backup::Running(_)));
    view! {
        <div aria-live="polite">
            {move || {
                backup_words(&state.backup().get())
                    .map(|(glyph, words)| {
                        view! {
                            <p class="row">
                                <Icon glyph />
                                <strong>{words}</strong>
                            </p>
                        }
                    })
            }} {move || about(&state.backup().get()).map(|about| view! { <p class="soft">{about}</p> })}
        </div>
        {move || is_running.get().then(|| view! { <RunProgress progress /> })}
    }
}

/// What a standing means: what is safe and what comes next.
fn about(backup: &Backup) -> Option<&'static str> {
    match backup {
        Backup::Off | Backup::Running(_) => None,
        Backup::Locked => Some(t::sync::locked_about()),
        Backup::Elsewhere => Some(t::sync::elsewhere_about()),
        Backup::Waiting => Some(t::sync::waiting_about()),
        Backup::Whole(_) => Some(t::sync::whole_about()),
        Backup::Incomplete => Some(t::sync::incomplete_about()),
        Backup::Stopped(stop) => Some(stop_sentence(stop)),
    }
}

/// Whether nothing goes on before a person has signed in or answered again.
fn needs_password(backup: &Backup) -> bool {
    match backup {
        Backup::Locked => true,
        Backup::Stopped(stop) => !Backup::tries_again(stop),
        _ => false,
    }
}

fn connected_sentence(connection: &Connection) -> String {
    match connection.user.as_str() {
        "" => t::sync::connected(&connection.address),
        user => t::sync::connected_as(&connection.address, user),
    }
}

fn summary(summary: Summary) -> impl IntoView {
    let row = |name: &'static str, tally: Option<Tally>| {
        tally.map(|tally| {
            let bytes = |count| intl::bytes(language().tag(), count);
            view! {
                <dt>{name}</dt>
                <dd>{t::sync::tally(bytes(tally.bytes_there), bytes(tally.bytes_total))}</dd>
            }
        })
    };
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    view! {
        <dl class="facts">{row(t::sync::log(), summary.log)} {row(t::sync::media(), summary.media)}</dl>
        {(summary.awaited > 0).then(|| view! { <p class="soft">{t::sync::awaited(count(summary.awaited))}</p> })}
        {summary.no_room.then(|| view! { <p class="soft">{t::room::no_room_for_all()}</p> })}
        {(summary.problems > 0).then(|| view! { <p class="soft">{t::sync::problems(summary.problems)}</p> })}
    }
}
