//! Code that comes when it is first needed.
//!
//! With the feature `split`, `cargo xtask dist` takes the app's module apart: what the first page needs, and a part for each name that
//! stands after `in` below and elsewhere. The service worker keeps all parts, so that everything works with no network. Without the
//! feature all is one module, which links in seconds. See `docs/decisions/0010-parts.md`.

use std::cell::RefCell;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;

/// The code of a part is not on this device, and could not be fetched.
#[cfg(feature = "split")]
pub type Missing = leptos::wasm_split::SplitLoaderError;
#[cfg(not(feature = "split"))]
pub type Missing = std::convert::Infallible;

/// What a part makes over time.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// Work that a part does over time.
pub type Task = Later<()>;

/// `fn name in part(…) -> T { … }`: an asynchronous function that gives a `Result<T, Missing>`, and whose code, with all that only it
/// needs, lies in that part. Names are unique within a part.
macro_rules! apart {
    ($($(#[$about:meta])* fn $name:ident in $part:ident($($argument:ident: $given:ty),*) -> $made:ty $body:block)+) => {$(
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible)]
        $(#[$about])*
        fn $name($($argument: $given),*) -> Result<$made, $crate::parts::Missing> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        $(#[$about])*
        async fn $name($($argument: $given),*) -> Result<$made, $crate::parts::Missing> {
            Ok($body)
        }
    )+};
}
pub(crate) use apart;

/// A view whose code may have to come first; until then nothing. One that does not come leaves its place to `otherwise`, and one whose
/// place goes meanwhile is not made: it would look for what went with it.
pub fn arriving(
    view: impl Future<Output = Result<Later<AnyView>, Missing>> + 'static,
    otherwise: fn() -> AnyView,
) -> impl IntoView {
    let arrived = RwSignal::new_local(false);
    let shown = StoredValue::new_local(RefCell::new(None));
    spawn_local_scoped_with_cancellation(async move {
        let view = match view.await {
            Ok(view) => view.await,
            Err(_) => otherwise(),
        };
        shown.with_value(|shown| shown.replace(Some(view)));
        arrived.set(true);
    });
    move || arrived.get().then(|| shown.with_value(RefCell::take))
}
