//! One origin and what is found where on it.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{StatusCode, Uri, header, uri::PathAndQuery};
use axum::response::{IntoResponse, Response};

use super::assets::Assets;
use super::storage::Storage;
use super::{Base, ServeError};
use crate::accounts::AccountsFile;
use crate::args::Serve;

/// Where storage is, below the base. The app has no page of this name.
const STORAGE: &str = "dav";

/// Everything that the server answers from.
pub struct Site {
    base: Base,
    assets: Assets,
    storage: Option<Storage>,
}

impl Site {
    /// Opens what `options` name.
    ///
    /// # Errors
    /// When a folder does not hold what it should.
    pub fn open(options: &Serve) -> Result<Arc<Self>, ServeError> {
        let assets = Assets::open(&options.dist).ok_or_else(|| ServeError::NoApp(options.dist.clone()))?;
        Ok(Arc::new(Self { base: options.base.clone(), assets, storage: open_storage(options)? }))
    }
}

fn open_storage(options: &Serve) -> Result<Option<Storage>, ServeError> {
    let (Some(data), Some(accounts)) = (&options.data, &options.accounts) else { return Ok(None) };
    let accounts = AccountsFile::at(accounts.clone());
    accounts.now()?;
    let prefix = format!("{}{STORAGE}", options.base);
    let storage = Storage::open(data, &prefix, accounts, &options.allow_origin);
    storage.map(Some).map_err(|source| ServeError::NoData { data: data.clone(), source })
}

/// Sends a request to the part of the site that it is for.
pub async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let Some(path) = within(&site.base, request.uri()) else { return elsewhere(&site.base, request.uri().path()) };
    match (&site.storage, in_storage(path.path())) {
        (Some(storage), Some(place)) => storage.answer(request, place).await,
        _ => site.assets.answer(with_path(request, path)).await,
    }
}

/// What follows the storage's own address.
fn in_storage(path: &str) -> Option<&str> {
    let rest = path.strip_prefix('/')?.strip_prefix(STORAGE)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
}

/// The address as the app knows it, which is without the base.
fn within(base: &Base, address: &Uri) -> Option<PathAndQuery> {
    format!("/{}", base.strip(address.path())?).parse().ok()
}

fn with_path(mut request: Request, path: PathAndQuery) -> Request {
    *request.uri_mut() = Uri::from(path);
    request
}

/// Whoever comes to the bare origin, or forgot the last slash, is shown the way.
fn elsewhere(base: &Base, path: &str) -> Response {
    if base.strip(&format!("{path}/")) == Some("") || path == "/" {
        return (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, base.to_string())]).into_response();
    }
    (StatusCode::NOT_FOUND, format!("There is nothing here; Cairn is at {base}.\n")).into_response()
}
