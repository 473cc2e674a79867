//! Frameworks: from a package's bytes to what the views read.

use std::rc::Rc;
use std::sync::Arc;

use interchange::case::{self, CaseError, Reading};
use leptos::prelude::*;
use portfolio::intent::NewFramework;
use portfolio::model::{Origin, StoredFile};
use portfolio::{Framework, Frameworks, Intent};

use super::{AppState, Refused, revisions};
use crate::parts::apart;
use crate::platform::files::ReadError;
use crate::platform::media;
use crate::platform::{asset, timer};

/// The package that comes with the app.
const BUNDLED: &str = "frameworks/cairn.json";

/// A package that was read and is not adopted yet, so that the person can look at it first.
#[derive(Clone)]
pub struct Offer {
    /// What it holds.
    pub reading: Arc<Reading>,
    bytes: Arc<Vec<u8>>,
    origin: Origin,
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

    fn framework in case(bytes: Vec<u8>, depth: Option<u32>) -> Result<Framework, CaseError> {
        case::read(&bytes).map(|reading| Framework::build(reading.source, depth))
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

    /// The framework that comes with the app, read.
    ///
    /// # Errors
    /// No network and no copy yet.
    pub async fn bundled_framework(self) -> Result<Offer, FrameworkError> {
        let bytes = asset::get(BUNDLED).await.map_err(|_| FrameworkError::NotThere)?;
        let offer = self.read_framework(bytes).await?;
        Ok(Offer { origin: Origin::Bundled, ..offer })
    }

    /// Adopts a framework: its package is stored whole, and its competencies can be chosen from now on.
    ///
    /// # Errors
    /// [`FrameworkError`]; nothing was changed, or only the package's bytes were stored.
    pub async fn adopt(self, offer: Offer, depth: Option<u32>) -> Result<(), FrameworkError> {
        let media = self.media().ok_or(FrameworkError::Refused(Refused::NothingOpen))?;
        let stored = media.ingest_bytes(&offer.bytes).await.map_err(|_| FrameworkError::NotStored)?;
        let intent = Intent::AdoptFramework(NewFramework {
            package: offer.reading.source.id.clone(),
            title: offer.reading.source.title.clone(),
            file: stored_file("framework.json", "application/json", &stored.file),
            depth,
            origin: offer.origin,
        });
        self.perform(intent).map_err(FrameworkError::Refused)?;
        self.load_frameworks().await;
        Ok(())
    }

    /// Reads the packages of all adopted frameworks that are on this device and not read yet.
    pub(super) async fn load_frameworks(self) {
        let wanted = self.read(|world| {
            let adoptions = world.portfolio.adoptions();
            let of = |adoption: &&portfolio::model::Adoption| {
                (adoption.package().to_owned(), adoption.depth, adoption.file.hash.clone(), adoption.file.size)
            };
            adoptions.iter().map(of).collect::<Vec<_>>()
        });
        let (Some(wanted), Some(media)) = (wanted, self.media()) else { return };
        let mut built = Vec::new();
        for (package, depth, identity, size) in wanted {
            let known = self.of(|session| session.frameworks.get(&package).cloned()).flatten();
            if let Some(known) = known.filter(|known| known.depth() == depth) {
                built.push(known);
                continue;
            }
            // A package that another device adopted comes with the next sync.
            let Ok(bytes) = media.read(&identity, size).await else { continue };
            timer::breathe().await;
            match framework(bytes, depth).await {
                Ok(Ok(framework)) => built.push(Arc::new(framework)),
                Ok(Err(error)) => leptos::logging::warn!("the framework {package} cannot be read: {error}"),
                Err(missing) => leptos::logging::warn!("the framework {package} cannot be read yet: {missing}"),
            }
        }
        self.session.update_value(|session| {
            if let Some(session) = session {
                session.frameworks = Rc::new(Frameworks::new(built));
            }
        });
        revisions::bump(self.revisions.with_value(revisions::Revisions::all));
    }
}

/// A stored file as the portfolio names it.
pub(super) fn stored_file(name: &str, media_type: &str, file: &media::StoredFile) -> StoredFile {
    StoredFile {
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        size: file.size,
        hash: file.identity.clone(),
        chunks: file.chunks.clone(),
    }
}
