//! What a status says that is not a success, the same for every verb.

use std::time::Duration;

use crate::{error::Fault, http::Headers};

/// The longest time a server can ask for; more is a mistake or malice.
const LONGEST_WAIT: u64 = 3600;

/// The fault behind a status.
pub(super) fn fault(status: u16, headers: &Headers) -> Fault {
    match status {
        300..=399 => Fault::Moved { to: headers.get("Location").map(str::to_owned) },
        401 => Fault::SignInRefused,
        403 => Fault::Forbidden,
        404 | 410 => Fault::Missing,
        405 | 501 => Fault::NotWebDav { status },
        // A conflict that no verb explains: something stands where a folder should be.
        409 => Fault::NoParent,
        408 | 423 | 425 | 429 | 503 => Fault::Busy { status, retry_after: retry_after(headers) },
        507 => Fault::Full,
        500..=599 => Fault::Failing { status, retry_after: retry_after(headers) },
        _ => Fault::Unexpected { status },
    }
}

/// `Retry-After` in seconds (RFC 9110 section 10.2.3). Its other form, a date, would need a clock that agrees with the server's.
fn retry_after(headers: &Headers) -> Option<Duration> {
    let seconds: u64 = headers.get("Retry-After")?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds.min(LONGEST_WAIT)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_can_ask_for_time() {
        let after = |value: &str| retry_after(&[("retry-after".to_owned(), value.to_owned())].into_iter().collect());
        assert_eq!(after("7"), Some(Duration::from_secs(7)));
        assert_eq!(after("99999999"), Some(Duration::from_secs(3600)));
        assert_eq!(after("Wed, 21 Oct 2026 07:28:00 GMT"), None);
        assert_eq!(after("-1"), None);
        assert_eq!(retry_after(&Headers::default()), None);
    }
}
