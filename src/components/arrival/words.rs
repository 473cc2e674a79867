//! What happened to a ZIP, what is safe, and what to do.

use interchange::archive::{FILES, Why};
use interchange::zip::Refusal;
use platform::archive::ArchiveError;

use crate::i18n::t;

/// Whose portfolio it is.
pub fn whose(name: &str) -> String {
    match name.trim() {
        "" => t::archive::of_nobody().to_owned(),
        name => t::archive::of(name),
    }
}

/// Why a ZIP did not come in.
pub fn failure(error: &ArchiveError) -> &'static str {
    match error {
        ArchiveError::NotAZip(_) => t::archive::not_a_zip(),
        ArchiveError::NoPortfolio => t::archive::no_portfolio(),
        ArchiveError::Several(_) => t::archive::several(),
        ArchiveError::Root(_) => t::archive::newer(),
        ArchiveError::Unreadable(_) => t::archive::unreadable(),
        ArchiveError::NothingReadable => t::archive::nothing_readable(),
        ArchiveError::Quota => t::archive::full(),
        ArchiveError::Cancelled => t::archive::stopped(),
        ArchiveError::Media(_) | ArchiveError::Store(_) | ArchiveError::Browser(_) => t::archive::failed(),
    }
}

/// What is wrong with one entry, and what became of it.
pub fn reason(name: &str, why: Why) -> &'static str {
    match why {
        Why::Missing | Why::Damaged | Why::Unreadable if name.ends_with(FILES) => t::archive::why_no_files(),
        Why::Damaged => t::archive::why_damaged(),
        Why::HashDiffers => t::archive::why_changed(),
        Why::NotListed => t::archive::why_not_listed(),
        Why::Missing => t::archive::why_missing(),
        Why::OtherFile => t::archive::why_other(),
        Why::Unreadable | Why::Refused(Refusal::UnreadableName) => t::archive::why_unreadable(),
        Why::Foreign => t::archive::why_foreign(),
        Why::Refused(Refusal::UnsafeName) => t::archive::why_name(),
        Why::Refused(Refusal::RepeatedName) => t::archive::why_twice(),
        Why::Refused(Refusal::Special | Refusal::Overlap) => t::archive::why_special(),
        Why::Refused(Refusal::Encrypted) => t::archive::why_locked(),
        Why::Refused(Refusal::Packing) => t::archive::why_packing(),
        Why::TooLarge | Why::Refused(Refusal::TooLarge | Refusal::Ratio) => t::archive::why_too_large(),
    }
}
