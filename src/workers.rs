//! What the worker modules run, where `platform` alone does not know enough.

use crate::platform::{BrowserError, archive};
use crate::state::FoldedLog;

/// Packs and unpacks whole portfolios for as long as the worker lives.
///
/// # Errors
/// Outside a worker.
pub fn serve_archive() -> Result<(), BrowserError> {
    archive::serve_worker::<FoldedLog>()
}
