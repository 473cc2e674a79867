//! The path that the app lives under.

use std::fmt;
use std::str::FromStr;

use anyhow::{Result, bail};

/// A path that begins and ends with a slash: `/`, or `/cairn/` for an app that shares its origin with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The address of one of the app's files.
    pub fn join(&self, name: &str) -> String {
        format!("{}{name}", self.0)
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
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let plain = |name: &str| {
            !name.starts_with('.') && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
        };
        let mut names = text.split('/').filter(|name| !name.is_empty());
        if !text.starts_with('/') || !names.clone().all(plain) {
            bail!("a base is a path like / or /cairn/, of letters, digits, `-`, `_` and `.`");
        }
        Ok(Self(names.by_ref().fold("/".into(), |path: String, name| path + name + "/")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_begins_and_ends_with_a_slash() {
        for (text, base) in [("/", "/"), ("/cairn", "/cairn/"), ("/a/b/", "/a/b/")] {
            assert_eq!(text.parse::<Base>().unwrap().to_string(), base);
        }
        for text in ["", "cairn", "/../", "/a\"b", "/a?b"] {
            assert!(text.parse::<Base>().is_err(), "{text}");
        }
    }
}
