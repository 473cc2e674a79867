//! What the worker modules run.

mod folded;

use platform::{BrowserError, archive, media};

/// Packs and unpacks whole portfolios for as long as the worker lives.
///
/// # Errors
/// Outside a worker.
pub fn serve_archive() -> Result<(), BrowserError> {
    archive::serve_worker::<folded::Folded>()
}

/// Stores the learner's files for as long as the worker lives.
///
/// # Errors
/// Outside a worker.
pub fn serve_media() -> Result<(), BrowserError> {
    media::serve_worker()
}
