//! A package that is another edition of a framework in use.

use std::sync::Arc;

use interchange::case::{self, CaseError, Reading};
use interchange::hash::sha256_hex;
use platform::asset;
use portfolio::EntityId;
use portfolio::framework::Age;
use portfolio::model::Origin;

use super::package::bundled;
use super::{Answers, FrameworkError, Offer};
use crate::i18n::{language, t};
use crate::parts::apart;
use crate::state::{AppState, NoticeAction};

apart! {
    /// What a package holds, unless it is one of these.
    fn unknown in case(bytes: Arc<Vec<u8>>, known: Vec<String>) -> Option<Result<Reading, CaseError>> {
        (!known.contains(&sha256_hex(&bytes))).then(|| case::read(&bytes))
    }
}

impl Offer {
    /// Whether it came with the app.
    pub fn is_bundled(&self) -> bool {
        self.origin == Origin::Bundled
    }
}

impl AppState {
    /// Whether a package is another edition of a framework in use.
    pub fn is_edition(self, offer: &Offer) -> bool {
        self.read(|world| !world.frameworks.editions_of(&offer.reading.source).is_empty()).unwrap_or_default()
    }

    /// The framework that comes with the app, where it is newer than the one in use that came with it earlier.
    pub async fn newer_bundled(self) -> Option<Offer> {
        let adopted = self.read(|world| {
            let bundled = world.portfolio.adoptions().into_iter().filter(|one| one.origin == Origin::Bundled);
            bundled.map(|one| one.package().to_owned()).collect::<Vec<_>>()
        });
        let known = adopted.filter(|known| !known.is_empty())?;
        let bytes = match asset::get(bundled(language())).await {
            Ok(bytes) => Arc::new(bytes),
            Err(error) => {
                leptos::logging::warn!("whether the app brought a newer framework is not known: {error}");
                return None;
            }
        };
        let reading = Arc::new(unknown(Arc::clone(&bytes), known).await.ok()??.ok()?);
        let is_newer = self.read(|world| {
            let editions = world.frameworks.editions_of(&reading.source);
            editions.iter().any(|(_, age)| *age == Age::Newer)
        });
        is_newer.unwrap_or_default().then_some(Offer { reading, bytes, origin: Origin::Bundled })
    }

    /// Goes on with this edition in place of those in use, read as they were. What only these hold is retired; nothing is moved.
    ///
    /// # Errors
    /// [`FrameworkError`]; nothing was changed, or only the package's bytes were stored.
    pub async fn update_framework(self, offer: Offer) -> Result<(), FrameworkError> {
        let answers = self.read(|world| {
            let editions = world.frameworks.editions_of(&offer.reading.source);
            let first = editions.first().map(|(first, _)| first);
            Answers {
                depth: first.and_then(|first| first.depth()),
                proficient: first.map(|first| offer.reading.source.answers_like(first)).unwrap_or_default(),
                replaces: editions.iter().map(|(edition, _)| EntityId::framework(edition.id())).collect(),
            }
        });
        self.adopt(offer, answers.unwrap_or_default()).await?;
        self.say(t::update::done(), Some(NoticeAction::Undo));
        Ok(())
    }
}
