//! Names on a backend: the few characters that every store, on every file system, keeps as they are.

use std::fmt;

use thiserror::Error;

/// The longest part of a path that a name may have, in characters.
pub const LONGEST_PART: usize = 99;

/// Why some words are not a name on a backend.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NameError {
    /// A part is empty, or the whole name is.
    #[error("a part of the name is empty")]
    Empty,
    /// A part has more than [`LONGEST_PART`] characters.
    #[error("a part of the name has more than {LONGEST_PART} characters")]
    TooLong,
    /// A part holds something else than `a-z`, `0-9`, `.` and `-`, or begins or ends with a mark.
    #[error("a part of the name holds something else than a-z, 0-9, inner dots and dashes")]
    Characters,
}

/// Checks one part of a path: 1 to [`LONGEST_PART`] of `[a-z0-9.-]`, with a letter or digit at both ends, so that no part can be
/// hidden (`.x`), climb (`..`) or be shortened by a file system that drops a dot at the end.
///
/// # Errors
/// Says which rule is broken.
pub fn check_part(part: &str) -> Result<(), NameError> {
    let bytes = part.as_bytes();
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return Err(NameError::Empty) };
    if bytes.len() > LONGEST_PART {
        return Err(NameError::TooLong);
    }
    let plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let allowed = bytes.iter().all(|byte| plain(byte) || matches!(byte, b'.' | b'-'));
    if allowed && plain(first) && plain(last) { Ok(()) } else { Err(NameError::Characters) }
}

/// A folder on a backend, as a path below the base; the empty path is the base itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Folder(String);

/// A file on a backend, as a path below the base.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

impl Folder {
    /// The folder that holds everything: the address the learner gave.
    #[must_use]
    pub fn base() -> Self {
        Self(String::new())
    }

    /// Reads `a/b/c`; the empty text is the base.
    ///
    /// # Errors
    /// When a part is not allowed, see [`check_part`].
    pub fn parse(path: &str) -> Result<Self, NameError> {
        if !path.is_empty() {
            path.split('/').try_for_each(check_part)?;
        }
        Ok(Self(path.to_owned()))
    }

    /// The folder `part` in this one.
    ///
    /// # Errors
    /// When the part is not allowed, see [`check_part`].
    pub fn folder(&self, part: &str) -> Result<Self, NameError> {
        self.join(part).map(Self)
    }

    /// The file `part` in this folder.
    ///
    /// # Errors
    /// When the part is not allowed, see [`check_part`].
    pub fn file(&self, part: &str) -> Result<Name, NameError> {
        self.join(part).map(Name)
    }

    fn join(&self, part: &str) -> Result<String, NameError> {
        check_part(part)?;
        Ok(if self.is_base() { part.to_owned() } else { format!("{}/{part}", self.0) })
    }

    /// For the crate's own layout, whose parts are made of hex digits and fixed words.
    pub(crate) fn known(path: String) -> Self {
        debug_assert!(Self::parse(&path).is_ok(), "{path}");
        Self(path)
    }

    /// Whether this is the base.
    #[must_use]
    pub fn is_base(&self) -> bool {
        self.0.is_empty()
    }

    /// The folder that holds this one; the base has none.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        if self.is_base() { None } else { Some(Self(self.0.rsplit_once('/').map_or("", |(head, _)| head).to_owned())) }
    }

    /// This folder and those that hold it, the outermost below the base first: the order in which they are made.
    #[must_use]
    pub fn from_the_top(&self) -> Vec<Self> {
        let mut folders: Vec<Self> =
            std::iter::successors(Some(self.clone()), Self::parent).filter(|folder| !folder.is_base()).collect();
        folders.reverse();
        folders
    }

    /// The path below the base, without a slash at either end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Name {
    /// Reads `a/b/c`.
    ///
    /// # Errors
    /// When a part is not allowed, see [`check_part`].
    pub fn parse(path: &str) -> Result<Self, NameError> {
        path.split('/').try_for_each(check_part)?;
        Ok(Self(path.to_owned()))
    }

    /// For the crate's own layout, whose parts are made of hex digits and fixed words.
    pub(crate) fn known(path: String) -> Self {
        debug_assert!(Self::parse(&path).is_ok(), "{path}");
        Self(path)
    }

    /// The folder that holds this file.
    #[must_use]
    pub fn folder(&self) -> Folder {
        Folder(self.0.rsplit_once('/').map_or("", |(head, _)| head).to_owned())
    }

    /// The last part: the file's name in its folder.
    #[must_use]
    pub fn last(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, last)| last)
    }

    /// The path below the base.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Folder {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/", self.0)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_made_of_plain_parts() {
        for good in ["a", "cairn1/log/0a/00000001-12-ab.jsonl.gz", "root-00.json"] {
            assert_eq!(Name::parse(good).map(|name| name.as_str().to_owned()), Ok(good.to_owned()));
        }
        for bad in ["", "/a", "a/", "a//b", "..", "a/../b", ".hidden", "ends.", "-a", "A", "a b", "ä", "a\\b", "a%2fb"]
        {
            assert!(Name::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(Name::parse(&"x".repeat(99)).map(|_| ()), Ok(()));
        assert_eq!(Name::parse(&"x".repeat(100)), Err(NameError::TooLong));
    }

    #[test]
    fn folders_are_made_from_the_top() {
        let folder = Folder::parse("a/b/c").unwrap();
        let made: Vec<_> = folder.from_the_top().iter().map(|folder| folder.as_str().to_owned()).collect();
        assert_eq!(made, ["a", "a/b", "a/b/c"]);
        assert!(Folder::base().from_the_top().is_empty());
        assert_eq!(Folder::base().file("a").unwrap().folder(), Folder::base());
        assert_eq!(folder.file("d").unwrap().last(), "d");
    }
}
