//! The app's own framework in a newer edition, which came with a newer app.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::page;

use crate::components::framework_choice::UpdateCard;
use crate::i18n::t;
use crate::state::{AppState, Offer};

const LOOK: &str = "update-look";

/// Says that it is there, and shows what is different in it when asked. Nothing where the learner has the newest.
#[component]
pub fn BundledUpdate() -> impl IntoView {
    let state = AppState::expect();
    let offer = RwSignal::new_local(None::<Offer>);
    let is_open = RwSignal::new(false);
    Effect::new(move |_| {
        state.track("framework");
        spawn_local(async move {
            let newer = state.newer_bundled().await;
            offer.try_set(newer);
        });
    });
    let done = Callback::new(move |()| {
        is_open.set(false);
        page::focus_when_drawn(LOOK.to_owned());
    });
    let came = move |offer: Offer| {
        let title = offer.reading.source.title.clone();
        if is_open.get() {
            return view! { <UpdateCard offer done /> }.into_any();
        }
        view! {
            <div class="card card-sunk row row-apart">
                <p>{t::update::came(title)}</p>
                <button id=LOOK type="button" class="button" on:click=move |_| is_open.set(true)>
                    {t::update::look()}
                </button>
            </div>
        }
        .into_any()
    };
    move || offer.get().map(came)
}
