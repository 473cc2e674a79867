//! What was written in a text over time: read from the log when somebody asks, for the fold keeps only what stands.

use chrono::{DateTime, Utc};
use ledger::History;
use platform::store::{Store, StoreError};
use platform::timer;
use portfolio::EntityId;
use replica::{Op, segment};

use super::AppState;
use super::load::{inflate_segment, tail_rows};
use super::session::Session;
use super::typing::TextField;
use crate::i18n::t;

/// A text as a visit to it left it.
#[derive(Clone, PartialEq, Debug)]
pub struct TextVersion {
    /// The words.
    pub text: String,
    /// When the visit began, where that is known.
    pub at: Option<DateTime<Utc>>,
    /// Whether it was written on another device.
    pub is_elsewhere: bool,
    /// How it stands beside what is shown.
    pub place: VersionPlace,
}

/// What a version is to the text that is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VersionPlace {
    /// It is the text that is shown.
    Shown,
    /// Another device wrote it without having seen the one that is shown, and nobody has chosen between them.
    Beside,
    /// Others took its place.
    Past,
}

impl AppState {
    /// The versions of a text of a piece, the newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn versions_of(self, piece: &EntityId, field: TextField) -> Result<Vec<TextVersion>, StoreError> {
        let Some((store, writer)) = self.of(|session| (session.store.clone(), session.writer.clone())) else {
            return Ok(Vec::new());
        };
        // What was written a moment ago is to be among it.
        writer.settled().await;
        let mut history = History::of(piece.clone(), field.name());
        for name in store.segments().await? {
            ops_about(&store, &name, piece).await?.iter().for_each(|op| history.take(op));
            timer::breathe().await;
        }
        let tail = tail_rows(&store, None).await?;
        tail.iter().filter_map(|(_, op)| op.as_ref()).for_each(|op| history.take(op));
        Ok(self.of(|session| versions(session, &history, piece, field)).unwrap_or_default())
    }

    /// Puts a version of a text back. It is a visit of its own: what stood there last is a version like any other.
    pub fn bring_back(self, piece: &EntityId, field: TextField, text: String) {
        self.flush();
        self.within(|session| session.ledger.seal());
        field.write(piece, text).and_then(|intent| self.attempt_aloud(intent, t::life::restored()));
        self.within(|session| session.ledger.seal());
    }
}

fn versions(session: &Session, history: &History, piece: &EntityId, field: TextField) -> Vec<TextVersion> {
    let standing: Vec<_> = session.ledger.versions(piece, field.name()).into_iter().map(|head| head.op).collect();
    let version = |version: ledger::TextVersion| TextVersion {
        place: match standing.iter().position(|op| *op == version.op) {
            Some(0) => VersionPlace::Shown,
            Some(_) => VersionPlace::Beside,
            None => VersionPlace::Past,
        },
        is_elsewhere: session.ledger.device_of(version.op.writer).is_some_and(|device| device != session.device),
        text: version.text,
        at: version.at,
    };
    history.versions().into_iter().map(version).collect()
}

/// The ops of a stored segment, if it says anything of an entity: most do not, and are not even parsed. One that cannot be read is
/// left where it is, as at the start.
async fn ops_about(store: &Store, name: &str, entity: &EntityId) -> Result<Vec<Op>, StoreError> {
    let Some(lines) = inflate_segment(store, name).await? else { return Ok(Vec::new()) };
    if !std::str::from_utf8(&lines).is_ok_and(|text| text.contains(entity.as_str())) {
        return Ok(Vec::new());
    }
    Ok(segment::parse(&lines).map(|(_, ops)| ops).unwrap_or_default())
}
