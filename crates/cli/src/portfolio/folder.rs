//! A portfolio in a folder: what a backend holds, or an export that was unpacked.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use interchange::archive::{CAIRN, Why};

use super::report::Bad;
use super::source::{Enough, Source};

/// Read at once.
const BUFFER: usize = 64 * 1024;
/// Nothing of Cairn's lies deeper.
const DEEPEST: usize = 16;

/// A folder on the disk. Links in it are not followed.
pub struct Folder {
    base: PathBuf,
    names: Vec<String>,
    refused: Vec<Bad>,
}

impl Folder {
    /// The portfolio in `path`, which is the folder that holds `cairn1`, or `cairn1` itself.
    ///
    /// # Errors
    /// When there is no `cairn1`, or the disk refuses.
    pub fn open(path: &Path) -> Result<Self, String> {
        let path = path.canonicalize().map_err(|problem| problem.to_string())?;
        let base = base(&path).ok_or("there is no folder cairn1 in it")?;
        let mut folder = Self { base: base.to_owned(), names: Vec::new(), refused: Vec::new() };
        folder.walk("", 0).map_err(|problem| problem.to_string())?;
        folder.names.sort_unstable();
        Ok(folder)
    }

    /// Collects the files below `prefix`, hidden ones left out: operating systems put those everywhere.
    fn walk(&mut self, prefix: &str, depth: usize) -> io::Result<()> {
        for entry in fs::read_dir(self.base.join(prefix))? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type()?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if kind.is_dir() && depth < DEEPEST {
                self.walk(&format!("{name}/"), depth + 1)?;
            } else if kind.is_file() {
                self.names.push(name);
            } else {
                self.refused.push(Bad::new(name, "neither a file nor a folder, or too deep; it was not read"));
            }
        }
        Ok(())
    }
}

fn base(path: &Path) -> Option<&Path> {
    let format = CAIRN.trim_end_matches('/');
    if path.join(format).is_dir() {
        return Some(path);
    }
    if path.file_name()? == format { path.parent() } else { None }
}

impl Source for Folder {
    fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    fn refused(&self) -> Vec<Bad> {
        self.refused.clone()
    }

    fn read(&mut self, name: &str, take: &mut dyn FnMut(&[u8]) -> Result<(), Enough>) -> Result<(), String> {
        let mut file = File::open(self.base.join(name)).map_err(|problem| problem.to_string())?;
        let mut buffer = vec![0; BUFFER];
        loop {
            let count = file.read(&mut buffer).map_err(|problem| problem.to_string())?;
            let piece = buffer.get(..count).unwrap_or_default();
            if piece.is_empty() {
                return Ok(());
            }
            take(piece).map_err(|Enough| Why::TooLarge.to_string())?;
        }
    }
}
