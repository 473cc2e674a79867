//! What needs care before anything else: a red banner stays until its cause is gone.

use leptos::prelude::*;
use platform::page;
use platform::store::StoreError;

use super::sample::SampleBanner;
use crate::components::storage::RoomHint;
use crate::i18n::t;
use crate::state::{AppState, Saved};

/// Changes that are not stored, an address that is not secure, a new version waiting for consent, and that this is a sample.
#[component]
pub fn Banners() -> impl IntoView {
    let state = AppState::expect();
    let unsaved = move || match state.saved().get() {
        Saved::Failed(error) => Some(view! {
            <div class="banner" role="alert">
                <p class="grow">{t::shell::not_saved_banner()} " " {store_error(&error)}</p>
                {(error == StoreError::Quota).then(|| view! { <RoomHint /> })}
                <button type="button" class="button" on:click=move |_| state.save_again()>
                    {t::shell::retry()}
                </button>
            </div>
        }),
        _ => None,
    };
    let insecure = (!page::is_secure()).then(|| {
        view! {
            <div class="banner" role="note">
                <p>
                    <strong>{t::shell::insecure_title()}</strong> " " {t::shell::insecure()}
                </p>
            </div>
        }
    });
    let update = move || {
        state.update_ready().get().then(|| {
            view! {
                <div class="banner banner-calm" role="status">
                    <p class="grow">{t::shell::update()}</p>
                    <button type="button" class="button" on:click=move |_| state.use_update()>
                        {t::shell::update_now()}
                    </button>
                </div>
            }
        })
    };
    view! {
        {unsaved}
        {insecure}
        {update}
        <SampleBanner />
    }
}

/// What happened, what is safe, and what to do.
pub fn store_error(error: &StoreError) -> &'static str {
    match error {
        StoreError::Quota => t::shell::storage_quota(),
        StoreError::Blocked => t::shell::storage_blocked(),
        StoreError::Denied => t::shell::storage_denied(),
        _ => t::shell::storage_other(),
    }
}
