//! A few things at once, with no runtime. It knows nothing of what they are, so that the app carries it once.

use std::{future::poll_fn, pin::Pin, task::Poll};

use crate::report::Stop;

/// How many requests are under way at once: more is no faster on most servers, and some begin to refuse.
pub(super) const AT_ONCE: usize = 4;

/// Something to do.
pub(super) type Job<'a> = Pin<Box<dyn Future<Output = Result<(), Stop>> + 'a>>;

/// Does all jobs, at most [`AT_ONCE`] at a time and each begun only when it is its turn. The first that fails ends the others.
pub(super) async fn few_at_once<'a>(jobs: &mut dyn Iterator<Item = Job<'a>>) -> Result<(), Stop> {
    let mut running: Vec<Job<'a>> = Vec::with_capacity(AT_ONCE);
    poll_fn(|context| {
        loop {
            running.extend(jobs.take(AT_ONCE - running.len()));
            if running.is_empty() {
                return Poll::Ready(Ok(()));
            }
            let before = running.len();
            let mut failed = None;
            running.retain_mut(|job| match job.as_mut().poll(context) {
                Poll::Pending => true,
                Poll::Ready(done) => {
                    failed = failed.take().or(done.err());
                    false
                }
            });
            match failed {
                Some(stop) => return Poll::Ready(Err(stop)),
                None if running.len() == before => return Poll::Pending,
                None => {}
            }
        }
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};

    use pollster::block_on;

    use super::*;

    /// Ends after `turns` more polls.
    async fn turns(turns: usize) {
        let mut left = turns;
        poll_fn(|context| {
            context.waker().wake_by_ref();
            if left == 0 {
                return Poll::Ready(());
            }
            left -= 1;
            Poll::Pending
        })
        .await;
    }

    #[test]
    fn all_are_done_and_never_more_than_a_few_at_once() {
        let (running, most, done) = (Cell::new(0), Cell::new(0), RefCell::new(Vec::new()));
        let job = |at: usize| -> Job<'_> {
            let (running, most, done) = (&running, &most, &done);
            Box::pin(async move {
                running.set(running.get() + 1);
                most.set(most.get().max(running.get()));
                turns(1 + at % 3).await;
                running.set(running.get() - 1);
                done.borrow_mut().push(at);
                Ok(())
            })
        };
        assert_eq!(block_on(few_at_once(&mut (0..20).map(job))), Ok(()));
        let mut done = done.into_inner();
        done.sort_unstable();
        assert_eq!((done, most.get()), ((0..20).collect(), AT_ONCE));
    }

    #[test]
    fn the_first_failure_ends_it() {
        let begun = Cell::new(0);
        let job = |at: usize| -> Job<'_> {
            let begun = &begun;
            Box::pin(async move {
                begun.set(begun.get() + 1);
                if at == 2 { Err(Stop::Cancelled) } else { std::future::pending().await }
            })
        };
        assert_eq!(block_on(few_at_once(&mut (0..20).map(job))), Err(Stop::Cancelled));
        assert_eq!(begun.get(), AT_ONCE);
    }
}
