//! Putting what was shared into a piece, or throwing it away. Each part waits until the piece holds it and that is stored.

use leptos::task::spawn_local;
use platform::shared::{self, Shared};
use portfolio::intent::{NewArtifact, PieceEdit};
use portfolio::model::{Content, Link};

use super::words::{self, Said};
use crate::components::studio::Intake;

/// Puts it into the piece that the intake is for.
pub fn put(given: &Shared, intake: Intake) {
    let Said { title, text, link } = words::of(given);
    let draft = intake.draft();
    let link_title = if text.is_empty() { title.clone() } else { String::new() };
    [PieceEdit::Title(title), PieceEdit::Text(text)].into_iter().for_each(|edit| draft.edit(edit));
    if !link.is_empty() {
        draft.add(NewArtifact::of(Content::Link(Link { url: link, title: link_title })));
    }
    let stored_then_forgotten = move |address: Option<String>| {
        spawn_local(async move {
            draft.state().settled().await;
            forget(address).await;
        });
    };
    // Words that were refused, for being too long, wait on.
    if let Some(words) = given.words.as_ref().filter(|_| draft.exists()) {
        stored_then_forgotten(words.address.clone());
    }
    let (files, addresses): (Vec<_>, Vec<_>) =
        given.files.iter().map(|file| (file.what.clone(), file.address.clone())).unzip();
    intake.add_each(files, move |place| stored_then_forgotten(addresses.get(place).cloned().flatten()));
}

/// Throws it away.
pub fn throw(Shared { words, files }: Shared) {
    let addresses = words.into_iter().map(|words| words.address).chain(files.into_iter().map(|file| file.address));
    for address in addresses {
        spawn_local(forget(address));
    }
}

async fn forget(address: Option<String>) {
    let Some(address) = address else { return };
    if let Err(error) = shared::forget(&address).await {
        leptos::logging::warn!("what was shared still waits: {error}");
    }
}
