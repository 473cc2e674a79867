//! Facts in a file that nobody meant to share: found, named, and taken out.

use std::io::{self, Read, Seek};

pub use portfolio::model::Private;

use crate::fault::{Fault, Kept};
use crate::input::Input;
use crate::plan::{Edits, Plan};
use crate::{Format, heif, jpeg, movie, office, pdf, png, webp};

/// A fact that was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Its kind.
    pub what: Private,
    /// What the file says, as one line of at most [`Found::LONGEST`] characters; a location as degrees north and east.
    /// `None` where it is nothing to read.
    pub says: Option<String>,
    /// Whether it is named and not taken out: it is a part of the document, or nobody knows where else it stands.
    pub stays: bool,
}

impl Found {
    /// The most characters that [`Self::says`] has.
    pub const LONGEST: usize = 200;
}

/// What a file tells, and what it becomes when that is taken out.
#[derive(Debug)]
pub struct Cleaning {
    /// Its kind, if it is one that is read here.
    pub format: Option<Format>,
    /// What was found, sorted, each thing once.
    pub found: Vec<Found>,
    /// The file without it.
    pub plan: Plan,
    /// Why nothing is taken out, where that is not because there is nothing.
    pub kept: Option<Kept>,
}

impl Cleaning {
    /// The kinds of what the plan takes out, in order, each once.
    #[must_use]
    pub fn removed(&self) -> Vec<Private> {
        let is_removed = |kind: &Private| {
            !self.plan.is_whole() && self.found.iter().any(|found| found.what == *kind && !found.stays)
        };
        Private::ALL.into_iter().filter(is_removed).collect()
    }
}

/// Looks for private facts in a file, and plans the same file without them: what is shown stays, byte for byte, and so do
/// the way up of a picture and its colours. Cleaning the clean file changes nothing.
///
/// Whether the plan is carried out as soon as a file is added or when the learner asks for it, the format says:
/// [`Format::is_cleaned_at_once`].
///
/// # Errors
/// What reading says. A file that is not understood is no error: it stays whole, and [`Cleaning::kept`] says why.
pub fn clean(file: impl Read + Seek) -> io::Result<Cleaning> {
    let (mut format, mut size) = (None, 0);
    let run = || -> Result<Report, Fault> {
        let mut input = Input::new(file)?;
        size = input.size();
        format = Format::of(&mut input)?;
        match format {
            Some(Format::Jpeg) => jpeg::clean(&mut input),
            Some(Format::Png) => png::clean(&mut input),
            Some(Format::WebP) => webp::clean(&mut input),
            Some(Format::Heif) => heif::clean(&mut input),
            Some(Format::Movie) => movie::clean(&mut input),
            Some(Format::Package) => office::clean(&mut input),
            Some(Format::Pdf) => pdf::name(&mut input),
            Some(Format::Gif | Format::Svg | Format::WebM | Format::Wav) | None => Err(Kept::UnknownFormat.into()),
        }
    };
    match run() {
        Ok(Report { edits, found }) => {
            Ok(Cleaning { format, found: found.sorted(), plan: edits.plan(size), kept: None })
        }
        Err(Fault::Kept(why)) => Ok(Cleaning { format, found: Vec::new(), plan: Plan::whole(size), kept: Some(why) }),
        Err(Fault::Io(error)) => Err(error),
    }
}

/// What reading a format comes to.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) edits: Edits,
    pub(crate) found: Findings,
}

/// Facts being gathered.
#[derive(Debug, Default)]
pub(crate) struct Findings(Vec<Found>);

impl Findings {
    /// A fact that is nothing to read.
    pub(crate) fn add(&mut self, what: Private) {
        self.0.push(Found { what, says: None, stays: false });
    }

    /// A fact in words. Words that say nothing count as something to take out, but are not told.
    pub(crate) fn say(&mut self, what: Private, words: &str) {
        self.0.push(Found { what, says: line(words), stays: false });
    }

    /// A fact in words that is named and not taken out.
    pub(crate) fn stays(&mut self, what: Private, words: &str) {
        self.0.push(Found { what, says: line(words), stays: true });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What another reading found, or `Other` if that was nothing: what is taken out is told.
    pub(crate) fn join(&mut self, other: Self) {
        if other.is_empty() {
            self.add(Private::Other);
        }
        self.0.extend(other.0);
    }

    /// Each thing once; what was said in words is not told without them again.
    fn sorted(mut self) -> Vec<Found> {
        self.0.sort();
        self.0.dedup();
        let said: Vec<Private> = self.0.iter().filter(|found| found.says.is_some()).map(|found| found.what).collect();
        self.0.retain(|found| found.says.is_some() || !said.contains(&found.what));
        self.0
    }
}

/// Words as one line of readable length.
fn line(words: &str) -> Option<String> {
    let shown = words.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let line = shown.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    Some(line.chars().take(Found::LONGEST).collect::<String>()).filter(|line| !line.is_empty())
}
