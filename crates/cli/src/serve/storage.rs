//! Storage for each account by WebDAV, on the app's own origin, under `dav/<account>/`.
//!
//! Whatever is stored was written by a learner, or by somebody with their password, so every answer is inert (`inert`), every name is one
//! that Cairn itself would write (`layout`), and an account reaches its own folder only. dav-server reads and lists; every change is made
//! here, because it has to be whole or absent (`write`).

mod gate;
mod inert;
mod layout;
mod origins;
mod read;
mod refusal;
mod write;

pub use origins::Origin;

use std::path::{Path, PathBuf};
use std::{fs, io, mem};

use axum::body::Body;
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::accounts::AccountsFile;
use gate::Gate;
use layout::Place;
use origins::Origins;
use read::Reader;
use refusal::Refusal;
use write::Writer;

/// What a client may ask, in the order of their specifications.
const METHODS: &str = "OPTIONS, GET, HEAD, PUT, DELETE, PROPFIND, MKCOL";

/// The folder that holds a folder for each account.
pub struct Storage {
    data: PathBuf,
    gate: Gate,
    origins: Origins,
    reader: Reader,
    writer: Writer,
}

impl Storage {
    /// Storage in `data`, at the address `prefix` (like `/dav`), for the accounts of `accounts`.
    ///
    /// # Errors
    /// When the folder cannot be made, or the system gives no random bytes.
    pub fn open(data: &Path, prefix: &str, accounts: AccountsFile, origins: &[Origin]) -> io::Result<Self> {
        fs::create_dir_all(data)?;
        Ok(Self {
            data: data.to_owned(),
            gate: Gate::new(accounts)?,
            origins: Origins::new(origins),
            reader: Reader::new(data, prefix),
            writer: Writer::open(data)?,
        })
    }

    /// Answers a request for `path`, which is what follows `dav/`.
    pub async fn answer(&self, request: Request, path: &str) -> Response {
        if let Some(answer) = self.origins.preflight(&request) {
            return inert::wrap(answer);
        }
        let origin = request.headers().get(header::ORIGIN).cloned();
        let (head, mut body) = request.into_parts();
        let answer = match self.act(&head, &mut body, path).await {
            Ok(answer) => answer,
            Err(refusal) => {
                write::drain(&mut body).await;
                refusal.into_response()
            }
        };
        inert::wrap(self.origins.mark(origin.as_ref(), answer))
    }

    async fn act(&self, head: &Parts, body: &mut Body, path: &str) -> Result<Response, Refusal> {
        if head.method == Method::OPTIONS {
            return Ok((StatusCode::NO_CONTENT, [(header::ALLOW, METHODS), (inert::DAV, "1")]).into_response());
        }
        let account = self.gate.admit(&head.headers).await?;
        let (home, inside) = path.split_once('/').unwrap_or((path, ""));
        if home != account.as_str() {
            return Err(Refusal::NotYours);
        }
        let place = Place::parse(inside)?;
        let home = self.data.join(account.as_str());
        self.writer.make_home(&home).await?;
        let path = place.within(&home)?;
        match (head.method.as_str(), &place) {
            ("GET" | "HEAD" | "PROPFIND", _) => self.reader.answer(head.clone(), mem::take(body)).await,
            ("PUT", Place::File(_) | Place::Probe(_)) => self.writer.put(&head.headers, body, &path).await,
            ("MKCOL", Place::Folder(_) | Place::Probe(_)) => self.writer.make_folder(&path).await,
            ("DELETE", Place::File(_) | Place::Probe(_)) => self.writer.delete(&path).await,
            ("PUT" | "MKCOL" | "DELETE", _) => Err(Refusal::WrongPlace),
            _ => Err(Refusal::Method(METHODS)),
        }
    }
}
