//! The built app: its files as they are, and the page for every address that the app itself will read.

use std::io;
use std::path::Path;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tower_http::services::{ServeDir, ServeFile};

/// A name with a hash of its content in it never means other bytes.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// Everything else is asked for again each time, and answered by 304 when it is the same.
const ASK_AGAIN: &str = "no-cache";
/// `cargo xtask dist` writes this many hexadecimal digits of a file's hash into its name.
const HASH_DIGITS: usize = 16;

/// The files of `dist`.
#[derive(Clone)]
pub struct Assets {
    files: ServeDir,
    page: ServeFile,
}

impl Assets {
    /// The app in `dist`; `None` when it has no page.
    pub fn open(dist: &Path) -> Option<Self> {
        let page = dist.join("index.html");
        page.is_file().then(|| Self {
            files: ServeDir::new(dist).append_index_html_on_directories(false).precompressed_br().precompressed_gzip(),
            page: ServeFile::new(page).precompressed_br().precompressed_gzip(),
        })
    }

    /// The file that the request names, or the page.
    pub async fn answer(&self, request: Request) -> Response {
        let name = last_name(request.uri().path()).to_owned();
        if !name.contains('.') {
            return self.page(request).await;
        }
        let lost = is_navigation(request.headers()).then(|| copy_head(&request));
        match (self.files.clone().try_call(request).await, lost) {
            (Ok(answer), _) => kept(answer.into_response(), if has_hash(&name) { FOREVER } else { ASK_AGAIN }),
            (Err(problem), Some(request)) if is_absence(&problem) => self.page(request).await,
            (Err(problem), _) => failed(&name, &problem),
        }
    }

    async fn page(&self, request: Request) -> Response {
        match self.page.clone().try_call(request).await {
            Ok(answer) => kept(answer.into_response(), ASK_AGAIN),
            Err(problem) => failed("index.html", &problem),
        }
    }
}

fn last_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// Whether a person goes to this address (a competency's identifier may hold a dot), rather than the app asking for one of its files.
fn is_navigation(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-mode").is_some_and(|mode| mode == "navigate")
}

/// The page may still have to be served when the file is not found, and a request is used up by then.
fn copy_head(request: &Request) -> Request {
    let mut copy = Request::new(Body::empty());
    request.method().clone_into(copy.method_mut());
    request.uri().clone_into(copy.uri_mut());
    request.headers().clone_into(copy.headers_mut());
    copy
}

fn has_hash(name: &str) -> bool {
    let is_hash = |part: &str| part.len() >= HASH_DIGITS && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.split(['.', '-', '_']).any(is_hash)
}

/// Whether there is simply no such file. (A file used as a folder, and a name that no file can have, are absences too.)
fn is_absence(problem: &io::Error) -> bool {
    use io::ErrorKind::{InvalidFilename, InvalidInput, NotADirectory, NotFound};
    matches!(problem.kind(), NotFound | NotADirectory | InvalidInput | InvalidFilename)
}

fn failed(name: &str, problem: &io::Error) -> Response {
    if is_absence(problem) {
        return kept((StatusCode::NOT_FOUND, "The app has no such file.\n").into_response(), "no-store");
    }
    eprintln!("cairn: {name} could not be read: {problem}");
    kept(StatusCode::INTERNAL_SERVER_ERROR.into_response(), "no-store")
}

fn kept(mut answer: Response, how_long: &'static str) -> Response {
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(how_long));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_in_a_name_is_told_from_words_and_dates() {
        for name in ["app-3f9c1a2b7d60e581.js", "app-3f9c1a2b7d60e581_bg.wasm", "base.0a1b2c3d4e5f6071.css"] {
            assert!(has_hash(name), "{name}");
        }
        for name in ["index.html", "sw.js", "sample-20240131.zip", "framework.json", "facade-beaded.js"] {
            assert!(!has_hash(name), "{name}");
        }
    }
}
