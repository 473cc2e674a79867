//! Where everything is stored, how much it is and what can go, until when it is kept, and what tells two copies apart.

mod free;
mod room;
mod until;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::intl::{self, DateStyle};
use platform::quota;

use crate::i18n::{language, t};
use crate::state::AppState;
use room::RoomTaken;
use until::KeptUntil;

/// The room, the browser's promise, days on which something is to be decided, and the fingerprint.
#[component]
pub fn StorageSettings() -> impl IntoView {
    let persisted = RwSignal::new(None::<bool>);
    spawn_local(async move {
        persisted.try_set(quota::is_persisted().await.ok());
    });
    let promise = move || {
        let words = if persisted.get()? { t::settings::persisted() } else { t::settings::not_persisted() };
        Some(view! { <p class="soft">{words}</p> })
    };
    view! {
        <section id="storage" class="stack" aria-labelledby="storage-title">
            <h2 id="storage-title" tabindex="-1">{t::settings::storage()}</h2>
            <p>{t::settings::storage_about()}</p>
            {promise}
            <RoomTaken />
            <KeptUntil />
            <Copies />
        </section>
    }
}

/// What tells two copies of a portfolio apart.
#[component]
fn Copies() -> impl IntoView {
    let state = AppState::expect();
    let identity = Memo::new(move |_| {
        for topic in ["learner", "framework", "goal", "evidence", "artifact", "claim"] {
            state.track(topic);
        }
        state.identity()
    });
    move || {
        let identity = identity.get()?;
        let begun = identity.begun.map(|day| t::settings::begun(intl::date(language().tag(), day, DateStyle::Long)));
        Some(view! {
            <dl class="facts">
                <dt>{t::settings::fingerprint()}</dt>
                <dd>
                    <code>{identity.fingerprint}</code>
                    <p class="soft small">{t::settings::fingerprint_about()}</p>
                </dd>
                <dt>{t::settings::portfolio()}</dt>
                <dd>
                    <code>{identity.root}</code>
                    {begun.map(|begun| view! { <p class="soft small">{begun}</p> })}
                </dd>
                <dt>{t::settings::device()}</dt>
                <dd>
                    <code>{identity.device}</code>
                </dd>
            </dl>
        })
    }
}
