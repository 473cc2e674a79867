//! The address of a storage, as a person types it.

use thiserror::Error;

/// Why an address cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddressError {
    /// Nothing was given.
    #[error("no address was given")]
    Empty,
    /// It begins with something else than `http://` or `https://`.
    #[error("the address must begin with https:// or http://")]
    NotHttp,
    /// There is no server's name in it.
    #[error("the address names no server")]
    NoServer,
    /// A user name or password stands in the address, where it would be stored and shown.
    #[error("the user name and password do not belong into the address")]
    HoldsSignIn,
    /// A `?` or `#` in it shows a page of a web app rather than a folder.
    #[error("the address is that of a page, not of a folder")]
    IsPage,
}

/// The folder that holds everything, as an absolute http address that ends with a slash.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    url: String,
    path_at: usize,
}

impl Address {
    /// Reads what was typed: blanks around it go, a missing scheme is `https`, a missing slash at the end is put, and characters
    /// that an address may not hold are percent-encoded.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, AddressError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(AddressError::Empty);
        }
        let (scheme, rest) = match typed.split_once("://") {
            Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
            None => ("https".to_owned(), typed),
        };
        if scheme != "http" && scheme != "https" {
            return Err(AddressError::NotHttp);
        }
        if rest.contains(['?', '#']) {
            return Err(AddressError::IsPage);
        }
        let (server, path) = rest.split_once('/').unwrap_or((rest, ""));
        if server.contains('@') {
            return Err(AddressError::HoldsSignIn);
        }
        if server.is_empty() || server.starts_with(':') || server.contains(char::is_whitespace) {
            return Err(AddressError::NoServer);
        }
        let mut url = format!("{scheme}://{}", server.to_ascii_lowercase());
        let path_at = url.len();
        url.push('/');
        for part in path.split('/').filter(|part| !part.is_empty()) {
            push_encoded(&mut url, part);
            url.push('/');
        }
        Ok(Self { url, path_at })
    }

    /// The whole address, with a slash at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// Whether what is sent is encrypted on its way.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.url.starts_with("https:")
    }

    /// The path of a place below the base, from the server's root.
    pub(super) fn path_of(&self, below: &str) -> String {
        self.url.chars().skip(self.path_at).chain(below.chars()).collect()
    }

    /// The address of a place below the base.
    pub(super) fn url_of(&self, below: &str) -> String {
        format!("{}{below}", self.url)
    }
}

/// Percent-encodes what a path may not hold (RFC 3986 section 3.3); what is encoded already stays.
fn push_encoded(url: &mut String, part: &str) {
    let bytes = part.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let is_escape =
            *byte == b'%' && bytes.iter().skip(at + 1).take_while(|byte| byte.is_ascii_hexdigit()).count() >= 2;
        if is_escape || byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(byte) {
            url.push(char::from(*byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(typed: &str) -> Result<String, AddressError> {
        Address::parse(typed).map(|address| address.as_str().to_owned())
    }

    #[test]
    fn what_a_person_types_becomes_an_address() {
        assert_eq!(url(" https://Cloud.example/dav/Ana "), Ok("https://cloud.example/dav/Ana/".into()));
        assert_eq!(url("cloud.example"), Ok("https://cloud.example/".into()));
        assert_eq!(url("HTTP://127.0.0.1:8080//a//b/"), Ok("http://127.0.0.1:8080/a/b/".into()));
        assert_eq!(url("https://c.example/Años de escuela"), Ok("https://c.example/A%C3%B1os%20de%20escuela/".into()));
        assert_eq!(url("https://c.example/a%20b"), Ok("https://c.example/a%20b/".into()));
        assert_eq!(url("https://c.example/100%/%f"), Ok("https://c.example/100%25/%25f/".into()));
        assert_eq!(url("http://[::1]:80/x"), Ok("http://[::1]:80/x/".into()));
    }

    #[test]
    fn what_is_no_address_says_why() {
        assert_eq!(url("   "), Err(AddressError::Empty));
        assert_eq!(url("ftp://a.example"), Err(AddressError::NotHttp));
        assert_eq!(url("https:///folder"), Err(AddressError::NoServer));
        assert_eq!(url("https://ana:secret@a.example/"), Err(AddressError::HoldsSignIn));
        assert_eq!(url("https://a.example/apps/files/?dir=/Cairn"), Err(AddressError::IsPage));
        assert_eq!(url("https://a.example/#/files"), Err(AddressError::IsPage));
    }

    #[test]
    fn places_below_have_a_url_and_a_path() {
        let address = Address::parse("https://a.example/dav").unwrap();
        assert_eq!(address.url_of("cairn1/log/"), "https://a.example/dav/cairn1/log/");
        assert_eq!(address.path_of("cairn1/log/"), "/dav/cairn1/log/");
        assert!(address.is_encrypted() && !Address::parse("http://a").unwrap().is_encrypted());
    }
}
