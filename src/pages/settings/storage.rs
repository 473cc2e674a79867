//! Where everything is stored, how much it is, and what tells two copies apart.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::{language, t};
use crate::platform::intl::{self, DateStyle};
use crate::platform::quota;
use crate::state::AppState;

/// Usage, the browser's promise, and the fingerprint.
#[component]
pub fn StorageSettings() -> impl IntoView {
    let state = AppState::expect();
    let usage = RwSignal::new(None::<String>);
    let persisted = RwSignal::new(None::<bool>);
    spawn_local(async move {
        let bytes = |count| intl::bytes(language().tag(), count);
        if let Ok(estimate) = quota::estimate().await {
            usage.try_set(Some(t::settings::usage(bytes(estimate.usage), bytes(estimate.quota))));
        }
        persisted.try_set(quota::is_persisted().await.ok());
    });
    let identity = Memo::new(move |_| {
        for topic in ["learner", "framework", "goal", "evidence", "artifact", "claim"] {
            state.track(topic);
        }
        state.identity()
    });
    view! {
        <section id="storage" class="stack" aria-labelledby="storage-title">
            <h2 id="storage-title" tabindex="-1">{t::settings::storage()}</h2>
            <p>{t::settings::storage_about()}</p>
            {move || usage.get().map(|usage| view! { <p>{usage}</p> })}
            {move || {
                persisted
                    .get()
                    .map(|kept| {
                        let words = if kept { t::settings::persisted() } else { t::settings::not_persisted() };
                        view! { <p class="soft">{words}</p> }
                    })
            }}
            {move || {
                identity
                    .get()
                    .map(|identity| {
                        let begun = identity
                            .begun
                            .map(|day| t::settings::begun(intl::date(language().tag(), day, DateStyle::Long)));
                        view! {
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
                        }
                    })
            }}
        </section>
    }
}
