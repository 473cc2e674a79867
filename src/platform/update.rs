//! The service worker, which lets the app start without a network, and new versions of the app, which take over only when the
//! person says so.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
    ServiceWorkerUpdateViaCache,
};

use super::{BrowserError, Listener, globals, page};

/// What tells a waiting service worker that the person agreed.
const TAKE_OVER: &str = "take-over";

/// The app's service worker, watched for new versions until this is dropped.
pub struct Updates {
    registration: ServiceWorkerRegistration,
    _listeners: [Listener; 2],
}

/// Registers the service worker that the page names in `<meta name="cairn-service-worker">`, and calls `on_waiting` whenever a
/// new version is complete and waits for consent. Once one takes over, in this tab or another, the page loads again.
///
/// # Errors
/// A browser without service workers, an address that is not secure, or a script that cannot be fetched.
pub async fn watch(on_waiting: impl Fn() + 'static) -> Result<Updates, BrowserError> {
    let container: ServiceWorkerContainer = globals::property_of(&globals::navigator()?, "serviceWorker")?;
    let options = RegistrationOptions::new();
    options.set_scope(&page::base());
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let script = page::meta("cairn-service-worker")?;
    let registered = JsFuture::from(container.register_with_options(&script, &options)).await?;
    let registration: ServiceWorkerRegistration = registered.unchecked_into();

    // The very first version takes the page over without anything being outdated.
    let was_controlled = Cell::new(container.controller().is_some());
    let taking_over = Listener::new(container.clone().into(), "controllerchange", move |_| {
        if was_controlled.replace(true) {
            // A page that cannot be loaded again goes on with the version it has.
            drop(page::reload());
        }
    });
    let listeners = [watch_installing(&container, &registration, Rc::new(on_waiting)), taking_over];
    Ok(Updates { registration, _listeners: listeners })
}

impl Updates {
    /// Lets the waiting version take over: the person agreed. Without one nothing happens.
    ///
    /// # Errors
    /// A service worker that the browser has discarded.
    pub fn take_over(&self) -> Result<(), BrowserError> {
        match self.registration.waiting() {
            Some(waiting) => Ok(waiting.post_message(&JsValue::from_str(TAKE_OVER))?),
            None => Ok(()),
        }
    }
}

fn watch_installing(
    container: &ServiceWorkerContainer,
    registration: &ServiceWorkerRegistration,
    on_waiting: Rc<dyn Fn()>,
) -> Listener {
    // Without a controller the new version is the first one, which waits for nobody.
    if registration.waiting().is_some() && container.controller().is_some() {
        on_waiting();
    }
    let (container, watched) = (container.clone(), registration.clone());
    if let Some(installing) = registration.installing() {
        tell_when_installed(&container, installing, Rc::clone(&on_waiting));
    }
    Listener::new(registration.clone().into(), "updatefound", move |_| {
        if let Some(installing) = watched.installing() {
            tell_when_installed(&container, installing, Rc::clone(&on_waiting));
        }
    })
}

fn tell_when_installed(container: &ServiceWorkerContainer, worker: ServiceWorker, on_waiting: Rc<dyn Fn()>) {
    let container = container.clone();
    let target = worker.clone();
    let listener = Listener::new(target.into(), "statechange", move |_| {
        if worker.state() == ServiceWorkerState::Installed && container.controller().is_some() {
            on_waiting();
        }
    });
    // It fires a few times at most, and the service worker outlives the page.
    listener.forever();
}
