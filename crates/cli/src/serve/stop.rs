//! When to stop: at a signal, or when standard input closes.

use std::future::Future;
use std::io;
use std::thread;
use std::time::Duration;

use tokio::signal;
use tokio::sync::watch;
use tokio::time::sleep;

/// Something that every part of the server can wait for.
#[derive(Clone)]
pub struct Stop(watch::Receiver<bool>);

impl Stop {
    /// Listens for the signals that ask a program to end and, if wanted, for the end of standard input.
    ///
    /// # Errors
    /// When the system lets no signal be listened for.
    pub fn when_told(when_stdin_closes: bool) -> io::Result<Self> {
        let (tell, told) = watch::channel(false);
        let signal = signal()?;
        let on_signal = tell.clone();
        tokio::spawn(async move {
            signal.await;
            on_signal.send_replace(true);
        });
        if when_stdin_closes {
            // A plain thread: the runtime would wait for its own reader of standard input before it ends.
            thread::spawn(move || {
                if let Err(problem) = io::copy(&mut io::stdin(), &mut io::sink()) {
                    eprintln!("cairn: standard input could not be read ({problem}), so the server stops");
                }
                tell.send_replace(true);
            });
        }
        Ok(Self(told))
    }

    /// Waits until the server should stop.
    pub async fn told(mut self) {
        // A closed channel means that nothing is left that could tell: stopping is then the only safe answer.
        if self.0.wait_for(|told| *told).await.is_err() {
            eprintln!("cairn: nothing is left that could stop the server, so it stops");
        }
    }

    /// Waits until the server should stop, and `then` some more.
    pub async fn told_and(self, then: Duration) {
        self.told().await;
        sleep(then).await;
    }
}

#[cfg(unix)]
fn signal() -> io::Result<impl Future<Output = ()> + Send> {
    use signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn signal() -> io::Result<impl Future<Output = ()> + Send> {
    let mut interrupt = signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}
