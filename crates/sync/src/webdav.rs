//! WebDAV (RFC 4918) as request and response values: no network, no clock.
//!
//! Used are PUT, GET, DELETE, MKCOL and PROPFIND of depth 1 alone. Depth infinity, MOVE, COPY, LOCK, Content-Range, If-headers, ETags
//! and dates differ between real servers or are ignored by some, so nothing here depends on them.

mod address;
mod answer;
mod authorization;
mod connection;
mod href;
mod multistatus;

use std::time::Duration;

pub use address::{Address, AddressError};
pub use authorization::{Authorization, SignInError};
pub use connection::WebDavBackend;
pub use multistatus::GarbledListing;

use crate::{
    backend::Entry,
    body::Body,
    error::{BackendError, Fault, Verb},
    http::{HttpRequest, HttpResponse, Method, TransportError},
    name::{Folder, Name},
    recipe::Server,
};

/// What is asked of each entry: whether it is a folder, and its size.
const QUESTION: &str = r#"<?xml version="1.0" encoding="utf-8"?><D:propfind xmlns:D="DAV:"><D:prop><D:resourcetype/><D:getcontentlength/></D:prop></D:propfind>"#;

/// The longest listing worth reading: about 100,000 entries at the 200 to 310 bytes that servers use for one.
const LISTING_LIMIT: u64 = 32 << 20;

/// The longest answer worth reading where only the status counts.
const NOTE_LIMIT: u64 = 64 << 10;

/// A WebDAV storage: turns verbs into requests and answers into results.
#[derive(Debug, Clone)]
pub struct WebDav {
    address: Address,
    authorization: Option<Authorization>,
}

impl WebDav {
    /// A storage at an address; without an authorization for one that needs no sign-in.
    #[must_use]
    pub fn new(address: Address, authorization: Option<Authorization>) -> Self {
        Self { address, authorization }
    }

    /// Where it is.
    #[must_use]
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Writes a file. The type is always that of unnamed bytes, so that no server ever shows a learner's file as a page.
    pub fn put<B: Body>(&self, name: &Name, body: B) -> HttpRequest<B> {
        let mut request = self.request(Method::Put, name.as_str(), Some(body));
        request.headers.push(("Content-Type", "application/octet-stream".to_owned()));
        request
    }

    /// Reads a file.
    pub fn get<B: Body>(&self, name: &Name, at_most: u64) -> HttpRequest<B> {
        let request = self.request(Method::Get, name.as_str(), None);
        // A server's words about a missing file may well be longer than the file.
        HttpRequest { answer_limit: at_most.max(NOTE_LIMIT), patience: patience(at_most), ..request }
    }

    /// Lists a folder.
    pub fn list<B: Body>(&self, folder: &Folder) -> HttpRequest<B> {
        let question = B::from(QUESTION.as_bytes().to_vec());
        let mut request = self.request(Method::Propfind, &slashed(folder), Some(question));
        request.headers.push(("Depth", "1".to_owned()));
        // Some servers answer 415 to an XML body without its type.
        request.headers.push(("Content-Type", "application/xml; charset=utf-8".to_owned()));
        HttpRequest { answer_limit: LISTING_LIMIT, ..request }
    }

    /// Makes a folder.
    pub fn mkdir<B: Body>(&self, folder: &Folder) -> HttpRequest<B> {
        // Some servers want the slash at the end.
        self.request(Method::Mkcol, &slashed(folder), None)
    }

    /// Removes a file.
    pub fn delete<B: Body>(&self, name: &Name) -> HttpRequest<B> {
        self.request(Method::Delete, name.as_str(), None)
    }

    fn request<B: Body>(&self, method: Method, below: &str, body: Option<B>) -> HttpRequest<B> {
        let authorization = self.authorization.as_ref().map(|it| ("Authorization", it.header().to_owned()));
        HttpRequest {
            method,
            url: self.address.url_of(below),
            headers: authorization.into_iter().collect(),
            patience: patience(body.as_ref().map_or(0, Body::size)),
            body,
            answer_limit: NOTE_LIMIT,
        }
    }

    /// Reads the answer to [`put`](Self::put) of `size` bytes.
    ///
    /// # Errors
    /// When the file was not taken.
    pub fn put_answer<B>(&self, name: &Name, size: u64, response: &HttpResponse<B>) -> Result<(), BackendError> {
        match response.status {
            200..=299 => Ok(()),
            status => {
                let fault = match status {
                    404 | 409 => Fault::NoParent,
                    413 => Fault::TooLarge { size },
                    _ => answer::fault(status, &response.headers),
                };
                Err(error(Verb::Put, name.to_string(), fault, response))
            }
        }
    }

    /// Reads the answer to [`get`](Self::get) of at most `at_most` bytes.
    ///
    /// # Errors
    /// When there is no file, or it is longer.
    pub fn get_answer<B: Body>(&self, name: &Name, at_most: u64, response: HttpResponse<B>) -> Result<B, BackendError> {
        let fault = match response.status {
            200 if response.body.size() <= at_most => return Ok(response.body),
            200 => Fault::Transport(TransportError::AnswerTooLong),
            status => answer::fault(status, &response.headers),
        };
        Err(error(Verb::Get, name.to_string(), fault, &response))
    }

    /// Reads the answer to [`list`](Self::list).
    ///
    /// # Errors
    /// When there is no folder, or it is no WebDAV storage, or the listing cannot be read.
    pub fn list_answer(&self, folder: &Folder, response: &HttpResponse<Vec<u8>>) -> Result<Vec<Entry>, BackendError> {
        let asked = self.address.path_of(&slashed(folder));
        let fault = match (response.status, multistatus::read(&response.body, &asked)) {
            (200 | 207, Ok(entries)) => return Ok(entries),
            (207, Err(garbled)) => Fault::Garbled(garbled),
            // A web page where a listing should be.
            (status @ 200..=299, _) => Fault::NotWebDav { status },
            (status, _) => answer::fault(status, &response.headers),
        };
        Err(error(Verb::List, folder.to_string(), fault, response))
    }

    /// Reads the answer to [`mkdir`](Self::mkdir).
    ///
    /// # Errors
    /// When there is no such folder now.
    pub fn mkdir_answer<B>(&self, folder: &Folder, response: &HttpResponse<B>) -> Result<(), BackendError> {
        match response.status {
            // 405: it is already there (RFC 4918 section 9.3.1); 301: so it is, and its address ends with a slash.
            200..=299 | 301 | 405 => Ok(()),
            status => {
                let fault = match status {
                    404 | 409 => Fault::NoParent,
                    _ => answer::fault(status, &response.headers),
                };
                Err(error(Verb::MakeFolder, folder.to_string(), fault, response))
            }
        }
    }

    /// Reads the answer to [`delete`](Self::delete).
    ///
    /// # Errors
    /// When the file may still be there.
    pub fn delete_answer<B>(&self, name: &Name, response: &HttpResponse<B>) -> Result<(), BackendError> {
        match response.status {
            200..=299 | 404 | 410 => Ok(()),
            status => Err(error(Verb::Delete, name.to_string(), answer::fault(status, &response.headers), response)),
        }
    }
}

/// A folder's path with the slash at its end; the base's is in its address already.
fn slashed(folder: &Folder) -> String {
    if folder.is_base() { String::new() } else { format!("{}/", folder.as_str()) }
}

/// How long an exchange may take: half a minute, and for each byte what a line of 128 kbit/s needs.
fn patience(bytes: u64) -> Duration {
    Duration::from_secs(30 + bytes / 16_000)
}

fn error<B>(verb: Verb, at: String, fault: Fault, response: &HttpResponse<B>) -> BackendError {
    BackendError { verb, at, fault, server: Server::from_header(response.headers.get("Server")) }
}

#[cfg(test)]
mod tests;
