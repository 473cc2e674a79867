//! Waiting.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use futures_util::future::{Either, select};
use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::{bindings, globals};

/// Resolves after `duration` (whole milliseconds, at most 24 days; a page in the background may be woken later).
pub async fn sleep(duration: Duration) {
    let milliseconds = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
    let promise = Promise::new(&mut |resolve, _| {
        bindings::set_timeout(&resolve, milliseconds);
    });
    // The promise has no way to reject.
    drop(JsFuture::from(promise).await);
}

/// Resolves within the browser's task at hand, after what was put off to its end before.
pub async fn end_of_task() {
    // The promise has no way to reject.
    drop(JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await);
}

/// Lets the browser paint and handle input before going on: for long work in slices.
pub async fn breathe() {
    // A timer that is set by a timer comes no earlier than after 4 ms: of a hundred slices that would be most of the time.
    let scheduler = globals::property::<bindings::Scheduler>("scheduler");
    let turn = Promise::new(&mut |resolve, _| match &scheduler {
        Ok(scheduler) => drop(scheduler.post_task(&resolve)),
        Err(_) => drop(bindings::set_timeout(&resolve, 0)),
    });
    // The promise has no way to reject.
    drop(JsFuture::from(turn).await);
}

/// Long work in slices, by the clock: a frame of the page comes every 16 ms, and has to find room between two of them.
pub struct Slices {
    begun: f64,
}

/// How long a slice is, in milliseconds.
const SLICE: f64 = 8.0;

impl Slices {
    /// Begins the first slice.
    pub fn begin() -> Self {
        Self { begun: Date::now() }
    }

    /// Breathes if this slice was long enough, and begins the next. To be called every millisecond or so.
    pub async fn rest(&mut self) {
        if Date::now() - self.begun >= SLICE {
            breathe().await;
            *self = Self::begin();
        }
    }
}

/// Resolves when the browser has painted what is to be seen now. While the page is out of sight nothing is painted, so it waits.
pub async fn painted() {
    let frame = Promise::new(&mut |resolve, _| {
        bindings::request_animation_frame(&resolve);
    });
    // The promise has no way to reject.
    drop(JsFuture::from(frame).await);
    // A frame's callbacks come before it is painted, a new task after.
    breathe().await;
}

/// Resolves when the page has nothing better to do: it paints and hears before anything that waits here goes on.
pub async fn idle() {
    let promise = Promise::new(&mut |resolve, _| {
        // Where the browser does not say when it is idle, a moment must do.
        if bindings::request_idle(&resolve).is_err() {
            bindings::set_timeout(&resolve, A_MOMENT);
        }
    });
    // The promise has no way to reject.
    drop(JsFuture::from(promise).await);
}

/// In milliseconds.
const A_MOMENT: i32 = 250;

/// `work`'s output, or `None` if it takes longer than `limit`; it is dropped then.
pub async fn within<T>(limit: Duration, work: impl Future<Output = T>) -> Option<T> {
    match select(pin!(work), pin!(sleep(limit))).await {
        Either::Left((output, _)) => Some(output),
        Either::Right(_) => None,
    }
}
