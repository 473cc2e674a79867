//! Storage shares its origin with the app, so nothing that it answers may ever run, be shown as a page, or be kept by a cache.

use axum::http::StatusCode;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::response::Response;

/// WebDAV's own header, RFC 4918 section 10.1.
pub const DAV: HeaderName = HeaderName::from_static("dav");

const ALWAYS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
    (header::CONTENT_DISPOSITION, "attachment"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::CACHE_CONTROL, "no-store"),
];

/// Makes bytes of the answer, whatever it is; a listing stays XML.
pub fn wrap(mut answer: Response) -> Response {
    let is_listing = answer.status() == StatusCode::MULTI_STATUS;
    let headers = answer.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let kind = if is_listing { "application/xml; charset=utf-8" } else { "application/octet-stream" };
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    answer
}
