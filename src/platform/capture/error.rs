//! Why there is nothing to take down.

use crate::BrowserError;

/// Why a camera, microphone or screen gives nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaptureError {
    /// The person, the browser or the school said no, or the person closed the browser's question.
    #[error("it was not allowed")]
    Refused,
    /// There is no such device.
    #[error("there is no such device")]
    NoDevice,
    /// Another program has it, or the system does not hand it out.
    #[error("another program has it")]
    Busy,
    /// This browser, or this address (one that is not secure), knows nothing of it.
    #[error("this browser cannot do it here")]
    Unsupported,
    /// Anything else.
    #[error(transparent)]
    Browser(BrowserError),
}

impl From<BrowserError> for CaptureError {
    /// By the names that [Media Capture and Streams](https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia) gives.
    fn from(error: BrowserError) -> Self {
        match error.name.as_str() {
            "NotAllowedError" | "SecurityError" => Self::Refused,
            "NotFoundError" | "OverconstrainedError" => Self::NoDevice,
            "NotReadableError" | "AbortError" => Self::Busy,
            "NotSupportedError" => Self::Unsupported,
            _ => Self::Browser(error),
        }
    }
}

impl From<wasm_bindgen::JsValue> for CaptureError {
    fn from(thrown: wasm_bindgen::JsValue) -> Self {
        BrowserError::from(thrown).into()
    }
}
