//! The sample says so on every page, and goes in one press.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::store::StoreError;

use crate::components::to_today::to_today;
use crate::i18n::t;
use crate::parts::{Later, apart, arriving};
use crate::state::AppState;

/// A banner over the sample; nothing over a learner's own portfolio.
#[component]
pub fn SampleBanner() -> impl IntoView {
    let state = AppState::expect();
    // The banner stands over every place, and so outlives each of them.
    let to_today = StoredValue::new_local(to_today());
    let to_today = Callback::new(move |()| to_today.with_value(|go| go()));
    move || state.is_sample().then(|| arriving(banner(state, to_today), || ().into_any()))
}

apart! {
    fn banner in start(state: AppState, to_today: Callback<()>) -> Later<AnyView> {
        Box::pin(async move { view! { <Banner state to_today /> }.into_any() })
    }
}

#[component]
fn Banner(state: AppState, to_today: Callback<()>) -> impl IntoView {
    let begin = move |_| {
        spawn_local(async move {
            if let Err(error) = state.enter_own(move || to_today.run(())).await {
                state.say(super::store_error(&StoreError::from(error)), None);
            }
        });
    };
    let delete = move |_| {
        spawn_local(async move {
            let words = match state.delete_sample(move || to_today.run(())).await {
                Ok(()) => t::sample::deleted(),
                Err(_) => t::sample::not_deleted(),
            };
            state.say(words, None);
        });
    };
    view! {
        <aside class="banner banner-calm" aria-label=t::sample::banner()>
            <p class="grow">
                <strong>{t::sample::banner()}</strong>
                " "
                {t::sample::banner_about()}
            </p>
            <div class="row">
                <button type="button" class="button button-main" on:click=begin>
                    {t::sample::begin()}
                </button>
                <button type="button" class="button" on:click=delete>
                    {t::sample::delete()}
                </button>
            </div>
        </aside>
    }
}
