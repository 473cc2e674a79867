//! A pathway that somebody else put together: looked at first, then taken, in part or not at all.

mod proposal;
mod rows;

use interchange::case::kind;
use interchange::case::pathway::{NotAPath, Path};
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::{files, page};

use crate::components::framework_choice::sentence;
use crate::components::page_head::PageHead;
use crate::i18n::t;
use crate::state::{AppState, FrameworkError, Offer};
use proposal::{PROPOSAL, Proposal};

/// The largest file that is looked at; the reader's own limit.
const LIMIT: u64 = interchange::case::MAX_BYTES as u64;

/// A file to choose, and what it proposes. Nothing is stored before somebody says so.
#[component]
pub fn BringPathway() -> impl IntoView {
    let state = AppState::expect();
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let proposed = RwSignal::new_local(None::<(Offer, Path)>);
    if let Some(offer) = state.brought_pathway() {
        match walkable(offer) {
            Ok(found) => {
                proposed.set(Some(found));
                page::focus_when_drawn(PROPOSAL.to_owned());
            }
            Err(words) => problem.set(Some(words)),
        }
    }
    let look_at = move |event: Event| {
        let Some(file) = files::chosen(&event).into_iter().next() else { return };
        busy.set(true);
        problem.set(None);
        proposed.set(None);
        spawn_local(async move {
            let read = match file.bytes(LIMIT).await {
                Ok(bytes) => state.read_framework(bytes).await,
                Err(error) => Err(FrameworkError::Unreadable(error)),
            };
            // Somebody who went elsewhere meanwhile asks no more.
            if busy.try_set(false).is_some() {
                return;
            }
            match read.map_err(|error| sentence(&error)).and_then(walkable) {
                Ok(found) => {
                    proposed.set(Some(found));
                    page::focus_when_drawn(PROPOSAL.to_owned());
                }
                Err(words) => problem.set(Some(words)),
            }
        });
    };
    view! {
        <div class="page page-narrow">
            <PageHead title=t::proposal::title() lead=t::proposal::lead() />
            <div>
                <label class="button">
                    {t::proposal::choose()}
                    <input type="file" class="visually-hidden" accept=".json,application/json" on:change=look_at />
                </label>
                <div aria-live="polite">
                    {move || busy.get().then(|| view! { <p class="soft">{t::proposal::busy()}</p> })}
                    {move || problem.get().map(|words| view! { <p class="error">{words}</p> })}
                </div>
            </div>
            {move || proposed.get().map(|(offer, path)| view! { <Proposal offer path /> })}
        </div>
    }
}

/// What was read with the pathway that it proposes; the sentence that says why it proposes none.
fn walkable(offer: Offer) -> Result<(Offer, Path), String> {
    if offer.reading.summary.kind.as_deref() == Some(kind::OVERLAY) {
        return Err(t::proposal::overlay().to_owned());
    }
    match Path::of(&offer.reading) {
        Ok(path) => Ok((offer, path)),
        Err(NotAPath::Empty) => Err(t::proposal::empty().to_owned()),
        Err(NotAPath::TooLong { steps }) => Err(t::proposal::too_long(steps)),
    }
}
