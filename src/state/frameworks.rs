//! Frameworks: from a package's bytes to what the views read.

mod brought;
mod cache;
mod mine;
mod package;
mod told;
mod update;

pub(super) use cache::Cached;
pub(super) use mine::Mine;
pub use told::Told;

use std::rc::Rc;
use std::sync::Arc;

use interchange::case::{self, CaseError, Reading};
use leptos::prelude::*;
use platform::files::ReadError;
use platform::{asset, timer};
use portfolio::intent::NewFramework;
use portfolio::model::Origin;
use portfolio::{EntityId, Framework, Frameworks, Intent};

use super::files::stored_file;
use super::session::Session;
use super::{AppState, Refused, revisions};
use crate::i18n::language;
use crate::parts::apart;
use package::{Adopted, adopted, bundled, earlier};

/// A package that was read and is not adopted yet, so that the person can look at it first.
#[derive(Clone)]
pub struct Offer {
    /// What it holds.
    pub reading: Arc<Reading>,
    bytes: Arc<Vec<u8>>,
    origin: Origin,
}

/// What was answered about a package before it was adopted.
#[derive(Clone, Default)]
pub struct Answers {
    /// At which depth the competencies are; `None` for the leaves.
    pub depth: Option<u32>,
    /// Of each scale of others in it, which step means proficient; `None` where nobody knows.
    pub proficient: Vec<Option<u8>>,
    /// The editions in use that it takes the place of.
    pub replaces: Vec<EntityId>,
}

/// Why a framework could not be adopted.
#[derive(Debug)]
pub enum FrameworkError {
    /// The file's bytes cannot be had.
    Unreadable(ReadError),
    /// It cannot be read as a CASE package.
    Case(CaseError),
    /// The bundled one, or the code that reads any, did not come: no network at the very first start.
    NotThere,
    /// It could not be stored.
    NotStored,
    /// The portfolio refused.
    Refused(Refused),
}

apart! {
    fn reading in case(bytes: Arc<Vec<u8>>) -> Result<Reading, CaseError> {
        case::read(&bytes)
    }
}

impl AppState {
    /// Reads a package that somebody chose. Nothing is stored.
    ///
    /// # Errors
    /// [`FrameworkError`] if nothing could be read.
    pub async fn read_framework(self, bytes: Vec<u8>) -> Result<Offer, FrameworkError> {
        let bytes = Arc::new(bytes);
        let read = reading(Arc::clone(&bytes)).await.map_err(|_| FrameworkError::NotThere)?;
        Ok(Offer { reading: Arc::new(read.map_err(FrameworkError::Case)?), bytes, origin: Origin::File })
    }

    /// The framework that comes with the app, read, in the language that the app speaks.
    ///
    /// # Errors
    /// No network and no copy yet.
    pub async fn bundled_framework(self) -> Result<Offer, FrameworkError> {
        let bytes = asset::get(bundled(language())).await.map_err(|_| FrameworkError::NotThere)?;
        let offer = self.read_framework(bytes).await?;
        Ok(Offer { origin: Origin::Bundled, ..offer })
    }

    /// Adopts a framework: its package is stored whole, and its competencies can be chosen from now on.
    ///
    /// # Errors
    /// [`FrameworkError`]; nothing was changed, or only the package's bytes were stored.
    pub async fn adopt(self, offer: Offer, answers: Answers) -> Result<(), FrameworkError> {
        let media = self.media().ok_or(FrameworkError::Refused(Refused::NothingOpen))?;
        let stored = media.ingest_bytes(&offer.bytes).await.map_err(|_| FrameworkError::NotStored)?;
        let intent = Intent::AdoptFramework(NewFramework {
            package: offer.reading.source.id.clone(),
            title: offer.reading.source.title.clone(),
            file: stored_file("framework.json", "application/json", &stored.file),
            depth: answers.depth,
            proficient: answers.proficient,
            origin: offer.origin,
            replaces: answers.replaces,
        });
        self.perform(intent).map_err(FrameworkError::Refused)?;
        self.load_frameworks().await;
        Ok(())
    }

    /// Says which step of a scale of others means proficient, and has the framework read anew by it.
    pub async fn set_proficient(self, framework: EntityId, scale: usize, step: Option<u8>) {
        if self.attempt(Intent::SetProficient { framework, scale, step }).is_some() {
            self.load_frameworks().await;
        }
    }

    /// Makes ready all adopted frameworks whose packages are on this device, and the learner's own: those that are not ready yet, or
    /// speak another language than they could, are read.
    pub(super) async fn load_frameworks(self) {
        let spoken = language();
        let wanted = self.read(|world| (adopted(world.portfolio), earlier(world.portfolio)));
        let Some((in_use, gone)) = wanted else { return };
        let (ready, older) = (self.ready(in_use).await, self.ready(gone).await);
        // Whoever changed the language meanwhile has them read in the one of now.
        if language() != spoken {
            return;
        }
        self.load_own().await;
        self.within(|session| {
            let all = session.mine.join(Frameworks::new(ready).with_earlier(older));
            session.frameworks = Rc::new(all.with_needs(session.ledger.portfolio().needs()));
        });
        self.outdate_all_search();
        revisions::bump(self.revisions.with_value(revisions::Revisions::all));
        self.outdate_first_screen();
    }

    /// Those of these whose packages are on this device.
    async fn ready(self, wanted: Vec<Adopted>) -> Vec<Arc<Framework>> {
        let mut ready = Vec::new();
        for adoption in wanted {
            let known = self.of(|session| session.frameworks.get(&adoption.package).cloned()).flatten();
            match known.filter(|known| adoption.is_met_by(known)) {
                Some(known) => ready.push(known),
                None => ready.extend(self.read_package(&adoption).await),
            }
        }
        ready
    }

    /// Hears anew what the learner says comes first, where these entities may say it. Whether it is something else now.
    pub(super) fn hear_needs(self, touched: &[String]) -> bool {
        const NOTES: &str = "notes:";
        let hear = |session: &mut Session| {
            let heard = Frameworks::clone(&session.frameworks).with_needs(session.ledger.portfolio().needs());
            let is_other = heard.overlay() != session.frameworks.overlay();
            session.frameworks = Rc::new(heard);
            is_other
        };
        touched.iter().any(|id| id.starts_with(NOTES)) && self.within(hear).unwrap_or_default()
    }

    /// The framework in a package that is on this device, ready also for the next start.
    async fn read_package(self, adoption: &Adopted) -> Option<Arc<Framework>> {
        let (media, store) = self.of(|session| (session.media.clone(), session.store.clone()))?;
        // A package that another device adopted comes with the next sync.
        let bytes = media.read(&adoption.file, adoption.size).await.ok()?;
        timer::breathe().await;
        match adoption.ready(bytes).await {
            Ok(framework) => {
                cache::keep(&store, &framework).await;
                Some(Arc::new(framework))
            }
            Err(error) => {
                leptos::logging::warn!("the framework {} cannot be read: {error}", adoption.package);
                None
            }
        }
    }
}
