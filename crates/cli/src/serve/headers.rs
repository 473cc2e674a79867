//! The headers that every answer carries, whatever it answers.

use axum::http::header::{self, HeaderName, HeaderValue};
use axum::response::Response;

/// What the app may do. Scripts, styles and workers come from this origin alone, nothing inline runs and only the app's own Trusted
/// Types policy makes script addresses. `connect-src *`, because where a portfolio is stored is the learner's choice.
pub const APP_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src *; worker-src 'self'; \
    manifest-src 'self'; frame-src blob:; object-src 'none'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default";

/// The app records what a learner shows and says, copies text and shows a film large; it asks for no other power of the device.
/// Names that Chromium does not know are left out: it would complain in the console about each.
const PERMISSIONS: &str = "accelerometer=(), camera=(self), clipboard-read=(), clipboard-write=(self), \
    display-capture=(self), fullscreen=(self), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), \
    magnetometer=(), microphone=(self), midi=(), payment=(), picture-in-picture=(self), publickey-credentials-get=(), \
    serial=(), usb=(), xr-spatial-tracking=()";

const EVERYWHERE: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS),
];

/// Adds the protection that the answer does not bring along; storage brings a stricter policy of its own.
pub async fn protect(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(APP_POLICY));
    for (name, value) in EVERYWHERE {
        headers.insert(name, HeaderValue::from_static(value));
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_recipes_for_other_hosts_have_the_same_policy() {
        let recipes = include_str!("../../../../docs/deploy.md");
        let policies: Vec<&str> = recipes.lines().filter(|line| line.contains("Content-Security-Policy \"")).collect();
        assert_eq!(policies.len(), 2, "nginx and Apache");
        for policy in policies {
            assert!(policy.contains(&format!("\"{APP_POLICY}\"")), "{policy}");
        }
    }
}
