//! One origin and what is found where on it.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{StatusCode, Uri, header, uri::PathAndQuery};
use axum::response::{IntoResponse, Response};

use super::assets::Assets;
use super::{Base, ServeError};
use crate::args::Serve;

/// Everything that the server answers from.
pub struct Site {
    base: Base,
    assets: Assets,
}

impl Site {
    /// Opens what `options` name.
    ///
    /// # Errors
    /// When a folder does not hold what it should.
    pub fn open(options: &Serve) -> Result<Arc<Self>, ServeError> {
        let assets = Assets::open(&options.dist).ok_or_else(|| ServeError::NoApp(options.dist.clone()))?;
        Ok(Arc::new(Self { base: options.base.clone(), assets }))
    }
}

/// Sends a request to the part of the site that it is for.
pub async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    match within(&site.base, request.uri()) {
        Some(path) => site.assets.answer(with_path(request, path)).await,
        None => elsewhere(&site.base, request.uri().path()),
    }
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
