//! Runs a test runner, shows what it writes, and counts what it reports.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result};

use crate::count::Count;
use crate::progress::say;
use crate::workspace::words;

/// Runs a command to its end. `read` finds the counts in a line of its output; those of all lines are added up. A runner that ends
/// badly has at least one failure, and so has one that ends well without having tested anything.
///
/// # Errors
/// When it cannot be started or listened to.
pub fn run(command: &mut Command, read: fn(&str) -> Option<Count>) -> Result<Count> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("`{}` could not be started", words(command)))?;
    let (output, complaints) = (child.stdout.take(), child.stderr.take());
    let mut count = thread::scope(|scope| -> Result<Count> {
        let complaints = scope.spawn(|| complaints.map_or_else(|| Ok(Count::default()), |pipe| relay(pipe, read)));
        let mut count = output.map_or_else(|| Ok(Count::default()), |pipe| relay(pipe, read))?;
        let Ok(said) = complaints.join() else { return Ok(count) };
        count += said?;
        Ok(count)
    })?;
    let status = child.wait()?;
    if !status.success() && count.failed == 0 {
        say(&format!("✗ `{}` ended with {status}", words(command)));
        count.failed = 1;
    }
    if status.success() && count.passed == 0 {
        say(&format!("✗ `{}` tested nothing", words(command)));
        count.failed += 1;
    }
    Ok(count)
}

fn relay(pipe: impl Read, read: fn(&str) -> Option<Count>) -> Result<Count> {
    let mut count = Count::default();
    for line in BufReader::new(pipe).lines() {
        let line = line?;
        println!("{line}");
        count += read(&line).unwrap_or_default();
    }
    Ok(count)
}

/// The number before a word in a list: `3` in `12 passed, 3 failed` for `failed`; 0 when it is not there.
pub fn number_before(text: &str, word: &str) -> usize {
    let mut words = text.split([' ', ',', ';']).filter(|part| !part.is_empty());
    let mut last = "";
    words
        .find_map(|part| {
            let number = if part == word { last.parse().ok() } else { None };
            last = part;
            number
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Count {
        let read = |line: &str| {
            (line.starts_with("sum"))
                .then(|| Count { passed: number_before(line, "ok"), failed: number_before(line, "bad") })
        };
        run(Command::new("sh").args(["-c", script]), read).unwrap()
    }

    #[test]
    fn counts_are_added_up_from_both_streams() {
        assert_eq!(shell("echo sum 2 ok; echo sum 1 ok, 1 bad >&2; exit 1"), Count { passed: 3, failed: 1 });
    }

    #[test]
    fn a_runner_that_ends_badly_or_tests_nothing_has_failed() {
        assert_eq!(shell("echo sum 2 ok; exit 3"), Count { passed: 2, failed: 1 });
        assert_eq!(shell("exit 0"), Count { passed: 0, failed: 1 });
    }

    #[test]
    fn a_number_is_found_before_its_word_alone() {
        assert_eq!(number_before("Summary [ 3.2s] 50 tests run: 49 passed (1 slow), 1 failed, 0 skipped", "failed"), 1);
        assert_eq!(number_before("test result: ok. 3 passed; 0 failed; 0 ignored", "passed"), 3);
        assert_eq!(number_before("nothing", "passed"), 0);
    }
}
