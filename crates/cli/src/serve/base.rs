//! The path under which the app lives on its origin.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A path that begins and ends with a slash: `/`, or `/cairn/` for an app that shares its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

/// The text is no such path.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("a base is a path like / or /cairn/, of letters, digits, `-`, `_` and `.`")]
pub struct NoBase;

impl Base {
    /// What follows the base in `path`, without a leading slash; `None` when the path is outside.
    pub fn strip<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix(self.0.as_str())
    }
}

impl Default for Base {
    fn default() -> Self {
        Self("/".into())
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Base {
    type Err = NoBase;

    fn from_str(text: &str) -> Result<Self, NoBase> {
        let names: Vec<&str> = text.split('/').filter(|name| !name.is_empty()).collect();
        let plain = |name: &&str| {
            !name.starts_with('.') && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
        };
        if !text.starts_with('/') || !names.iter().all(plain) {
            return Err(NoBase);
        }
        Ok(Self(names.iter().fold("/".to_owned(), |path, name| path + name + "/")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_begins_and_ends_with_a_slash() {
        for (text, base) in [("/", "/"), ("/cairn", "/cairn/"), ("/cairn/", "/cairn/"), ("/a/b", "/a/b/")] {
            assert_eq!(text.parse::<Base>().map(|b| b.to_string()), Ok(base.to_owned()));
        }
        for text in ["", "cairn", "/../", "/a b/", "/a?b"] {
            assert_eq!(text.parse::<Base>(), Err(NoBase), "{text}");
        }
    }

    #[test]
    fn only_what_is_under_the_base_belongs_to_it() {
        let base = Base("/cairn/".into());
        assert_eq!(base.strip("/cairn/app.js"), Some("app.js"));
        assert_eq!(base.strip("/cairn/"), Some(""));
        assert_eq!(base.strip("/cairns/app.js"), None);
    }
}
