//! Who comes in. A password is hashed once for each credential and then remembered, because a device that syncs sends it with every
//! request and a hash is slow on purpose.

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::http::HeaderMap;
use headers::HeaderMapExt;
use headers::authorization::{Authorization, Basic};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;
use tokio::task;

use super::refusal::Refusal;
use crate::accounts::{AccountName, AccountsFile, NOBODY, PasswordHash};

/// Wrong passwords in a row that cost no waiting.
const FREE_TRIES: u32 = 8;
/// How often the wait doubles: from a second to about a minute.
const DOUBLINGS: u32 = 6;

/// The one way in.
pub struct Gate {
    accounts: AccountsFile,
    verify: Verify,
    /// Makes what is remembered useless outside of this process.
    key: [u8; 32],
    /// One hash at a time takes 19 MiB; a crowd of guesses must not take them all at once.
    hashing: Semaphore,
    visitors: Mutex<Visitors>,
}

/// Whether a hash is of a password; slow.
type Verify = Arc<dyn Fn(&PasswordHash, &str) -> bool + Send + Sync>;

#[derive(Default)]
struct Visitors {
    /// The last credential that was right, of each account.
    known: HashMap<AccountName, Seal>,
    /// Wrong tries for each account; those for names that have none share one count, which keeps this as small as the accounts file.
    tries: HashMap<Option<AccountName>, Tries>,
}

/// A credential, and the hash it was right for, under the process's own key.
type Seal = [u8; 32];

struct Tries {
    wrong: u32,
    next: Instant,
}

impl Gate {
    /// A gate for the accounts in a file.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn new(accounts: AccountsFile) -> io::Result<Self> {
        Self::with(accounts, Arc::new(PasswordHash::matches))
    }

    fn with(accounts: AccountsFile, verify: Verify) -> io::Result<Self> {
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(io::Error::other)?;
        Ok(Self { accounts, verify, key, hashing: Semaphore::new(1), visitors: Mutex::default() })
    }

    /// The account whose name and password the request carries.
    ///
    /// # Errors
    /// Says why nobody comes in.
    pub async fn admit(&self, headers: &HeaderMap) -> Result<AccountName, Refusal> {
        let Authorization(credential) = headers.typed_get::<Authorization<Basic>>().ok_or(Refusal::NoCredential)?;
        let accounts = self.accounts.now().map_err(|problem| {
            eprintln!("cairn: {problem}");
            Refusal::NoAccounts
        })?;
        let name = credential.username().parse::<AccountName>().ok();
        let account = name.and_then(|name| accounts.get(&name).map(|hash| (name, hash.clone())));
        self.check(account, credential.password()).await
    }

    async fn check(
        &self,
        account: Option<(AccountName, PasswordHash)>,
        password: &str,
    ) -> Result<AccountName, Refusal> {
        if let Some(name) = self.remembered(account.as_ref(), password) {
            return Ok(name);
        }
        let _turn = self.hashing.acquire().await.map_err(|_| Refusal::WrongCredential)?;
        // Another request with the same credential may have been hashed while this one stood in line.
        if let Some(name) = self.remembered(account.as_ref(), password) {
            return Ok(name);
        }
        let name = account.as_ref().map(|(name, _)| name.clone());
        self.wait_over(&name)?;
        if self.is_right(account.as_ref().map(|(_, hash)| hash), password).await
            && let Some((name, hash)) = account
        {
            let mut visitors = self.visitors();
            visitors.tries.remove(&Some(name.clone()));
            let seal = self.seal(&name, &hash, password);
            visitors.known.insert(name.clone(), seal);
            return Ok(name);
        }
        self.count_wrong(name);
        Err(Refusal::WrongCredential)
    }

    fn remembered(&self, account: Option<&(AccountName, PasswordHash)>, password: &str) -> Option<AccountName> {
        let (name, hash) = account?;
        let seal = self.seal(name, hash, password);
        self.visitors().known.get(name).is_some_and(|known| same(known, &seal)).then(|| name.clone())
    }

    async fn is_right(&self, hash: Option<&PasswordHash>, password: &str) -> bool {
        let Some(real) = hash.cloned().or_else(|| NOBODY.parse().ok()) else { return false };
        let (verify, password) = (Arc::clone(&self.verify), password.to_owned());
        task::spawn_blocking(move || verify(&real, &password)).await.unwrap_or(false) && hash.is_some()
    }

    fn wait_over(&self, name: &Option<AccountName>) -> Result<(), Refusal> {
        let now = Instant::now();
        match self.visitors().tries.get(name) {
            Some(tries) if tries.next > now => Err(Refusal::Wait(tries.next - now)),
            _ => Ok(()),
        }
    }

    fn count_wrong(&self, name: Option<AccountName>) {
        let now = Instant::now();
        let mut visitors = self.visitors();
        let tries = visitors.tries.entry(name).or_insert(Tries { wrong: 0, next: now });
        tries.wrong = tries.wrong.saturating_add(1);
        tries.next = now + wait_after(tries.wrong);
    }

    /// Holds the stored hash too, so that a new password in the accounts file ends the old one at once.
    fn seal(&self, name: &AccountName, hash: &PasswordHash, password: &str) -> Seal {
        let mut seal = Sha256::new_with_prefix(self.key);
        for part in [name.as_str(), &hash.to_string(), password] {
            seal.update((part.len() as u64).to_be_bytes());
            seal.update(part);
        }
        seal.finalize().into()
    }

    fn visitors(&self) -> MutexGuard<'_, Visitors> {
        self.visitors.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Nothing at first, then a second, two, four ... up to a minute.
fn wait_after(wrong: u32) -> Duration {
    match wrong.checked_sub(FREE_TRIES) {
        None | Some(0) => Duration::ZERO,
        Some(more) => Duration::from_secs(1 << (more - 1).min(DOUBLINGS)),
    }
}

/// Compares in a time that does not tell where the two differ.
fn same(a: &Seal, b: &Seal) -> bool {
    a.iter().zip(b).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// A gate for an account `ana` whose password is "right", which counts how often it hashes.
    fn gate() -> (Gate, Option<(AccountName, PasswordHash)>, Arc<AtomicUsize>) {
        let hashed = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&hashed);
        let verify = move |_: &PasswordHash, password: &str| {
            count.fetch_add(1, Ordering::SeqCst);
            password == "right"
        };
        let gate = Gate::with(AccountsFile::at("unused".into()), Arc::new(verify)).unwrap();
        (gate, Some(("ana".parse().unwrap(), NOBODY.parse().unwrap())), hashed)
    }

    #[tokio::test]
    async fn a_credential_is_hashed_once_even_when_many_requests_come_together() {
        let (gate, ana, hashed) = gate();
        let gate = Arc::new(gate);
        let visits: Vec<_> = (0..20)
            .map(|_| {
                let (gate, ana) = (Arc::clone(&gate), ana.clone());
                tokio::spawn(async move { gate.check(ana, "right").await.is_ok() })
            })
            .collect();
        for visit in visits {
            assert!(visit.await.unwrap());
        }
        assert_eq!(hashed.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn a_new_hash_in_the_file_ends_what_was_remembered() {
        let (gate, ana, hashed) = gate();
        assert!(gate.check(ana.clone(), "right").await.is_ok());
        let renewed = ana.map(|(name, _)| (name, PasswordHash::of("another").unwrap()));
        assert!(gate.check(renewed, "right").await.is_ok());
        assert_eq!(hashed.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn guessing_is_slowed_and_does_not_lock_out_a_device_that_is_in() {
        let (gate, ana, hashed) = gate();
        assert!(gate.check(ana.clone(), "right").await.is_ok());
        for _ in 0..=FREE_TRIES {
            assert!(matches!(gate.check(ana.clone(), "wrong").await, Err(Refusal::WrongCredential)));
        }
        let before = hashed.load(Ordering::SeqCst);
        assert!(matches!(gate.check(ana.clone(), "wrong").await, Err(Refusal::Wait(_))));
        assert_eq!(hashed.load(Ordering::SeqCst), before, "a try that has to wait costs no hash");
        assert!(gate.check(ana, "right").await.is_ok());
    }

    #[tokio::test]
    async fn a_name_without_an_account_costs_a_hash_too_and_never_gets_in() {
        let (gate, _, hashed) = gate();
        assert!(matches!(gate.check(None, "right").await, Err(Refusal::WrongCredential)));
        assert_eq!(hashed.load(Ordering::SeqCst), 1);
        assert_eq!(gate.visitors().known.len(), 0);
    }

    #[test]
    fn the_wait_doubles_up_to_about_a_minute() {
        let waits: Vec<u64> = [1, 8, 9, 10, 11, 15, 16, u32::MAX].map(|wrong| wait_after(wrong).as_secs()).into();
        assert_eq!(waits, [0, 0, 1, 2, 4, 64, 64, 64]);
    }
}
