//! Why a framework could not be adopted, as a sentence.

use interchange::case::{CaseError, MAX_BYTES};
use platform::files::ReadError;
use platform::intl;

use crate::i18n::{language, t};
use crate::state::FrameworkError;

/// What happened, what is safe, what to do.
pub fn sentence(error: &FrameworkError) -> String {
    match error {
        FrameworkError::Case(error) => case_sentence(error),
        FrameworkError::Unreadable(ReadError::TooLarge { .. }) => too_large(),
        FrameworkError::Unreadable(_) => t::framework::not_text().to_owned(),
        FrameworkError::NotThere => t::framework::not_there().to_owned(),
        FrameworkError::NotStored => t::framework::not_stored().to_owned(),
        FrameworkError::Refused(refused) => refused.sentence(),
    }
}

fn case_sentence(error: &CaseError) -> String {
    match error {
        CaseError::TooLarge { .. } => too_large(),
        CaseError::TooDeep | CaseError::TooMany => t::framework::too_deep().to_owned(),
        CaseError::NotText => t::framework::not_text().to_owned(),
        CaseError::NotJson { line, .. } => t::framework::not_json(line),
        CaseError::NotAPackage => t::framework::not_package().to_owned(),
        CaseError::SeveralPackages { packages } => t::framework::several(packages),
    }
}

fn too_large() -> String {
    t::framework::too_large(intl::bytes(language().tag(), MAX_BYTES as u64))
}
