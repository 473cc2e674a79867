//! Links between competencies that came in a file: shown first, and added only when the learner says so.

use std::sync::Arc;

use interchange::case::{Precedes, Reading};
use leptos::prelude::*;
use portfolio::Intent;
use portfolio::framework::Need;

use crate::components::needs_said::NeedsNamed;
use crate::i18n::t;
use crate::state::AppState;

/// What the file says comes before what, as far as it is new and between competencies that are here.
#[component]
pub fn LinksCard(reading: Arc<Reading>, done: Callback<()>) -> impl IntoView {
    let state = AppState::expect();
    let of = Arc::clone(&reading);
    let new = Memo::new(move |_| {
        let needs = of.overlay.iter().map(need).collect::<Vec<_>>();
        state.watch(&["framework"], |world| world.frameworks.addable(needs)).unwrap_or_default()
    });
    let all = reading.overlay.len();
    let title = match reading.source.title.as_str() {
        "" => t::framework::untitled().to_owned(),
        title => title.to_owned(),
    };
    let by = reading.source.creator.as_ref().map(t::framework::offer_by);
    let add = move |_| {
        let needs = new.get_untracked();
        let count = needs.len();
        if state.attempt_aloud(Intent::AddNeeds { needs }, t::needs::added_all(count)).is_some() {
            done.run(());
        }
    };
    let count = move || new.with(Vec::len);
    view! {
        <div class="card card-sunk" role="status">
            <h3>{title}</h3>
            <p class="soft">{t::needs::offered(all)} " " {by}</p>
            <Show when=move || { count() > 0 } fallback=|| view! { <p>{t::needs::nothing_new()}</p> }>
                <NeedsNamed needs=new />
                <Show when=move || { count() < all }>
                    <p class="soft small">{move || t::needs::left_out(all - count())}</p>
                </Show>
                <div class="row">
                    <button type="button" class="button button-main" on:click=add>
                        {move || t::needs::add_all(count())}
                    </button>
                </div>
            </Show>
        </div>
    }
}

fn need(link: &Precedes) -> Need {
    Need { after: link.after.id.clone(), before: link.before.id.clone() }
}
