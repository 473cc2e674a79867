//! What is true about the learner's work right now, as words with an icon: saved here, backed up, no network.

use leptos::prelude::*;
use leptos_router::components::A;
use platform::intl;

use crate::i18n::{language, t};
use crate::routes::Place;
use crate::state::{AppState, Backup, Phase, Saved};
use crate::ui::icon::{Glyph, Icon};

/// The status words. Each opens to its details in Settings.
#[component]
pub fn Status() -> impl IntoView {
    let state = AppState::expect();
    // Nothing is said of a portfolio that is not open.
    let is_open = Memo::new(move |_| state.phase().get() == Phase::Open);
    let saved = move || {
        is_open.get().then(|| match state.saved().get() {
            Saved::Saving => word(Glyph::Busy, t::shell::saving(), STORAGE, false),
            Saved::OnDisk => word(Glyph::Done, t::shell::saved(), STORAGE, false),
            Saved::Failed(_) => word(Glyph::Alert, t::shell::not_saved(), STORAGE, true),
        })
    };
    let offline = move || (!state.online().get()).then(|| word(Glyph::Offline, t::shell::offline(), STORAGE, false));
    let backup = move || backup_words(&state.backup().get()).map(|(glyph, words)| word(glyph, words, BACKUP, false));
    view! { <div class="status">{offline} {saved} {backup}</div> }
}

/// How the backup stands; nothing where no storage is connected.
pub fn backup_words(backup: &Backup) -> Option<(Glyph, String)> {
    let (glyph, words) = match backup {
        Backup::Off => return None,
        Backup::Locked => (Glyph::Alert, t::sync::locked()),
        Backup::Elsewhere => (Glyph::Done, t::sync::elsewhere()),
        Backup::Waiting => (Glyph::Busy, t::sync::waiting()),
        Backup::Running(_) => (Glyph::Busy, t::sync::running()),
        Backup::Whole(checked) => return Some((Glyph::Done, t::sync::whole(intl::time(language().tag(), *checked)))),
        Backup::Incomplete => (Glyph::Alert, t::sync::incomplete()),
        Backup::Stopped(_) => (Glyph::Alert, t::sync::stopped()),
    };
    Some((glyph, words.to_owned()))
}

const STORAGE: &str = "storage";
const BACKUP: &str = "backup";

fn word(glyph: Glyph, words: impl Into<String>, section: &str, alert: bool) -> impl IntoView {
    let words = words.into();
    let label = t::shell::status_details(&words);
    let class = if alert { "status-word status-word-alert" } else { "status-word" };
    view! {
        <A
            href=format!("{}#{section}", Place::Settings)
            attr:class=class
            attr:aria-label=label
        >
            <Icon glyph />
            {words}
        </A>
    }
}
