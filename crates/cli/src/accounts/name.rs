//! The name of an account, which is also the name of its folder and a part of its address.

use std::fmt;
use std::str::FromStr;

use sync::name::check_part;
use thiserror::Error;

/// The longest name, in characters: it stands in addresses that people type.
const LONGEST: usize = 40;

/// 1 to 40 of `a-z`, `0-9`, `.` and `-`, beginning and ending with a letter or a digit: like all names in storage, the same on every
/// file system and in every address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AccountName(String);

/// The text is no such name.
#[derive(Debug, PartialEq, Eq, Error)]
#[error(
    "an account's name has 1 to {LONGEST} of the characters a-z, 0-9, `.` and `-`, and begins and ends with a letter or a digit"
)]
pub struct NoName;

impl AccountName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for AccountName {
    type Err = NoName;

    fn from_str(text: &str) -> Result<Self, NoName> {
        if check_part(text).is_ok() && text.len() <= LONGEST { Ok(Self(text.to_owned())) } else { Err(NoName) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_safe_as_a_folder_and_in_an_address() {
        for good in ["ana", "a", "ana.b-2", &"x".repeat(40)] {
            assert!(good.parse::<AccountName>().is_ok(), "{good}");
        }
        for bad in
            ["", ".", "..", ".ana", "ana.", "-a", "Ana", "a/b", "a\\b", "a b", "a:b", "ä", "a\0", &"x".repeat(41)]
        {
            assert_eq!(bad.parse::<AccountName>(), Err(NoName), "{bad}");
        }
    }
}
