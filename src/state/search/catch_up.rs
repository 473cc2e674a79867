//! Bringing the index up to date, in slices between which the page breathes.

use platform::media::Media;
use platform::timer::{self, Slices};
use portfolio::gallery::{self, Headline};
use portfolio::model::Evidence;
use portfolio::model::StoredFile;
use portfolio::{EntityId, Kind, Portfolio};
use search::{Weight, Words};

use super::{Kept, Search, keep};
use crate::state::AppState;
use crate::state::session::Session;

/// A piece with files whose words are still to be read.
pub(super) struct Unread {
    piece: EntityId,
    files: Vec<StoredFile>,
}

/// The words of files that were read last: while a piece is written, its files stay what they are.
pub(super) struct LastRead {
    files: Vec<StoredFile>,
    words: Words,
}

/// Pieces whose files are read between two times that those who search are told.
const TOLD: usize = 8;

impl AppState {
    /// Reads the index from the disk, if that was not done, brings it up to date and keeps it.
    pub(super) async fn catch_up(self, profile: String) {
        let store =
            self.within_profile(&profile, |session| session.search.index.is_none().then(|| session.store.clone()));
        if let Some(store) = store.flatten() {
            let before = self.of_search(&profile, |search| search.kept);
            let kept = keep::kept_index(&store).await;
            self.of_search(&profile, |search| {
                // Nothing after something: it was taken from the disk meanwhile.
                if kept.is_some() && search.kept == Kept::Nothing && before == Some(Kept::Nothing) {
                    search.kept = Kept::Index;
                }
                search.index = Some(kept.unwrap_or_default());
            });
        }
        // What changes on the way comes before the words in files, of which there may be many.
        for read in 1.. {
            if self.within_profile(&profile, Session::outdate_if_not_whole) == Some(true) {
                self.put_what_changed(&profile).await;
                self.tell_searchers();
            }
            let next = self.of_search(&profile, |search| search.unread.pop()).flatten();
            let Some(next) = next else { break };
            timer::idle().await;
            self.read_words(&profile, next).await;
            if read % TOLD == 0 {
                self.tell_searchers();
            }
        }
        self.tell_searchers();
        self.keep_index(&profile).await;
    }

    /// Puts in what changed; what is in files is left for later.
    async fn put_what_changed(self, profile: &str) {
        let mut slices = Slices::begin();
        while self.within_profile(profile, Session::put_next) == Some(true) {
            slices.rest().await;
        }
    }

    /// Puts a piece in again, with the words that are in its files. One whose words are not all on this device is looked at
    /// again after the next start.
    async fn read_words(self, profile: &str, unread: Unread) {
        let Some(media) = self.within_profile(profile, |session| session.media.clone()) else { return };
        let Unread { piece, files } = unread;
        let is_known = |search: &mut Search| search.last_read.as_ref().is_some_and(|last| last.files == files);
        if self.of_search(profile, is_known) != Some(true) {
            let Some(words) = words_in(&media, &files).await else { return };
            self.of_search(profile, |search| search.last_read = Some(LastRead { files, words }));
        }
        self.within_profile(profile, |session| session.put_whole(&piece));
    }
}

impl Session {
    /// After the index was read from the disk, and when competencies may be called differently, every piece is looked at. Whether
    /// there is any to look at.
    fn outdate_if_not_whole(&mut self) -> bool {
        let Search { index: Some(index), stale, is_whole, .. } = &mut self.search else { return false };
        if !std::mem::replace(is_whole, true) {
            stale.extend(self.ledger.portfolio().pieces().map(|piece| piece.id.clone()));
            let known =
                index.keys().filter_map(|key| EntityId::parse(&format!("{}:{key}", Kind::Evidence.word())).ok());
            stale.extend(known);
        }
        !stale.is_empty()
    }

    /// Puts in one of the pieces that changed; whether there was one.
    fn put_next(&mut self) -> bool {
        let Some(piece) = self.search.stale.pop_first() else { return false };
        if let Some(unread) = self.put(piece) {
            self.search.unread.push(unread);
        }
        true
    }

    /// Puts in a piece that changed, or takes out one that is gone; the piece itself, if there are words in its files.
    fn put(&mut self, id: EntityId) -> Option<Unread> {
        let (portfolio, frameworks) = (self.ledger.portfolio(), &self.frameworks);
        let Search { index: Some(index), kept, .. } = &mut self.search else { return None };
        let Some(piece) = portfolio.piece(&id) else {
            // Nothing but a purge takes a piece away, and it need not be this page that met it.
            if index.stamp(id.rest()).is_some() && *kept == Kept::Index {
                *kept = Kept::Purged;
            }
            index.remove(id.rest());
            return None;
        };
        let (texts, files) = (gallery::texts(portfolio, frameworks, piece), files_with_words(portfolio, &id));
        let note = note(piece);
        let stamp = stamp(&note, &texts, &files);
        if index.stamp(id.rest()) == Some(stamp) {
            return None;
        }
        // A stamp that no piece has: without the words in its files it is not done.
        index.put(id.rest(), if files.is_empty() { stamp } else { !stamp }, note, texts);
        (!files.is_empty()).then_some(Unread { piece: id, files })
    }

    /// Puts in a piece with the words that were read last, unless it has changed meanwhile and is looked at again.
    fn put_whole(&mut self, id: &EntityId) {
        let (portfolio, frameworks) = (self.ledger.portfolio(), &self.frameworks);
        let Search { index: Some(index), last_read: Some(LastRead { files, words }), .. } = &mut self.search else {
            return;
        };
        let Some(piece) = portfolio.piece(id) else { return };
        let (texts, note) = (gallery::texts(portfolio, frameworks, piece), note(piece));
        let stamp = stamp(&note, &texts, files);
        if index.stamp(id.rest()) == Some(!stamp) {
            let mut words = words.clone();
            texts.into_iter().for_each(|(weight, text)| words.read(weight, text));
            index.put_words(id.rest(), stamp, note, words);
        }
    }
}

/// The files that hold the words inside a piece's files.
fn files_with_words(portfolio: &Portfolio, piece: &EntityId) -> Vec<StoredFile> {
    let artifacts = portfolio.artifacts_of(piece).into_iter();
    artifacts.filter_map(|artifact| artifact.preview.words.clone()).collect()
}

/// What is kept of a piece, so that it can be shown before the portfolio is open; nothing of one in the trash.
fn note(piece: &Evidence) -> String {
    Headline::of(piece).map(|headline| headline.to_string()).unwrap_or_default()
}

/// Of all that is read of a piece: files are told by their identity.
fn stamp(note: &str, texts: &[(Weight, &str)], files: &[StoredFile]) -> u64 {
    let files = files.iter().map(|file| (Weight::Inside, file.hash.as_str()));
    search::stamp(texts.iter().copied().chain(files).chain([(Weight::Inside, note)]))
}

/// The words in files; nothing while one of them is not on this device.
async fn words_in(media: &Media, files: &[StoredFile]) -> Option<Words> {
    let (mut words, mut slices) = (Words::default(), Slices::begin());
    for file in files {
        let bytes = media.read(&file.hash, file.size).await.ok()?;
        words.read(Weight::Inside, &String::from_utf8_lossy(&bytes));
        slices.rest().await;
    }
    Some(words)
}
