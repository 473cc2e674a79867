//! A submission as one file, made by the archive worker.

use std::rc::Rc;

use interchange::names::safe_name;
use interchange::packet::{self, Packet};
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::archive::{self, ArchiveError};
use platform::clock;
use portfolio::EntityId;
use portfolio::model::Submission;

use super::Unshown;
use crate::i18n::t;
use crate::state::{AppState, Export, ExportError, Packed, Work};

impl AppState {
    /// The file of this submission, if it is the one that is being made or was made last.
    pub fn packet(self, submission: &EntityId) -> Option<Export> {
        self.zips.packet.get().filter(|(of, _)| of == submission).map(|(_, packet)| packet)
    }

    /// Makes one file of a submission, and has the browser save it. One at a time.
    pub fn make_packet(self, submission: Submission) {
        let is_busy = self.zips.packet.with_untracked(|packet| matches!(packet, Some((_, Export::Working(_)))));
        if is_busy {
            self.say(t::archive::one_at_a_time(), None);
            return;
        }
        let work = Work::new();
        self.zips.packet.set(Some((submission.id.clone(), Export::Working(work.clone()))));
        spawn_local(async move {
            let made = work.cancel().unless_wished(self.pack_submission(&submission, &work)).await;
            let made = made.unwrap_or(Err(ArchiveError::Cancelled.into()));
            let packet = made.map_or_else(|error| Export::Failed(Rc::new(error)), Export::handed_over);
            self.zips.packet.try_set(Some((submission.id, packet)));
        });
    }

    async fn pack_submission(self, submission: &Submission, work: &Work) -> Result<Packed, ExportError> {
        let manifest = self.sealed(submission).await?;
        let made = clock::now();
        let planned = self.of(|session| {
            let packet = Packet {
                submission,
                manifest: &manifest,
                learner: &session.ledger.portfolio().learner().name,
                frameworks: &session.frameworks,
                made,
            };
            packet::plan(&packet).map(|plan| (session.id.clone(), plan))
        });
        let (profile, plan) = planned.ok_or(ExportError::NothingOpen)?.map_err(|_| Unshown::Unreadable)?;
        let zip = archive::pack(&profile, plan, work.report(), work.cancel()).await?;
        let title = portfolio::submission::Manifest::read(manifest.as_bytes()).map(|manifest| manifest.title);
        let day = clock::local_date(submission.at);
        Ok(Packed::new(safe_name(&format!("{} {day}.zip", title.unwrap_or_default())), zip))
    }
}
