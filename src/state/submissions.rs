//! Sending a piece: a copy that nobody changes any more, made when the last of its files is here.

mod outbox;
mod packet;

pub(super) use outbox::Outbox;

use leptos::task::spawn_local;
use platform::Cancel;
use platform::files::PickedFile;
use platform::media::MediaError;
use portfolio::model::{Stage, StoredFile, Submission};
use portfolio::submission::{Manifest, Sealed};
use portfolio::{EntityId, Intent, Portfolio, Refusal};
use replica::Hash;
use thiserror::Error;

use super::{AppState, NoticeAction, Refused};
use crate::i18n::t;

/// What a copy is called among the files. Nobody sees it; in a packet it has a name of its own.
const FILE_NAME: &str = "manifest.json";
/// What a copy is, by its bytes.
const MEDIA_TYPE: &str = "application/json";
/// The piece may be written on while its copy is being stored: so often it is taken anew.
const TRIES: u32 = 5;

/// Where a piece stands, and whether it still is what was sent.
#[derive(Clone, PartialEq, Debug)]
pub enum PieceStage {
    /// It was never sent.
    Draft,
    /// It is as it was sent.
    Sent(Submission),
    /// It was sent, and is another by now.
    Changed(Submission),
    /// It was sent and taken back.
    Withdrawn(Submission),
}

impl PieceStage {
    /// Where a piece stands.
    pub fn of(portfolio: &Portfolio, piece: &EntityId) -> Self {
        match portfolio.stage(piece) {
            Stage::Draft => Self::Draft,
            Stage::Withdrawn(submission) => Self::Withdrawn(submission.clone()),
            Stage::Submitted(submission) if stands_as(portfolio, submission) => Self::Sent(submission.clone()),
            Stage::Submitted(submission) => Self::Changed(submission.clone()),
        }
    }
}

/// Why a copy cannot be shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum Unshown {
    /// Its bytes are not on this device (yet).
    #[error("the copy is not on this device")]
    NotHere,
    /// They are, but are not those that were sent, or this version cannot read them.
    #[error("the copy cannot be read")]
    Unreadable,
    /// It was erased with its piece.
    #[error("the copy was erased")]
    Erased,
}

/// Why a piece was not sent.
enum Unsent {
    Refused(Refused),
    Media(MediaError),
}

impl From<Refused> for Unsent {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl AppState {
    /// Where a piece stands. The running view is told when it moves.
    pub fn stage_of(self, piece: &EntityId) -> Option<PieceStage> {
        self.watch(&[piece.as_str(), "artifact", "claim", "submission"], |world| PieceStage::of(world.portfolio, piece))
    }

    /// Sends a piece: now, or by itself as soon as the last of its files is here. `changed` is what the learner says of what is
    /// different since the last time.
    pub fn send(self, piece: EntityId, changed: String) {
        self.flush();
        self.wish_to_send(piece, changed);
        self.send_what_is_ready();
    }

    /// Sends the pieces that wait for no file any more.
    pub(super) fn send_what_is_ready(self) {
        for (piece, changed) in self.take_ready() {
            spawn_local(async move {
                let sent = self.freeze_and_send(&piece, &changed).await;
                self.wait_no_more(&piece);
                match sent {
                    Ok(()) => self.say(t::life::sent_now(), Some(NoticeAction::Undo)),
                    Err(unsent) => self.say(sentence(&unsent), None),
                }
            });
        }
    }

    /// Stores the copy, then says that the piece was sent.
    async fn freeze_and_send(self, piece: &EntityId, changed: &str) -> Result<(), Unsent> {
        let mut tries = 0;
        loop {
            let sealed = self.seal(piece, changed)?;
            let file = self.store_sealed(&sealed).await.map_err(Unsent::Media)?;
            tries += 1;
            match self.perform(Intent::Submit { sealed, file }) {
                Err(Refused::Refusal(Refusal::NotAsItStands { .. })) if tries < TRIES => {}
                done => return Ok(done.map(drop)?),
            }
        }
    }

    fn seal(self, piece: &EntityId, changed: &str) -> Result<Sealed, Refused> {
        let manifest = self
            .of(|session| Manifest::of(session.ledger.portfolio(), piece, session.now(), changed))
            .flatten()
            .ok_or_else(|| Refused::Refusal(Refusal::NotThere { entity: piece.clone() }))?;
        manifest.seal().map_err(|error| Refused::Unwritable(error.to_string()))
    }

    async fn store_sealed(self, sealed: &Sealed) -> Result<StoredFile, MediaError> {
        let media = self.media().ok_or(MediaError::Cancelled)?;
        let file = PickedFile::of_bytes(FILE_NAME, sealed.bytes());
        let stored = media.ingest(&file, |_| (), &Cancel::new()).await?.file;
        Ok(super::files::stored_file(FILE_NAME, MEDIA_TYPE, &stored))
    }

    /// What was sent, as it was.
    ///
    /// # Errors
    /// [`Unshown`].
    pub async fn copy_of(self, submission: &Submission) -> Result<Manifest, Unshown> {
        let sealed = self.sealed(submission).await?;
        Manifest::read(sealed.as_bytes()).map_err(|_| Unshown::Unreadable)
    }

    /// The bytes of what was sent: those of its hash, and no other.
    async fn sealed(self, submission: &Submission) -> Result<String, Unshown> {
        let file = self.read(|world| world.portfolio.frozen(&submission.id).map(|frozen| frozen.manifest.clone()));
        let file = file.flatten().ok_or(Unshown::Erased)?;
        let media = self.media().ok_or(Unshown::NotHere)?;
        let bytes = media.read(&file.hash, file.size).await.map_err(|_| Unshown::NotHere)?;
        let is_whole = Hash::of(&bytes).to_string() == submission.hash;
        String::from_utf8(bytes).ok().filter(|_| is_whole).ok_or(Unshown::Unreadable)
    }
}

/// Whether a piece still is what was sent: sealed at the same instant it would be the same bytes.
fn stands_as(portfolio: &Portfolio, sent: &Submission) -> bool {
    let Some(mut now) = Manifest::of(portfolio, &sent.piece, sent.at, &sent.changed) else { return false };
    now.before.clone_from(&sent.before);
    now.seal().is_ok_and(|sealed| sealed.hash() == sent.hash)
}

fn sentence(unsent: &Unsent) -> String {
    match unsent {
        Unsent::Refused(refused) => refused.sentence(),
        Unsent::Media(MediaError::Quota) => t::life::not_sent_full().to_owned(),
        Unsent::Media(_) => t::life::not_sent().to_owned(),
    }
}
