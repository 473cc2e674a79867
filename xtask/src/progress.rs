//! Says what is being done, how long it took, and in between that it is still going on.

use std::sync::LazyLock;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// When xtask was started, or at least when it first had something to say.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// After this long without a word people wonder whether anything is happening.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

/// Does one step of a task and reports it with its seconds. The step's name also stands in front of its error.
///
/// # Errors
/// The step's own.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(&format!("→ {name}"));
    let start = Instant::now();
    let made = while_alive(name, work).with_context(|| format!("while {name}"))?;
    say(&format!("✓ {name} ({:.1} s)", start.elapsed().as_secs_f64()));
    Ok(made)
}

/// Writes a line with the minutes and seconds since the start.
pub fn say(line: &str) {
    let seconds = START.elapsed().as_secs();
    eprintln!("[{:>2}:{:02}] {line}", seconds / 60, seconds % 60);
}

fn while_alive<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let (done, waiting) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            while waiting.recv_timeout(SIGN_OF_LIFE) == Err(RecvTimeoutError::Timeout) {
                say(&format!("… {name}"));
            }
        });
        let made = work();
        // The other thread ends when its channel closes.
        drop(done);
        made
    })
}
