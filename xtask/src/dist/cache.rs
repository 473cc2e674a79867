//! What was made once from the same bytes by the same tools is not made again.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::workspace::Workspace;

/// Results that no build has used for this long are deleted.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// A folder of results, each named by a hash of all that went into it.
pub struct Cache {
    folder: PathBuf,
    /// Versions of the tools: other tools, other results.
    tools: Vec<u8>,
    used: RefCell<BTreeSet<PathBuf>>,
}

impl Cache {
    /// The cache of this workspace.
    ///
    /// # Errors
    /// When the tools' lock file cannot be read.
    pub fn open(workspace: &Workspace) -> Result<Self> {
        let lock = workspace.tests().join("package-lock.json");
        let tools = fs::read(&lock).with_context(|| format!("reading {}", lock.display()))?;
        Ok(Self { folder: workspace.target().join("xtask/cache"), tools, used: RefCell::default() })
    }

    /// The bytes that `make` makes by the recipe named `how` from `input`, or made earlier. It is given an empty folder to work
    /// in, and leaves its result there in a file named `result`.
    ///
    /// # Errors
    /// When `make` fails or the disk does.
    pub fn file(
        &self,
        how: &str,
        input: &[u8],
        result: &str,
        make: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<Vec<u8>> {
        let folder = self.folder(how, input, make)?;
        let path = folder.join(result);
        fs::read(&path).with_context(|| format!("reading {}", path.display()))
    }

    /// As [`Cache::file`], for a recipe with several results.
    ///
    /// # Errors
    /// When `make` fails or the disk does.
    pub fn folder(&self, how: &str, input: &[u8], make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let folder = self.folder.join(self.key(how, input));
        if !folder.is_dir() {
            let work = folder.with_extension(std::process::id().to_string());
            fs::create_dir_all(&work).with_context(|| format!("making {}", work.display()))?;
            make(&work)?;
            fs::rename(&work, &folder).with_context(|| format!("keeping {}", folder.display()))?;
        }
        self.used.borrow_mut().insert(folder.clone());
        Ok(folder)
    }

    /// Deletes what this build did not use and no other has made lately.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn forget_old(&self) -> Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let age = entry.metadata()?.modified()?.elapsed().unwrap_or_default();
            if age > KEPT && !self.used.borrow().contains(&entry.path()) {
                fs::remove_dir_all(entry.path())?;
            }
        }
        Ok(())
    }

    fn key(&self, how: &str, input: &[u8]) -> String {
        let mut hash = Sha256::new();
        for part in [how.as_bytes(), &self.tools, input] {
            hash.update(Sha256::digest(part));
        }
        super::asset::hex(&hash.finalize())
    }
}
