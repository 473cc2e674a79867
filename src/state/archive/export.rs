//! Everything out into one ZIP.

use std::rc::Rc;

use interchange::names::safe_name;
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::archive::{self, ArchiveError, Exported, Summary};
use platform::{BrowserError, clock};
use thiserror::Error;

use crate::i18n::t;
use crate::state::freeze::FreezeError;
use crate::state::{AppState, Saved, Unshown, Work};

/// How far a ZIP has come.
#[derive(Clone)]
pub enum Export {
    /// It is being written.
    Working(Work),
    /// It is there, to be saved.
    Packed(Packed),
    /// It did not come about; nothing is left of it.
    Failed(Rc<ExportError>),
}

impl Export {
    /// Asks the browser to save it, now that it is made.
    pub(in crate::state) fn handed_over(packed: Packed) -> Self {
        if let Err(error) = packed.save() {
            leptos::logging::warn!("the browser was not asked to save the ZIP: {error}");
        }
        Self::Packed(packed)
    }
}

/// A finished ZIP. It goes when the last clone is dropped.
#[derive(Clone)]
pub struct Packed {
    /// Its file name.
    pub name: String,
    zip: Rc<Exported>,
}

impl Packed {
    pub(in crate::state) fn new(name: String, zip: Exported) -> Self {
        Self { name, zip: Rc::new(zip) }
    }

    /// What it holds.
    pub fn summary(&self) -> &Summary {
        &self.zip.summary
    }

    /// Its bytes.
    pub fn size(&self) -> u64 {
        self.zip.zip().size()
    }

    /// Hands it to the browser to save. Whether the person has it then, only they know.
    ///
    /// # Errors
    /// Outside a page.
    pub fn save(&self) -> Result<(), BrowserError> {
        self.zip.save(&self.name)
    }
}

/// Why there is no ZIP.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The portfolio is not open any more.
    #[error("the portfolio is not open any more")]
    NothingOpen,
    /// The latest changes are not on the disk and cannot be brought there now; a ZIP without them would not hold everything.
    #[error("the latest changes are not stored")]
    Unsaved,
    /// The latest changes could not be put into segments.
    #[error(transparent)]
    Freeze(#[from] FreezeError),
    /// What was to be put into it cannot be read here.
    #[error(transparent)]
    Unshown(#[from] Unshown),
    /// The ZIP could not be written, or it was called off.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

impl ExportError {
    /// Whether this device had no room for it.
    pub fn is_full(&self) -> bool {
        matches!(self, Self::Archive(ArchiveError::Quota))
    }
}

impl AppState {
    /// The ZIP of the open portfolio that is being made or was made last.
    pub fn export(self) -> Option<Export> {
        let open = self.profile().get()?.id;
        self.zips.export.get().filter(|(profile, _)| *profile == open).map(|(_, export)| export)
    }

    /// Makes a ZIP of all that the open portfolio holds, and has the browser save it. One at a time.
    pub fn make_zip(self) {
        let is_busy = self.zips.export.with_untracked(|export| matches!(export, Some((_, Export::Working(_)))));
        if is_busy {
            self.say(t::archive::one_at_a_time(), None);
            return;
        }
        let Some(profile) = self.of(|session| session.id.clone()) else { return };
        let work = Work::new();
        self.zips.export.set(Some((profile.clone(), Export::Working(work.clone()))));
        spawn_local(async move {
            let made = work.cancel().unless_wished(self.pack(&profile, &work)).await;
            let made = made.unwrap_or(Err(ArchiveError::Cancelled.into()));
            let export = made.map_or_else(|error| Export::Failed(Rc::new(error)), Export::handed_over);
            self.zips.export.try_set(Some((profile, export)));
        });
    }

    async fn pack(self, profile: &str, work: &Work) -> Result<Packed, ExportError> {
        self.flush();
        if let Saved::Failed(_) = self.saved.get_untracked() {
            return Err(ExportError::Unsaved);
        }
        self.freeze().await?;
        let still = self
            .of_profile(profile, |session| (session.roots.clone(), session.ledger.portfolio().learner().name.clone()));
        let (roots, learner) = still.ok_or(ExportError::NothingOpen)?;
        let now = clock::now();
        let zip = archive::export(profile, roots, now, work.report(), work.cancel()).await?;
        let name = safe_name(&format!("Cairn {learner} {}.zip", clock::local_date(now)));
        Ok(Packed::new(name, zip))
    }
}
