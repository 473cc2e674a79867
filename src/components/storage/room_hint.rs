//! What can be done where the room on this device has run out.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use platform::intl;

use crate::i18n::{language, t};
use crate::parts::{self, Later, apart};
use crate::routes::Place;
use crate::state::AppState;

apart! {
    fn hint in settings(state: AppState) -> Later<AnyView> {
        Box::pin(async move { view! { <Hint state /> }.into_any() })
    }
}

/// How much could leave this device, and the way there.
#[component]
pub fn RoomHint() -> impl IntoView {
    // What cannot be counted now can be found out in Settings.
    parts::arriving(hint(AppState::expect()), || view! { <ToStorage /> }.into_any())
}

#[component]
fn Hint(state: AppState) -> impl IntoView {
    let bytes = RwSignal::new(None::<u64>);
    spawn_local(async move {
        bytes.try_set(state.may_go().await.ok().filter(|bytes| *bytes > 0));
    });
    view! {
        <p>
            {move || bytes.get().map(|bytes| t::room::may_go(intl::bytes(language().tag(), bytes)))} " " <ToStorage />
        </p>
    }
}

#[component]
fn ToStorage() -> impl IntoView {
    view! { <A href=format!("{}#storage", Place::Settings)>{t::room::to_storage()}</A> }
}
