//! `cargo xtask screens`: a picture of every place at every size, and a list of what cannot be read in them.

use anyhow::Result;

use crate::args;
use crate::progress::{say, step};
use crate::test;
use crate::workspace::Workspace;

/// Takes the pictures.
///
/// # Errors
/// When something scrolls sideways at 320 px, or text is cut off.
pub fn take(workspace: &Workspace, options: &args::Screens) -> Result<()> {
    let count = step("taking pictures of every place", || test::screens(workspace, options))?;
    say(&format!("the pictures are in {}", workspace.tests().join("screens").display()));
    count.close()
}
