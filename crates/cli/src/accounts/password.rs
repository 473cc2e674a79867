//! Passwords, which are only ever kept as Argon2id hashes (RFC 9106) in the PHC text form.

use std::fmt;
use std::str::FromStr;

use argon2::Argon2;
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier, phc};
use thiserror::Error;

/// The hash of a password that nobody knows. A name without an account is checked against it, so that the time an answer takes does not
/// tell which names exist.
pub const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$JMBVDKvKzC/tnLVoKxmwQw$2rLLnN2vkMMKhwKUWzN5qJ/A4v7eGuWUeXQlqZf4wX8";

/// The hash of one password, with its salt and its cost.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(phc::PasswordHash);

/// Why a password could not be hashed, or a text is no hash.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct HashProblem(String);

impl PasswordHash {
    /// Hashes a password with a fresh salt; takes some 20 ms and 19 MiB on purpose.
    ///
    /// # Errors
    /// When the system gives no random salt.
    pub fn of(password: &str) -> Result<Self, HashProblem> {
        let hash = Argon2::default().hash_password(password.as_bytes()).map_err(problem)?;
        Ok(Self(hash))
    }

    /// Whether this is the hash of `password`; as slow as hashing, with the cost that the hash names.
    pub fn matches(&self, password: &str) -> bool {
        Argon2::default().verify_password(password.as_bytes(), &self.0).is_ok()
    }
}

fn problem(problem: password_hash::Error) -> HashProblem {
    HashProblem(problem.to_string())
}

impl fmt::Display for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for PasswordHash {
    type Err = HashProblem;

    fn from_str(text: &str) -> Result<Self, HashProblem> {
        let hash = phc::PasswordHash::new(text).map_err(|no| HashProblem(no.to_string()))?;
        if hash.algorithm.as_str() != "argon2id" {
            return Err(HashProblem("it is not an argon2id hash".into()));
        }
        Ok(Self(hash))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_survives_its_text_and_knows_its_password() {
        let hash = PasswordHash::of("stone on stone").unwrap();
        let read: PasswordHash = hash.to_string().parse().unwrap();
        assert!(read.matches("stone on stone"));
        assert!(!read.matches("stone on stones"));
        assert_ne!(hash.to_string(), PasswordHash::of("stone on stone").unwrap().to_string(), "each has its own salt");
    }

    #[test]
    fn only_argon2id_is_a_hash() {
        assert!(NOBODY.parse::<PasswordHash>().is_ok());
        for bad in ["", "secret", "$1$abc$def", "$pbkdf2-sha256$i=1000$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"] {
            assert!(bad.parse::<PasswordHash>().is_err(), "{bad}");
        }
    }
}
