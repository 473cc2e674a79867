//! Apps on another origin that may use this storage (CORS, the Fetch standard). By default there is none.

use std::fmt;
use std::str::FromStr;

use axum::extract::Request;
use axum::http::header::{self, HeaderValue};
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use thiserror::Error;

use super::METHODS;

const REQUEST_HEADERS: &str = "Authorization, Content-Type, Depth";
const READABLE_HEADERS: &str = "Content-Length, ETag, Retry-After";
/// Seconds for which a browser need not ask again.
const REMEMBERED: &str = "7200";

/// A scheme, a host and perhaps a port, as a browser writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

/// The text is no origin.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("an origin is like https://app.example.org or http://localhost:8080: a scheme and a host, without a path")]
pub struct NoOrigin;

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Origin {
    type Err = NoOrigin;

    fn from_str(text: &str) -> Result<Self, NoOrigin> {
        let address: Uri = text.parse().map_err(|_| NoOrigin)?;
        let (Some(scheme @ ("http" | "https")), Some(host)) = (address.scheme_str(), address.authority()) else {
            return Err(NoOrigin);
        };
        let origin = format!("{scheme}://{host}").to_lowercase();
        let nothing_more = text.to_lowercase().strip_suffix('/').unwrap_or(text).eq_ignore_ascii_case(&origin);
        if nothing_more && !host.as_str().contains('@') { Ok(Self(origin)) } else { Err(NoOrigin) }
    }
}

/// The origins that may.
pub struct Origins(Vec<String>);

impl Origins {
    /// These and no others.
    pub fn new(origins: &[Origin]) -> Self {
        Self(origins.iter().map(ToString::to_string).collect())
    }

    /// The answer to a browser that asks whether it may ask; `None` when it asks for something else.
    pub fn preflight(&self, request: &Request) -> Option<Response> {
        let headers = request.headers();
        let asks = request.method() == Method::OPTIONS && headers.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
        let origin = headers.get(header::ORIGIN).filter(|_| asks)?;
        let mut answer = self.mark(Some(origin), StatusCode::NO_CONTENT.into_response());
        if self.allows(origin) {
            for (name, value) in [
                (header::ACCESS_CONTROL_ALLOW_METHODS, METHODS),
                (header::ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS),
                (header::ACCESS_CONTROL_MAX_AGE, REMEMBERED),
            ] {
                answer.headers_mut().insert(name, HeaderValue::from_static(value));
            }
        }
        Some(answer)
    }

    /// Lets an app on an allowed origin read the answer, refusals too, so that it can say what is wrong.
    pub fn mark(&self, origin: Option<&HeaderValue>, mut answer: Response) -> Response {
        let headers = answer.headers_mut();
        headers.append(header::VARY, HeaderValue::from_name(header::ORIGIN));
        if let Some(origin) = origin.filter(|origin| self.allows(origin)) {
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
            headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(READABLE_HEADERS));
        }
        answer
    }

    fn allows(&self, origin: &HeaderValue) -> bool {
        self.0.iter().any(|allowed| allowed.as_bytes() == origin.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_a_scheme_and_a_host() {
        for (text, origin) in [
            ("https://app.example.org", "https://app.example.org"),
            ("https://App.Example.org/", "https://app.example.org"),
            ("http://localhost:8080", "http://localhost:8080"),
        ] {
            assert_eq!(text.parse::<Origin>().map(|o| o.to_string()), Ok(origin.to_owned()), "{text}");
        }
        for text in ["*", "null", "", "app.example.org", "https://a.b/c", "https://u@a.b", "ftp://a.b", "https://a.b?c"]
        {
            assert_eq!(text.parse::<Origin>(), Err(NoOrigin), "{text}");
        }
    }
}
