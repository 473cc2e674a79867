//! What other apps shared with this one. The service worker put it into a cache of its own (`public/service-worker.js`), where each file
//! and the words beside them wait under an address until they are taken or thrown away.

use js_sys::Array;
use serde::Deserialize;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Cache, File, Request, Response};

use super::files::PickedFile;
use super::{BrowserError, globals, page};

/// What was shared at one time.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// The words beside the files.
    pub words: Option<Waiting<Words>>,
    /// The files, in the order in which they were given.
    pub files: Vec<Waiting<PickedFile>>,
}

/// Something that waits.
#[derive(Clone, Debug)]
pub struct Waiting<T> {
    /// What it is.
    pub what: T,
    /// For [`forget`]; `None` of a file that the system has and nobody keeps for it.
    pub address: Option<String>,
}

/// What apps say of what they share; any of it may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Words {
    /// What it is called.
    pub title: String,
    /// Words; many apps put the address of a page here.
    pub text: String,
    /// The address of a page.
    pub url: String,
}

/// Everything that waits, what was shared first before what was shared later.
///
/// # Errors
/// A browser that closes its caches to this page.
pub async fn waiting() -> Result<Vec<Shared>, BrowserError> {
    let cache = cache().await?;
    let requests: Array = JsFuture::from(cache.keys()).await?.unchecked_into();
    let mut addresses: Vec<String> = requests.iter().map(|request| request.unchecked_into::<Request>().url()).collect();
    addresses.sort();
    let mut all: Vec<(String, Shared)> = Vec::new();
    for address in addresses {
        let Some((folder, name)) = address.rsplit_once('/') else { continue };
        let found = JsFuture::from(cache.match_with_str(&address)).await?;
        // Another tab may have taken it meanwhile.
        let Ok(response) = found.dyn_into::<Response>() else { continue };
        if all.last().is_none_or(|(last, _)| last != folder) {
            all.push((folder.to_owned(), Shared::default()));
        }
        let Some((_, shared)) = all.last_mut() else { continue };
        if name == "words" {
            let what = serde_json::from_str(&text(&response).await?).unwrap_or_default();
            shared.words = Some(Waiting { what, address: Some(address) });
        } else {
            shared.files.push(Waiting { what: file(&response).await?, address: Some(address) });
        }
    }
    Ok(all.into_iter().map(|(_, shared)| shared).collect())
}

/// Whether anything waits.
///
/// # Errors
/// As [`waiting`].
pub async fn is_anything_waiting() -> Result<bool, BrowserError> {
    let requests: Array = JsFuture::from(cache().await?.keys()).await?.unchecked_into();
    Ok(requests.length() > 0)
}

/// Forgets what waits under an address: it was taken, or thrown away.
///
/// # Errors
/// As [`waiting`].
pub async fn forget(address: &str) -> Result<(), BrowserError> {
    JsFuture::from(cache().await?.delete_with_str(address)).await?;
    Ok(())
}

/// Caches are shared by the origin, so where the app is served is part of the name.
async fn cache() -> Result<Cache, BrowserError> {
    let caches = globals::window()?.caches()?;
    let name = format!("cairn-shared {}", page::base());
    Ok(JsFuture::from(caches.open(&name)).await?.unchecked_into())
}

async fn text(response: &Response) -> Result<String, BrowserError> {
    Ok(JsFuture::from(response.text()?).await?.as_string().unwrap_or_default())
}

async fn file(response: &Response) -> Result<PickedFile, BrowserError> {
    let blob: Blob = JsFuture::from(response.blob()?).await?.unchecked_into();
    let name = response.headers().get("X-Name")?.unwrap_or_default();
    let name = js_sys::decode_uri_component(&name).map(String::from).unwrap_or(name);
    let parts = Array::of1(&JsValue::from(blob));
    Ok(PickedFile::of(File::new_with_blob_sequence(&parts, &name)?))
}
