//! HTTP by `fetch`, for the sync crate.

use std::cell::Cell;
use std::time::Duration;

use js_sys::{Array, Reflect, Uint8Array};
use sync::body::Body;
use sync::http::{Headers, HttpRequest, HttpResponse, Transport, TransportError};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit,
    RequestMode, Response, Url, Window,
};

use super::bytes::Bytes;
use super::{BrowserError, globals, timer};

/// The browser's own HTTP client. Bodies go from the disk to the network and back without passing through wasm's memory.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fetch;

/// How long a server is given to show whether it is there at all.
const PROBE_PATIENCE: Duration = Duration::from_secs(5);

impl Body for Bytes {
    fn size(&self) -> u64 {
        Self::size(self)
    }

    async fn into_bytes(self) -> Result<Vec<u8>, TransportError> {
        // The only bytes that can go away are those of a file of ours that was removed meanwhile.
        self.to_vec().await.map_err(|_| TransportError::Cut)
    }
}

impl Transport for Fetch {
    type Body = Bytes;

    async fn send(&self, request: HttpRequest<Bytes>) -> Result<HttpResponse<Bytes>, TransportError> {
        // Both futures end the exchange when they are dropped.
        timer::within(request.patience, exchange(&request)).await.unwrap_or(Err(TransportError::TimedOut))
    }
}

async fn exchange(request: &HttpRequest<Bytes>) -> Result<HttpResponse<Bytes>, TransportError> {
    let window = globals::window().map_err(|_| TransportError::Blocked)?;
    let abort = Abort::new().map_err(|_| TransportError::Blocked)?;
    // What cannot even be asked (an address that is none, a header name that is none) never reaches a server.
    let init = init(request, &abort).map_err(|_| TransportError::Blocked)?;
    let asked = JsFuture::from(window.fetch_with_str_and_init(&request.url, &init)).await;
    let Ok(response) = asked else { return Err(why_nothing_came(&window, &request.url).await) };
    let response: Response = response.unchecked_into();
    let headers = headers(&response);
    let body = body(&response, request.answer_limit).await?;
    abort.is_over();
    Ok(HttpResponse { status: response.status(), headers, body })
}

fn init(request: &HttpRequest<Bytes>, abort: &Abort) -> Result<RequestInit, BrowserError> {
    let headers = web_sys::Headers::new()?;
    for (name, value) in &request.headers {
        headers.append(name, value)?;
    }
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_headers_headers(&headers);
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(Some(&abort.controller.signal()));
    if let Some(body) = &request.body {
        init.set_body_opt_blob(Some(body.blob().as_ref()));
    }
    Ok(init)
}

/// `fetch` fails in the same way whether no server is there or the browser may not show its answer. A request whose answer
/// nobody may read tells them apart.
async fn why_nothing_came(window: &Window, url: &str) -> TransportError {
    let Ok(origin) = Url::new(url).map(|url| url.origin()) else { return TransportError::Blocked };
    if window.location().origin().is_ok_and(|own| own == origin) {
        return TransportError::NoAnswer;
    }
    let init = RequestInit::new();
    init.set_mode(RequestMode::NoCors);
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_method("HEAD");
    let probe = JsFuture::from(window.fetch_with_str_and_init(&origin, &init));
    match timer::within(PROBE_PATIENCE, probe).await {
        Some(Ok(_)) => TransportError::Blocked,
        _ => TransportError::NoAnswer,
    }
}

fn headers(response: &Response) -> Headers {
    let pairs = js_sys::try_iter(&response.headers().entries()).ok().flatten();
    let pairs = pairs.into_iter().flatten().filter_map(|pair| {
        let pair: Array = pair.ok()?.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    });
    pairs.collect()
}

/// The answer's bytes, as they come, kept outside wasm's memory; no more than `limit` of them.
async fn body(response: &Response, limit: u64) -> Result<Bytes, TransportError> {
    let parts = Array::new();
    if let Some(stream) = response.body() {
        let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
        let mut size = 0;
        while let Some(part) = next(&reader).await.map_err(|_| TransportError::Cut)? {
            size += u64::from(part.length());
            if size > limit {
                return Err(TransportError::AnswerTooLong);
            }
            parts.push(&part);
        }
    }
    let blob = web_sys::Blob::new_with_u8_array_sequence(&parts).map_err(|_| TransportError::Cut)?;
    Ok(gloo_file::Blob::from(blob).into())
}

async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, BrowserError> {
    let step = JsFuture::from(reader.read()).await?;
    if Reflect::get(&step, &JsValue::from_str("done"))?.is_truthy() {
        return Ok(None);
    }
    globals::property_of(&step, "value").map(Some)
}

/// Ends the exchange when it is dropped, unless it is over.
struct Abort {
    controller: AbortController,
    over: Cell<bool>,
}

impl Abort {
    fn new() -> Result<Self, BrowserError> {
        Ok(Self { controller: AbortController::new()?, over: Cell::new(false) })
    }

    fn is_over(&self) {
        self.over.set(true);
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if !self.over.get() {
            self.controller.abort();
        }
    }
}
