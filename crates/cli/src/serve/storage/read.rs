//! Reading and listing, which dav-server does.

use std::path::Path;

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Request};
use axum::response::Response;
use dav_server::localfs::LocalFs;
use dav_server::{DavHandler, DavMethod, DavMethodSet};

use super::refusal::Refusal;

/// Answers GET, HEAD and PROPFIND from the disk. Every path was checked before it comes here.
pub struct Reader(DavHandler);

impl Reader {
    /// Reads below `data`, for addresses that begin with `prefix`.
    pub fn new(data: &Path, prefix: &str) -> Self {
        let mut methods = DavMethodSet::none();
        methods.add(DavMethod::Get);
        methods.add(DavMethod::Head);
        methods.add(DavMethod::PropFind);
        Self(
            DavHandler::builder()
                .filesystem(LocalFs::new(data, false, false, false))
                .strip_prefix(prefix)
                .methods(methods)
                .hide_symlinks(true)
                .build_handler(),
        )
    }

    /// The file, or the listing.
    ///
    /// # Errors
    /// When a listing of everything at once is asked for: it is the one request whose cost has no bound.
    pub async fn answer(&self, head: Parts, body: Body) -> Result<Response, Refusal> {
        let depth = head.headers.get("depth").map(HeaderValue::as_bytes);
        if head.method.as_str() == "PROPFIND" && !matches!(depth, Some(b"0" | b"1")) {
            return Err(Refusal::TooDeep);
        }
        Ok(self.0.handle(Request::from_parts(head, body)).await.map(Body::new))
    }
}
