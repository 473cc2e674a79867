//! A portfolio in a ZIP: an export.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use interchange::archive::{CAIRN, Why};
use interchange::zip::{Archive, CopyError, Limits};

use super::report::Bad;
use super::source::{Enough, Source};

/// An opened export.
pub struct Export {
    archive: Archive<BufReader<File>>,
    /// Where in the archive each file is.
    places: BTreeMap<String, usize>,
    refused: Vec<Bad>,
}

impl Export {
    /// The export in the file at `path`.
    ///
    /// # Errors
    /// When it is no ZIP, or too large, or the disk refuses.
    pub fn open(path: &Path) -> Result<Self, String> {
        let file = File::open(path).map_err(|problem| problem.to_string())?;
        let archive = Archive::open(BufReader::new(file), &Limits::default()).map_err(|problem| problem.to_string())?;
        let (mut places, mut refused) = (BTreeMap::new(), Vec::new());
        let names = || archive.entries().iter().map(|entry| entry.name.as_str());
        let base = base(names()).to_owned();
        for (index, entry) in archive.entries().iter().enumerate() {
            let Some(name) = entry.name.strip_prefix(&base) else { continue };
            if let Some(reason) = entry.refused {
                refused.push(Bad::new(name, Why::Refused(reason).to_string()));
            } else if !entry.is_folder() {
                places.insert(name.to_owned(), index);
            }
        }
        Ok(Self { archive, places, refused })
    }
}

/// What stands before `cairn1/`: people unpack an export and pack the folder again.
fn base<'a>(names: impl Iterator<Item = &'a str>) -> &'a str {
    let before = |name: &'a str| {
        let (before, _) = name.split_once(CAIRN)?;
        (before.is_empty() || before.ends_with('/')).then_some(before)
    };
    names.filter_map(before).min_by_key(|before| before.len()).unwrap_or_default()
}

impl Source for Export {
    fn names(&self) -> Vec<String> {
        self.places.keys().cloned().collect()
    }

    fn refused(&self) -> Vec<Bad> {
        self.refused.clone()
    }

    fn read(&mut self, name: &str, take: &mut dyn FnMut(&[u8]) -> Result<(), Enough>) -> Result<(), String> {
        let index = self.places.get(name).ok_or("there is no such entry")?;
        self.archive.copy(*index, take).map_err(|problem| match problem {
            CopyError::Refused(reason) => Why::Refused(reason).to_string(),
            CopyError::Damaged => Why::Damaged.to_string(),
            CopyError::Io(problem) => problem.to_string(),
            CopyError::Taker(Enough) => Why::TooLarge.to_string(),
        })
    }
}
