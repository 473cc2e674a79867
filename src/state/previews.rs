//! What is shown of files in place of their bytes: small pictures, the shape of a sound, how long something is; and the words that they are
//! found by.
//!
//! They are made one after the other in quiet moments, for files that just came in as for those that came from elsewhere without
//! them, and kept with the portfolio. Adding a file never waits for them, and a file that gives nothing is tried once a session.

mod make;

use std::collections::BTreeSet;

use leptos::task::spawn_local;
use platform::media::MediaError;
use platform::timer;
use portfolio::model::{Artifact, Preview};
use portfolio::{EntityId, Intent, Portfolio};

use super::AppState;
use crate::parts::{Task, apart};
use make::Way;

/// Where the making of previews is, for one open portfolio.
#[derive(Default)]
pub(super) struct Previews {
    /// Whether somebody is at it.
    under_way: bool,
    /// Whether something changed since all were looked at.
    stale: bool,
    /// What gave nothing: files, and how that was tried.
    vain: BTreeSet<(String, Way)>,
}

/// An artifact without a preview, and how to make one.
struct Wanted {
    artifact: EntityId,
    way: Way,
    /// The file's identity.
    hash: String,
}

apart! {
    fn previewing in upkeep(state: AppState, profile: String) -> Task {
        Box::pin(state.make_previews(profile))
    }
}

impl AppState {
    /// Sees to it that what has no preview gets one. To be called whenever a file may have come.
    pub(super) fn want_previews(self) {
        let begins = self.within(|session| {
            session.previews.stale = true;
            let begins = !session.previews.under_way && lack_any(session.ledger.portfolio(), &session.previews.vain);
            session.previews.under_way |= begins;
            begins.then(|| session.id.clone())
        });
        let Some(profile) = begins.flatten() else { return };
        spawn_local(async move {
            match previewing(self, profile.clone()).await {
                Ok(task) => task.await,
                Err(missing) => leptos::logging::warn!("no previews are made yet: {missing}"),
            }
            self.of_previews(&profile, |previews| previews.under_way = false);
        });
    }

    async fn make_previews(self, profile: String) {
        while self.of_previews(&profile, |previews| std::mem::take(&mut previews.stale)) == Some(true) {
            for wanted in self.wanted(&profile).await {
                timer::idle().await;
                match self.preview(&profile, &wanted).await {
                    Some(Ok(preview)) => self.keep_preview(&profile, wanted, preview),
                    // It went from this device meanwhile, and may come back.
                    Some(Err(MediaError::Missing)) => {}
                    Some(Err(error)) => {
                        leptos::logging::log!("there is no preview of {}: {error}", wanted.hash);
                        self.of_previews(&profile, |previews| previews.vain.insert((wanted.hash, wanted.way)));
                    }
                    None => return,
                }
            }
        }
    }

    /// What has no preview and could have one, of files that are here, the newest pieces first.
    async fn wanted(self, profile: &str) -> Vec<Wanted> {
        let look = self.of_profile(profile, |session| {
            (session.media.clone(), wanted(session.ledger.portfolio(), &session.previews.vain))
        });
        let Some((media, mut wanted)) = look.filter(|(_, wanted)| !wanted.is_empty()) else { return Vec::new() };
        // What cannot be listed now is looked at again after the next change.
        let held = media.list().await.unwrap_or_default();
        let here: BTreeSet<_> = held.iter().filter(|held| held.is_whole()).map(|held| &held.file.identity).collect();
        wanted.retain(|wanted| here.contains(&wanted.hash));
        wanted
    }

    /// Makes one; nothing where another portfolio is open meanwhile.
    async fn preview(self, profile: &str, wanted: &Wanted) -> Option<Result<Preview, MediaError>> {
        let media = self.of_profile(profile, |session| session.media.clone())?;
        Some(wanted.way.make(&media, &wanted.hash).await)
    }

    fn keep_preview(self, profile: &str, wanted: Wanted, preview: Preview) {
        if self.of_profile(profile, |_| ()).is_none() {
            return;
        }
        let Wanted { artifact, way, hash } = wanted;
        // Its piece may be in the trash by now, and then it needs none.
        if self.perform(Intent::SetPreview { artifact, preview }).is_err() {
            self.of_previews(profile, |previews| previews.vain.insert((hash, way)));
        }
    }

    fn of_previews<T>(self, profile: &str, change: impl FnOnce(&mut Previews) -> T) -> Option<T> {
        self.within_profile(profile, |session| change(&mut session.previews))
    }
}

/// Whether there is anything to do.
fn lack_any(portfolio: &Portfolio, vain: &BTreeSet<(String, Way)>) -> bool {
    let mut artifacts = portfolio.pieces().flat_map(|piece| portfolio.artifacts_of(&piece.id));
    artifacts.any(|artifact| lacks(artifact, vain).next().is_some())
}

fn wanted(portfolio: &Portfolio, vain: &BTreeSet<(String, Way)>) -> Vec<Wanted> {
    let mut pieces: Vec<_> = portfolio.pieces().filter(|piece| piece.standing.is_live()).collect();
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.added));
    let artifacts = pieces.into_iter().flat_map(|piece| portfolio.artifacts_of(&piece.id));
    artifacts.flat_map(|artifact| lacks(artifact, vain)).collect()
}

/// What an artifact has no preview of, and was not tried in vain.
fn lacks(artifact: &Artifact, vain: &BTreeSet<(String, Way)>) -> impl Iterator<Item = Wanted> {
    let ways =
        artifact.file().into_iter().flat_map(|file| Way::all(file, &artifact.preview).map(move |way| (file, way)));
    let wanted = ways.map(|(file, way)| Wanted { artifact: artifact.id.clone(), way, hash: file.hash.clone() });
    wanted.filter(|wanted| !vain.contains(&(wanted.hash.clone(), wanted.way.clone())))
}
