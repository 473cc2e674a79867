//! When to try again. Pure values: whoever has a clock waits.

use std::time::Duration;

use crate::error::Fault;

/// How often one request is tried in a run.
const TRIES: u32 = 3;
/// The pause after the first try; each further one is four times as long.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// The longest time that a server may ask a run to wait; more ends the run, and the next one waits.
const PATIENCE: Duration = Duration::from_secs(20);

/// The pause between the first runs that fail.
const FIRST_REST: Duration = Duration::from_secs(5);
/// The longest pause between runs that fail. A learner who comes home to the network should not have to wait longer.
const LONGEST_REST: Duration = Duration::from_secs(300);

/// How long to wait before a request that failed `failures` times (1 or more) is tried again in the same run; None when it is not.
#[must_use]
pub fn next_try(failures: u32, fault: &Fault) -> Option<Duration> {
    if failures >= TRIES || !fault.passes() {
        return None;
    }
    let ours = FIRST_PAUSE * 4_u32.pow(failures.saturating_sub(1));
    let pause = fault.retry_after().map_or(ours, |theirs| theirs.max(ours));
    (pause <= PATIENCE).then_some(pause)
}

/// How long to wait before the next run, after `failures` runs in a row (1 or more) that ended early: 5 seconds doubled each time, at
/// most 5 minutes, and never less than the server asked for.
#[must_use]
pub fn next_run(failures: u32, asked: Option<Duration>) -> Duration {
    let doubled = FIRST_REST.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1)));
    doubled.min(LONGEST_REST).max(asked.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::TransportError;

    const OFFLINE: Fault = Fault::Transport(TransportError::NoAnswer);

    fn busy(seconds: u64) -> Fault {
        Fault::Busy { status: 429, retry_after: Some(Duration::from_secs(seconds)) }
    }

    #[test]
    fn a_request_is_tried_three_times_when_that_can_help() {
        assert_eq!(next_try(1, &OFFLINE), Some(Duration::from_millis(500)));
        assert_eq!(next_try(2, &OFFLINE), Some(Duration::from_secs(2)));
        assert_eq!(next_try(3, &OFFLINE), None);
        assert_eq!(next_try(1, &Fault::SignInRefused), None);
        assert_eq!(next_try(1, &Fault::Full), None);
    }

    #[test]
    fn a_server_that_asks_for_time_gets_it() {
        assert_eq!(next_try(1, &busy(7)), Some(Duration::from_secs(7)));
        assert_eq!(next_try(1, &busy(0)), Some(Duration::from_millis(500)));
        assert_eq!(next_try(1, &busy(21)), None);
        assert_eq!(next_run(1, Some(Duration::from_secs(900))), Duration::from_secs(900));
    }

    #[test]
    fn runs_that_fail_come_ever_more_rarely_but_keep_coming() {
        let waits: Vec<u64> = (1..=8).map(|failures| next_run(failures, None).as_secs()).collect();
        assert_eq!(waits, [5, 10, 20, 40, 80, 160, 300, 300]);
        assert_eq!(next_run(u32::MAX, None).as_secs(), 300);
    }
}
