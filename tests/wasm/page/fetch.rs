//! HTTP by the browser. The server is the one that serves this test.

use std::time::Duration;

use platform::bytes::Bytes;
use platform::fetch::Fetch;
use sync::http::{HttpRequest, HttpResponse, Method, Transport as _, TransportError};
use wasm_bindgen_test::wasm_bindgen_test;

fn get(url: String) -> HttpRequest<Bytes> {
    HttpRequest {
        method: Method::Get,
        url,
        headers: Vec::new(),
        body: None,
        answer_limit: 1 << 20,
        patience: Duration::from_secs(20),
    }
}

fn own(path: &str) -> String {
    format!("{}{path}", web_sys::window().unwrap().location().origin().unwrap())
}

async fn failure(request: HttpRequest<Bytes>) -> TransportError {
    match Fetch.send(request).await {
        Ok(HttpResponse { status, .. }) => panic!("answered {status}"),
        Err(error) => error,
    }
}

#[wasm_bindgen_test]
async fn an_answer_comes_whole_with_its_status_and_headers() {
    let answer = Fetch.send(get(own("/"))).await.unwrap();
    assert_eq!(answer.status, 200);
    assert!(answer.headers.get("Content-Type").unwrap().starts_with("text/html"));
    let text = String::from_utf8(answer.body.to_vec().await.unwrap()).unwrap();
    assert!(text.contains("run.js") && text.trim_end().ends_with("</html>"), "{text}");
    let missing = Fetch.send(get(own("/no-such-file"))).await.unwrap();
    assert_eq!(missing.status, 404);
}

#[wasm_bindgen_test]
async fn an_answer_that_is_too_long_or_too_slow_is_given_up() {
    assert_eq!(failure(HttpRequest { answer_limit: 10, ..get(own("/")) }).await, TransportError::AnswerTooLong);
    assert_eq!(failure(HttpRequest { patience: Duration::ZERO, ..get(own("/")) }).await, TransportError::TimedOut);
}

#[wasm_bindgen_test]
async fn silence_is_told_from_a_server_that_does_not_allow_the_app() {
    // Port 1 is reserved and nothing listens there; browsers refuse it without asking.
    assert_eq!(failure(get("http://127.0.0.1:1/".to_owned())).await, TransportError::NoAnswer);
    // The same server by another name is another origin, and it allows none.
    let other = own("/").replace("127.0.0.1", "localhost");
    assert_eq!(failure(get(other)).await, TransportError::Blocked);
    assert_eq!(failure(get("http://[".to_owned())).await, TransportError::Blocked);
}
