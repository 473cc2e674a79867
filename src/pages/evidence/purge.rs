//! Erasing a piece for ever: the only question of the kind "are you sure?" in Cairn.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use portfolio::{EntityId, Intent};

use crate::i18n::t;
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::dialog::Dialog;

/// The button and its question.
#[component]
pub fn Purge(id: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let open = RwSignal::new(false);
    let navigate = use_navigate();
    let erase = Callback::new(move |()| {
        open.set(false);
        if state.attempt(Intent::Purge { pieces: vec![id.clone()] }).is_some() {
            state.say(t::evidence::purged(), None);
            navigate(&Place::Evidence.to_string(), NavigateOptions::default());
        }
    });
    view! {
        <button type="button" class="button button-quiet" on:click=move |_| open.set(true)>
            {t::evidence::purge()}
        </button>
        <Dialog open title=t::evidence::purge_title()>
            <p>{t::evidence::purge_about()}</p>
            {move || {
                let others = state.other_devices();
                (others > 0).then(|| view! { <p>{t::evidence::purge_elsewhere(others)}</p> })
            }}
            <div class="row">
                <button type="button" class="button" on:click=move |_| open.set(false)>
                    {t::shell::cancel()}
                </button>
                <button type="button" class="button button-main" on:click=move |_| erase.run(())>
                    {t::evidence::purge_yes()}
                </button>
            </div>
        </Dialog>
    }
}
