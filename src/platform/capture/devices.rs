//! Which cameras and microphones there are.

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MediaDeviceInfo, MediaDeviceKind, MediaDevices};

use super::CaptureError;
use crate::{BrowserError, Listener, globals};

/// What a device takes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Pictures.
    Camera,
    /// Sound.
    Microphone,
    /// What the screen shows.
    Screen,
}

/// A camera or a microphone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// How to ask for it; lasts for this site until its data is cleared.
    pub id: String,
    /// What the system calls it; empty until the person has allowed one.
    pub name: String,
}

/// The cameras or microphones that can be chosen. Without the person's leave browsers name none of them.
///
/// # Errors
/// A browser that gives out no devices.
pub async fn devices(source: Source) -> Result<Vec<Device>, CaptureError> {
    let wanted = match source {
        Source::Camera => MediaDeviceKind::Videoinput,
        Source::Microphone => MediaDeviceKind::Audioinput,
        Source::Screen => return Ok(Vec::new()),
    };
    let listed: Array = JsFuture::from(manager()?.enumerate_devices()?).await?.unchecked_into();
    let known = listed.iter().filter_map(|device| device.dyn_into::<MediaDeviceInfo>().ok());
    let of_kind = known.filter(|device| device.kind() == wanted && !device.device_id().is_empty());
    Ok(of_kind.map(|device| Device { id: device.device_id(), name: device.label() }).collect())
}

/// Calls `then` when a device comes or goes.
///
/// # Errors
/// A browser that gives out no devices.
pub fn on_change(mut then: impl FnMut() + 'static) -> Result<Listener, BrowserError> {
    Ok(Listener::new(manager()?.into(), "devicechange", move |_| then()))
}

/// Missing at addresses that are not secure.
pub(super) fn manager() -> Result<MediaDevices, BrowserError> {
    globals::property_of(&globals::navigator()?, "mediaDevices")
}
