//! Web Locks: what only one tab may do at a time.
//!
//! A lock is let go when its holder drops it and also when its tab crashes or closes, so no lock is ever stale.

use std::pin::pin;

use futures_channel::oneshot;
use futures_util::future::{Either, select};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::bindings::LockManager;
use super::{BrowserError, globals};

/// With whom a lock can be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// With nobody.
    Exclusive,
    /// With all who ask for it shared.
    Shared,
}

/// A lock that is held until this is dropped.
#[derive(Debug)]
#[must_use = "dropping it lets the lock go"]
pub struct Lock {
    _release: oneshot::Sender<()>,
}

/// Waits for the lock `name`. Dropping the future gives up the place in the queue.
///
/// # Errors
/// A browser without Web Locks, or an address that is not secure.
pub async fn hold(name: &str, mode: Mode) -> Result<Lock, BrowserError> {
    let never = || BrowserError::new("AbortError", "the lock was refused");
    request(name, mode, false).await?.ok_or_else(never)
}

/// As [`hold`], but `None` where the browser has no locks: at an address that is not secure, where one tab must do.
///
/// # Errors
/// A lock that the browser refuses.
pub async fn hold_where_known(name: &str, mode: Mode) -> Result<Option<Lock>, BrowserError> {
    match hold(name, mode).await {
        Err(error) if error.name == "NotSupportedError" => Ok(None),
        lock => lock.map(Some),
    }
}

/// The lock `name` if nobody stands in the way now, else `None`.
///
/// # Errors
/// As [`hold`].
pub async fn try_hold(name: &str, mode: Mode) -> Result<Option<Lock>, BrowserError> {
    request(name, mode, true).await
}

async fn request(name: &str, mode: Mode, only_if_available: bool) -> Result<Option<Lock>, BrowserError> {
    let manager: LockManager = globals::property_of(&globals::navigator()?, "locks")?;
    let mode = match mode {
        Mode::Exclusive => "exclusive",
        Mode::Shared => "shared",
    };
    let options = globals::options(&[("mode", mode.into()), ("ifAvailable", only_if_available.into())]);
    let (grant, granted) = oneshot::channel();
    let held = Closure::once_into_js(move |lock: JsValue| hold_until_dropped(&lock, grant));
    let request = JsFuture::from(manager.request(name, &options, &held)?);
    match select(pin!(granted), request).await {
        Either::Left((Ok(lock), request)) => {
            // It settles when the lock is let go; nothing is left to do then.
            spawn_local(async { drop(request.await) });
            Ok(lock)
        }
        Either::Left((Err(oneshot::Canceled), request)) => request.await.map(|_| None).map_err(Into::into),
        Either::Right((settled, _)) => settled.map(|_| None).map_err(Into::into),
    }
}

/// Passes the lock on and returns a promise that settles when it is dropped, which is how long the browser keeps it held. If
/// nobody waits for it any more, that is at once.
fn hold_until_dropped(lock: &JsValue, grant: oneshot::Sender<Option<Lock>>) -> JsValue {
    if lock.is_null() {
        // A receiver that is gone did not want the answer.
        drop(grant.send(None));
        return JsValue::UNDEFINED;
    }
    let (release, released) = oneshot::channel();
    drop(grant.send(Some(Lock { _release: release })));
    let until_dropped = async move {
        released.await.unwrap_or_default();
        Ok(JsValue::UNDEFINED)
    };
    future_to_promise(until_dropped).into()
}
