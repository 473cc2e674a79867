//! HTTP as values: what an adapter wants sent and what came back. Whoever has a network runs them.

use std::{fmt, time::Duration};

use thiserror::Error;

use crate::body::Body;

/// The HTTP methods that the port's verbs need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads a file.
    Get,
    /// Writes a file.
    Put,
    /// Removes a file.
    Delete,
    /// Lists a folder (RFC 4918 section 9.1).
    Propfind,
    /// Makes a folder (RFC 4918 section 9.3).
    Mkcol,
}

impl Method {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
            Self::Propfind => "PROPFIND",
            Self::Mkcol => "MKCOL",
        }
    }
}

/// A request, ready to be sent.
///
/// A transport follows redirects that keep the method, answers [`TransportError::AnswerTooLong`] once the body passes `answer_limit` (a
/// server's answer is hostile until it is checked), and gives up with [`TransportError::TimedOut`] after `patience`. In a browser it
/// fetches with `credentials: "omit"`, for cookies of an open session at the same server must never mix in, and a server that answers
/// `Access-Control-Allow-Origin: *` is allowed then; signing in is the explicit `Authorization` header alone. And it fetches with
/// `cache: "no-store"`, for an object that was cut and then repaired must be seen repaired.
#[derive(Clone)]
pub struct HttpRequest<B> {
    /// What to do.
    pub method: Method,
    /// The absolute address; never holds a user name or password.
    pub url: String,
    /// Header names and values.
    pub headers: Vec<(&'static str, String)>,
    /// What to send.
    pub body: Option<B>,
    /// How many bytes of an answer are worth reading.
    pub answer_limit: u64,
    /// How long the whole exchange may take.
    pub patience: Duration,
}

impl<B> HttpRequest<B> {
    /// The value of a header, whatever the case of its name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

impl<B: Body> fmt::Debug for HttpRequest<B> {
    /// Passwords stay out of every log.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        out.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("url", &self.url)
            .field("headers", &names)
            .field("size", &self.body.as_ref().map(Body::size))
            .finish_non_exhaustive()
    }
}

/// An answer, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpResponse<B> {
    /// The HTTP status.
    pub status: u16,
    /// The headers that may be read.
    pub headers: Headers,
    /// What came.
    pub body: B,
}

/// Headers of an answer. From another origin a browser shows only what the server exposes, so nothing may depend on one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// The value of a header, whatever the case of its name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

impl FromIterator<(String, String)> for Headers {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(headers: I) -> Self {
        Self(headers.into_iter().collect())
    }
}

/// Why no whole answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TransportError {
    /// Nothing answered: no network, no such server, or it is switched off.
    #[error("nothing answered")]
    NoAnswer,
    /// The server is there, but the browser may not show its answer to this app (CORS, mixed content or a local network rule).
    #[error("the server does not allow this app")]
    Blocked,
    /// It took longer than the request's patience.
    #[error("the answer took too long")]
    TimedOut,
    /// The connection ended in the middle.
    #[error("the connection was cut")]
    Cut,
    /// The answer is longer than the request allows.
    #[error("the answer is longer than expected")]
    AnswerTooLong,
}

/// Sends requests: `fetch` in the browser, a small client in native tests.
#[expect(async_fn_in_trait, reason = "one thread: the futures need not be Send")]
pub trait Transport {
    /// How this transport holds bytes.
    type Body: Body;

    /// Sends one request and waits for the whole answer; every HTTP status is an answer.
    ///
    /// # Errors
    /// When no whole answer came.
    async fn send(&self, request: HttpRequest<Self::Body>) -> Result<HttpResponse<Self::Body>, TransportError>;
}
