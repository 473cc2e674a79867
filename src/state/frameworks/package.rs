//! From an adopted package to a framework that can be asked, in the language that the app speaks where that is to be had.

use interchange::case::{self, CaseError};
use platform::{asset, timer};
use portfolio::framework::{FrameworkSource, Scale};
use portfolio::model::{Adoption, Origin};
use portfolio::{Framework, Portfolio};

use crate::i18n::{Language, language};
use crate::parts::{Missing, apart};

apart! {
    fn told in case(bytes: Vec<u8>) -> Result<FrameworkSource, CaseError> {
        case::read(&bytes).map(|reading| reading.source)
    }

    fn built in case(
        source: FrameworkSource,
        words: Option<FrameworkSource>,
        depth: Option<u32>,
        proficient: Vec<Option<u8>>
    ) -> Framework {
        let source = match words {
            Some(words) => source.in_words_of(words),
            None => source,
        };
        Framework::build(source.by_scales(&proficient), depth)
    }
}

/// The package that comes with the app, in each language that the app speaks. They hold the same items.
pub(super) fn bundled(language: Language) -> &'static str {
    match language {
        Language::English => "frameworks/cairn.json",
        Language::Spanish => "frameworks/cairn.es.json",
    }
}

/// Why a package that is on this device makes no framework.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotReady {
    /// It cannot be read as a CASE package.
    #[error(transparent)]
    Case(CaseError),
    /// The code that reads packages did not come.
    #[error("{0}")]
    Missing(Missing),
}

/// What it takes to make an adopted framework ready.
pub(super) struct Adopted {
    pub(super) package: String,
    depth: Option<u32>,
    proficient: Vec<Option<u8>>,
    pub(super) file: String,
    pub(super) size: u64,
    /// The language that it is wanted in: the app's own framework is there in all of them, every other as it was published.
    language: Option<Language>,
}

impl Adopted {
    fn of(adoption: &Adoption) -> Self {
        Self {
            package: adoption.package().to_owned(),
            depth: adoption.depth,
            proficient: adoption.proficient.clone(),
            file: adoption.file.hash.clone(),
            size: adoption.file.size,
            language: (adoption.origin == Origin::Bundled).then(language),
        }
    }

    /// Whether a framework that was made ready earlier is what is wanted now.
    pub(super) fn is_met_by(&self, ready: &Framework) -> bool {
        ready.id() == self.package
            && ready.depth() == self.depth
            && self.is_read_by_the_scales_of(ready)
            && self.language.is_none_or(|language| ready.speaks(language.tag()))
    }

    /// Whether the answers about its scales are those that it was made with. An answer that is no step of its scale is none.
    fn is_read_by_the_scales_of(&self, ready: &Framework) -> bool {
        let answers = self.proficient.iter().copied().chain(std::iter::repeat(None));
        let is_step = |scale: &Scale, step: &u8| usize::from(*step) < scale.steps.len();
        let mut pairs = ready.about().scales.iter().zip(answers);
        pairs.all(|(scale, answer)| scale.proficient == answer.filter(|step| is_step(scale, step)))
    }

    /// Makes the framework of its package's bytes.
    ///
    /// # Errors
    /// [`NotReady`]. Where the words in the app's language cannot be had, the framework speaks as it was adopted.
    pub(super) async fn ready(&self, bytes: Vec<u8>) -> Result<Framework, NotReady> {
        let source = source(bytes).await?;
        let foreign = self.language.filter(|language| !source.speaks(language.tag()));
        let words = match foreign {
            Some(language) => words(language).await,
            None => None,
        };
        timer::breathe().await;
        built(source, words, self.depth, self.proficient.clone()).await.map_err(NotReady::Missing)
    }
}

/// The frameworks in use, in the order in which they speak.
pub(super) fn adopted(portfolio: &Portfolio) -> Vec<Adopted> {
    portfolio.adoptions().into_iter().map(Adopted::of).collect()
}

/// The editions that these took the place of, the newest first.
pub(super) fn earlier(portfolio: &Portfolio) -> Vec<Adopted> {
    portfolio.earlier_editions().into_iter().map(Adopted::of).collect()
}

async fn source(bytes: Vec<u8>) -> Result<FrameworkSource, NotReady> {
    told(bytes).await.map_err(NotReady::Missing)?.map_err(NotReady::Case)
}

/// The words of the app's own framework in a language.
async fn words(language: Language) -> Option<FrameworkSource> {
    let bytes = match asset::get(bundled(language)).await {
        Ok(bytes) => bytes,
        Err(error) => {
            leptos::logging::warn!("the framework in {} did not come: {error}", language.own_name());
            return None;
        }
    };
    timer::breathe().await;
    match source(bytes).await {
        Ok(words) => Some(words),
        Err(error) => {
            leptos::logging::warn!("the framework in {} cannot be read: {error}", language.own_name());
            None
        }
    }
}
