//! Why something was not done, and the sentence for it.

use ledger::LedgerError;
use portfolio::Refusal;
use portfolio::intent::Wording;
use replica::{OpError, StampError};

use crate::i18n::t;

/// Nothing was changed.
#[derive(Debug)]
pub enum Refused {
    /// The portfolio does not allow it.
    Refusal(Refusal),
    /// A text is longer than one op can carry.
    TooLong,
    /// What it is about was erased for ever, perhaps on another device.
    Gone,
    /// The browser gives no random numbers, so nothing new can be named.
    NoRandomness,
    /// No portfolio is open.
    NothingOpen,
    /// It cannot be written in the format for another reason; the words are for developers.
    Unwritable(String),
}

impl Refused {
    /// What happened, what is safe, what to do.
    pub fn sentence(&self) -> String {
        match self {
            Self::Refusal(refusal) => refusal_sentence(refusal),
            Self::TooLong => t::refused::too_long().to_owned(),
            Self::Gone => t::refused::gone().to_owned(),
            Self::NoRandomness | Self::NothingOpen => t::refused::not_now().to_owned(),
            Self::Unwritable(why) => t::refused::unwritable(why),
        }
    }
}

fn refusal_sentence(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooLong { wording: Wording::Text | Wording::Reflection, .. } => t::refused::too_long(),
        Refusal::TooLong { wording: Wording::FileName, .. } => t::refused::long_file_name(),
        Refusal::TooLong { most, .. } => return t::refused::too_long_here(*most),
        Refusal::NoWords | Refusal::NothingInIt => t::refused::nothing_in_it(),
        Refusal::NotALink { .. } => t::studio::link_bad(),
        Refusal::WorkInTheFuture { .. } => t::refused::work_in_the_future(),
        Refusal::DueInThePast { .. } | Refusal::KeptUntilThePast { .. } => t::refused::due_in_the_past(),
        Refusal::EndsBeforeItBegins { .. } => t::refused::ends_before_it_begins(),
        Refusal::NoSchoolDay => t::refused::no_school_day(),
        Refusal::NoTimeOfADay { .. } => t::refused::no_time_of_a_day(),
        Refusal::NotThere { .. } => t::refused::not_there(),
        Refusal::InTrash { .. } => t::refused::in_trash(),
        Refusal::NotErased { .. } => t::refused::not_erased(),
        Refusal::NotInTrash { .. } | Refusal::AlreadyChosen { .. } => t::refused::done_already(),
        Refusal::NotAsItStands { .. } => t::refused::changed_meanwhile(),
        Refusal::FileTooLarge { .. } => t::refused::file_too_large(),
        Refusal::NotInAFramework { .. } | Refusal::NotACompetency { .. } => t::refused::not_a_competency(),
        Refusal::NoSuccessor { .. } => t::refused::no_successor(),
        // No view offers these, or says itself what stands in the way.
        Refusal::ClosesACircle { .. }
        | Refusal::NotAHeading { .. }
        | Refusal::FirstPathwayStays
        | Refusal::AimIsZero
        | Refusal::NotAHash { .. }
        | Refusal::NotAnEvent { .. }
        | Refusal::NotAFile { .. }
        | Refusal::NotInTheList { .. } => t::refused::not_possible(),
    }
    .to_owned()
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

impl From<LedgerError> for Refused {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::Refused(refusal) => Self::Refusal(refusal),
            LedgerError::Unwritable(StampError::Purged { .. }) => Self::Gone,
            LedgerError::Unwritable(StampError::Op(OpError::TooLong { .. })) => Self::TooLong,
            LedgerError::Unwritable(other) => Self::Unwritable(other.to_string()),
        }
    }
}
