//! Signing in with HTTP Basic (RFC 7617), in UTF-8.

use std::fmt;

use thiserror::Error;

/// Why a user name cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SignInError {
    /// RFC 7617 cannot tell where a user name with a colon ends.
    #[error("a user name may not hold a colon")]
    ColonInUser,
    /// A line break or another invisible character.
    #[error("the user name or password holds a line break or another control character")]
    ControlCharacter,
}

/// The value of the `Authorization` header. It is kept in memory only and never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Authorization(String);

impl Authorization {
    /// For a user name and a password.
    ///
    /// # Errors
    /// When they cannot be sent by Basic.
    pub fn basic(user: &str, password: &str) -> Result<Self, SignInError> {
        if user.contains(':') {
            return Err(SignInError::ColonInUser);
        }
        if user.chars().chain(password.chars()).any(char::is_control) {
            return Err(SignInError::ControlCharacter);
        }
        Ok(Self(format!("Basic {}", base64(format!("{user}:{password}").as_bytes()))))
    }

    /// The header's value.
    #[must_use]
    pub fn header(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Authorization {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Authorization(…)")
    }
}

/// RFC 4648 section 4, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            // Six bits are below 64, the number of digits.
            let digit = DIGITS[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if at <= three.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_matches_the_vectors_of_rfc_4648() {
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, coded) in vectors {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xbf]), "+/+/");
    }

    #[test]
    fn the_examples_of_rfc_7617_hold() {
        let header = |user, password| Authorization::basic(user, password).map(|it| it.header().to_owned());
        assert_eq!(header("Aladdin", "open sesame"), Ok("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==".into()));
        assert_eq!(header("test", "123£"), Ok("Basic dGVzdDoxMjPCow==".into()));
        assert_eq!(header("a:b", "c"), Err(SignInError::ColonInUser));
        assert_eq!(header("a", "b\nc"), Err(SignInError::ControlCharacter));
    }

    #[test]
    fn a_password_is_never_printed() {
        let authorization = Authorization::basic("ana", "secret").unwrap();
        assert_eq!(format!("{authorization:?}"), "Authorization(…)");
    }
}
