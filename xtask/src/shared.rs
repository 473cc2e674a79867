//! `cargo xtask shared DIR`: checks over a folder of real and hostile files that is not part of this repository. The fixtures of the
//! tests cover the same ground for everybody, so no test needs the folder.

mod evidence;
mod frameworks;
mod hostile;
mod inside;
mod listing;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::args;
use crate::count::Count;
use crate::progress::{say, step};
use crate::run::build_server;
use crate::test;
use crate::workspace::Workspace;

/// What the checks look at.
struct Shared {
    folder: PathBuf,
    /// The built command line, for what is promised of it.
    cairn: PathBuf,
}

impl Shared {
    fn read(&self, file: &str) -> Result<Vec<u8>> {
        let path = self.folder.join(file);
        std::fs::read(&path).with_context(|| format!("reading {}", path.display()))
    }
}

/// One check: what it makes sure of, and how.
type Check = (&'static str, fn(&Shared) -> Result<()>);

const CHECKS: [Check; 10] = [
    ("every file is the one that its folder's README lists", listing::hashes),
    ("every framework measures as its README says, by the reader and by `cairn framework check`", frameworks::measured),
    ("rubrics become words for levels", frameworks::rubrics),
    ("hostile packages are told apart", hostile::packages),
    ("hostile archives are refused with reasons", hostile::archives),
    ("hostile files are told by their bytes", hostile::files),
    ("what students hand in is told by its bytes, and keeps its name", evidence::told),
    ("what files tell of their makers is taken out, and pictures stay what they are", inside::private),
    ("how large, how long and how many pages files are is what they say", inside::measured),
    ("cells that a spreadsheet would run are made harmless", hostile::cells),
];

/// Runs every check, whatever the others say. Without the folder there is nothing to check, which is said and no failure.
///
/// # Errors
/// When a check failed.
pub fn check(workspace: &Workspace, options: &args::Shared) -> Result<()> {
    if !options.folder.is_dir() {
        say(&format!("skipped: {} is not there, so nothing was checked", options.folder.display()));
        return Ok(());
    }
    let shared = Shared { folder: options.folder.clone(), cairn: build_server(workspace)? };
    let mut count = Count::default();
    for (promise, check) in CHECKS {
        match step(promise, || check(&shared)) {
            Ok(()) => count += Count::PASSED,
            Err(problem) => {
                say(&format!("✗ {problem:#}"));
                count += Count::FAILED;
            }
        }
    }
    count +=
        step("real and hostile files go through the whole app", || test::shared(workspace, options, &shared.cairn))?;
    count.close()
}

/// The files of a folder, by name.
fn files_of(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && name != listing::README {
            files.push((name, entry.path()));
        }
    }
    files.sort();
    Ok(files)
}
