//! A transport for native tests: plain HTTP over a blocking client. Each request is a thread of its own, so that several run at once.

use std::{io, time::Duration};

use futures_channel::oneshot;

use crate::http::{Headers, HttpRequest, HttpResponse, Transport, TransportError};

/// Sends requests over plain HTTP and keeps connections open between them.
#[derive(Debug, Clone)]
pub struct Native {
    agent: ureq::Agent,
}

impl Default for Native {
    fn default() -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(Duration::from_secs(5)))
            .build();
        Self { agent: config.new_agent() }
    }
}

impl Transport for Native {
    type Body = Vec<u8>;

    async fn send(&self, request: HttpRequest<Vec<u8>>) -> Result<HttpResponse<Vec<u8>>, TransportError> {
        let agent = self.agent.clone();
        let (answer, answered) = oneshot::channel();
        std::thread::spawn(move || {
            // Nobody waits any more when the request was given up.
            answer.send(exchange(&agent, request)).ok()
        });
        answered.await.unwrap_or(Err(TransportError::Cut))
    }
}

fn exchange(agent: &ureq::Agent, request: HttpRequest<Vec<u8>>) -> Result<HttpResponse<Vec<u8>>, TransportError> {
    let HttpRequest { method, url, headers, body, answer_limit, patience } = request;
    let built = headers
        .into_iter()
        .fold(ureq::http::Request::builder().method(method.as_str()).uri(url), |request, (name, value)| {
            request.header(name, value)
        })
        .body(body.unwrap_or_default())
        .map_err(|_| TransportError::NoAnswer)?;
    let timed = agent.configure_request(built).timeout_global(Some(patience)).build();
    let mut response = agent.run(timed).map_err(|error| reason(&error))?;
    let status = response.status().as_u16();
    let headers: Headers = response
        .headers()
        .iter()
        .filter_map(|(name, value)| Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned())))
        .collect();
    let body =
        response.body_mut().with_config().limit(answer_limit + 1).read_to_vec().map_err(|error| reason(&error))?;
    if body.len() as u64 > answer_limit {
        return Err(TransportError::AnswerTooLong);
    }
    Ok(HttpResponse { status, headers, body })
}

fn reason(error: &ureq::Error) -> TransportError {
    match error {
        ureq::Error::Timeout(_) => TransportError::TimedOut,
        ureq::Error::BodyExceedsLimit(_) => TransportError::AnswerTooLong,
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => TransportError::NoAnswer,
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => TransportError::NoAnswer,
        _ => TransportError::Cut,
    }
}
