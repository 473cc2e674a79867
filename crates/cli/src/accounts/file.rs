//! The accounts file: read again whenever it has changed, and replaced as a whole.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use thiserror::Error;

use super::{AccountName, PasswordHash};

/// Accounts and the hashes of their passwords.
pub type Accounts = BTreeMap<AccountName, PasswordHash>;

/// Why the accounts are not known.
#[derive(Debug, Error)]
pub enum AccountsProblem {
    /// The file cannot be read.
    #[error("the accounts file {} cannot be read ({source}). Make one with `cairn account add NAME --accounts {}`", .path.display(), .path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A line is not `name:hash`.
    #[error("line {line} of the accounts file {} is not `name:hash` ({says}). Nothing was changed; mend or remove that line", .path.display())]
    Line {
        /// Which file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong with it; never the line itself.
        says: String,
    },
    /// The file cannot be written.
    #[error("the accounts file {} cannot be written ({source}). It is as it was before", .path.display())]
    Write {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// The file, and what was last read from it.
pub struct AccountsFile {
    path: PathBuf,
    last: Mutex<Option<(Stamp, Arc<Accounts>)>>,
}

/// What tells one state of the file from another without reading it.
type Stamp = (Option<SystemTime>, u64);

impl AccountsFile {
    /// The accounts in the file at `path`, which is not read yet.
    pub fn at(path: PathBuf) -> Self {
        Self { path, last: Mutex::new(None) }
    }

    /// The accounts as they are in the file now; read only when it has changed.
    ///
    /// # Errors
    /// When the file cannot be read, or not understood.
    pub fn now(&self) -> Result<Arc<Accounts>, AccountsProblem> {
        let read = |source| AccountsProblem::Read { path: self.path.clone(), source };
        let stamp = stamp(&fs::metadata(&self.path).map_err(read)?);
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((seen, accounts)) = last.as_ref()
            && *seen == stamp
        {
            return Ok(Arc::clone(accounts));
        }
        let accounts = Arc::new(parse(&self.path, &fs::read_to_string(&self.path).map_err(read)?)?);
        *last = Some((stamp, Arc::clone(&accounts)));
        Ok(accounts)
    }

    /// The accounts, or none when there is no file yet.
    ///
    /// # Errors
    /// As [`AccountsFile::now`], but for a missing file.
    pub fn now_or_none(&self) -> Result<Accounts, AccountsProblem> {
        match self.now() {
            Ok(accounts) => Ok(Accounts::clone(&accounts)),
            Err(AccountsProblem::Read { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
                Ok(Accounts::new())
            }
            Err(problem) => Err(problem),
        }
    }

    /// Replaces the file, which only its owner may read.
    ///
    /// # Errors
    /// When the system refuses; the old file is then whole.
    pub fn replace(&self, accounts: &Accounts) -> Result<(), AccountsProblem> {
        let lines: String = accounts.iter().map(|(name, hash)| format!("{name}:{hash}\n")).collect();
        write_whole(&self.path, &lines).map_err(|source| AccountsProblem::Write { path: self.path.clone(), source })
    }
}

fn stamp(file: &Metadata) -> Stamp {
    (file.modified().ok(), file.len())
}

fn parse(path: &Path, text: &str) -> Result<Accounts, AccountsProblem> {
    let mut accounts = Accounts::new();
    let written =
        text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    for (index, line) in written {
        let broken = |says: String| AccountsProblem::Line { path: path.to_owned(), line: index + 1, says };
        let (name, hash) = line.split_once(':').ok_or_else(|| broken("there is no colon".into()))?;
        let name: AccountName = name.parse().map_err(|no: super::NoName| broken(no.to_string()))?;
        let hash = hash.parse().map_err(|no: super::password::HashProblem| broken(no.to_string()))?;
        if accounts.insert(name, hash).is_some() {
            return Err(broken("the name was on an earlier line too".into()));
        }
    }
    Ok(accounts)
}

/// A reader sees the old file or the new one, never a part.
fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let mut file = create_private(Path::new(&beside))?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(beside, path)
}

#[cfg(unix)]
fn create_private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options().write(true).create(true).truncate(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn create_private(path: &Path) -> io::Result<File> {
    File::create(path)
}

#[cfg(test)]
mod tests {
    use super::super::NOBODY;
    use super::*;

    fn read(text: &str) -> Result<Accounts, AccountsProblem> {
        parse(Path::new("accounts"), text)
    }

    #[test]
    fn a_line_is_a_name_and_a_hash() {
        let accounts = read(&format!("# the class of room 4\n\nana:{NOBODY}\nben:{NOBODY}\n")).unwrap();
        assert_eq!(accounts.keys().map(AccountName::as_str).collect::<Vec<_>>(), ["ana", "ben"]);
    }

    #[test]
    fn a_broken_line_is_named_by_its_number_and_never_shown() {
        for (text, line) in [
            (format!("ana:{NOBODY}\nben swordfish\n"), 2),
            ("ana:swordfish".into(), 1),
            (format!("Ana:{NOBODY}"), 1),
            (format!("ana:{NOBODY}\nana:{NOBODY}"), 2),
        ] {
            let problem = read(&text).err().unwrap().to_string();
            assert!(problem.starts_with(&format!("line {line} of")), "{problem}");
            assert!(!problem.contains("swordfish"), "{problem}");
        }
    }
}
