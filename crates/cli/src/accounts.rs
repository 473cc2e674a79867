//! Accounts: who may use the storage that `cairn serve` offers. A text file, one account a line, `name:hash of its password`.

mod commands;
mod file;
mod name;
mod password;

pub use commands::{add, remove};
pub use file::{AccountsFile, AccountsProblem};
pub use name::{AccountName, NoName};
pub use password::{NOBODY, PasswordHash};
