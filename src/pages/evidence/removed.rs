//! What is left of a submission whose piece was erased: that there was one, its hash, and who erased it.

use std::cmp::Reverse;

use leptos::prelude::*;
use platform::intl::{self, DateStyle};
use portfolio::EntityId;
use portfolio::model::Submission;

use super::stage::day;
use super::submitted::Fingerprint;
use crate::i18n::{language, t};
use crate::state::AppState;

/// One of them.
#[component]
pub fn Removed(sent: Submission) -> impl IntoView {
    let words = sent.removed.map(|removed| {
        let day = intl::date(language().tag(), removed.day, DateStyle::Long);
        if removed.by.is_empty() { t::life::removed_by_nobody(day) } else { t::life::removed(removed.by, day) }
    });
    view! {
        <div class="stack stack-tight">
            <p>
                <strong>{words.unwrap_or_else(|| t::life::removed_some_time().to_owned())}</strong>
                <span class="soft small">" · " {t::life::removed_sent(day(sent.at))}</span>
            </p>
            <Fingerprint hash=sent.hash />
        </div>
    }
}

/// All that is left, of one piece or of all; nothing where nothing that was sent was erased.
#[component]
pub fn RemovedList(#[prop(optional_no_strip)] of: Option<EntityId>) -> impl IntoView {
    let state = AppState::expect();
    let erased = Memo::new(move |_| {
        let erased = state.watch(&["submission"], |world| {
            let of_it = |sent: &&Submission| of.as_ref().is_none_or(|piece| sent.piece == *piece);
            let gone = world.portfolio.submissions().filter(|sent| sent.removed.is_some()).filter(of_it);
            let mut gone: Vec<Submission> = gone.cloned().collect();
            gone.sort_by_key(|sent| Reverse(sent.at));
            gone
        });
        erased.unwrap_or_default()
    });
    view! {
        <Show when=move || !erased.read().is_empty()>
            <section class="stack" aria-labelledby="removed-title">
                <h2 id="removed-title">{t::life::removed_title()}</h2>
                <p class="soft">{t::life::removed_about()}</p>
                <ul role="list" class="lines">
                    <For each=move || erased.get() key=|sent| sent.id.clone() let(sent)>
                        <li>
                            <Removed sent />
                        </li>
                    </For>
                </ul>
            </section>
        </Show>
    }
}
