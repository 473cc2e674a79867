//! `cairn account`: who may use the storage, kept by hand.

use std::io::{self, IsTerminal};

use thiserror::Error;

use super::password::HashProblem;
use super::{AccountName, AccountsFile, AccountsProblem, PasswordHash};
use crate::args::{AddAccount, RemoveAccount};

/// A shorter password is guessed, however slowly it is checked.
const SHORTEST: usize = 8;

/// Why no account was added or removed.
#[derive(Debug, Error)]
pub enum AccountProblem {
    /// The file has a say.
    #[error(transparent)]
    File(#[from] AccountsProblem),
    /// The name is in use.
    #[error(
        "there is an account {0} already, and it was left as it is. Add --replace to give it a new password; its portfolio stays"
    )]
    Taken(AccountName),
    /// There is no such account.
    #[error("there is no account {0}; nothing was changed")]
    Unknown(AccountName),
    /// The password would be guessed.
    #[error(
        "the password has fewer than {SHORTEST} characters; nothing was changed. Take a longer one, a few words for instance"
    )]
    Short,
    /// Two different passwords were typed.
    #[error("the two passwords are not the same; nothing was changed")]
    Mistyped,
    /// There was no password to read.
    #[error("the password could not be read ({0}); nothing was changed")]
    Unread(#[from] io::Error),
    /// It could not be hashed.
    #[error("the password could not be hashed ({0}); nothing was changed")]
    Unhashed(#[from] HashProblem),
}

/// Adds an account, or gives it a new password; the password comes from the terminal or from the first line of standard input.
///
/// # Errors
/// When nothing was changed, with the reason.
pub fn add(options: AddAccount) -> Result<String, AccountProblem> {
    let file = AccountsFile::at(options.accounts);
    let mut accounts = file.now_or_none()?;
    if accounts.contains_key(&options.name) && !options.replace {
        return Err(AccountProblem::Taken(options.name));
    }
    let password = password()?;
    if password.chars().count() < SHORTEST {
        return Err(AccountProblem::Short);
    }
    accounts.insert(options.name.clone(), PasswordHash::of(&password)?);
    file.replace(&accounts)?;
    Ok(format!("The account {} may use the storage now.\n", options.name))
}

/// Takes an account away; what it stored stays.
///
/// # Errors
/// When nothing was changed, with the reason.
pub fn remove(options: RemoveAccount) -> Result<String, AccountProblem> {
    let file = AccountsFile::at(options.accounts);
    let mut accounts = file.now_or_none()?;
    if accounts.remove(&options.name).is_none() {
        return Err(AccountProblem::Unknown(options.name));
    }
    file.replace(&accounts)?;
    Ok(format!(
        "The account {} may no longer use the storage. Its folder in the data directory is untouched.\n",
        options.name
    ))
}

fn password() -> Result<String, AccountProblem> {
    if io::stdin().is_terminal() {
        let password = rpassword::prompt_password("Password: ")?;
        let again = rpassword::prompt_password("The same again: ")?;
        return if password == again { Ok(password) } else { Err(AccountProblem::Mistyped) };
    }
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
