//! Marks around words: `**bold**`, `*italic*`, `` `code` `` and `$maths$`.

use std::ops::Range;

use crate::edit::{Change, Written};
use crate::lines::prefix;

/// What a pair of marks makes of the words between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Bold,
    Italic,
    Code,
    Maths,
}

impl Mark {
    fn sign(self) -> char {
        match self {
            Self::Bold | Self::Italic => '*',
            Self::Code => '`',
            Self::Maths => '$',
        }
    }

    /// Whether words between `run` signs on either side have it: three stars are bold and italic.
    fn is_on(self, run: usize) -> bool {
        match self {
            Self::Bold => run >= 2,
            Self::Italic => run % 2 == 1,
            Self::Code => run >= 1,
            Self::Maths => run == 1,
        }
    }

    /// How many signs `words` between `run` of them need to get it, or to lose it.
    fn toggled(self, run: usize, words: &str, on: bool) -> usize {
        match (self, on) {
            (Self::Bold, true) => run + 2,
            (Self::Bold, false) => run - 2,
            (Self::Italic | Self::Maths, true) => run + 1,
            (Self::Italic | Self::Maths, false) => run - 1,
            (Self::Code, true) => longest_run(words, self.sign()) + 1,
            (Self::Code, false) => 0,
        }
    }
}

/// Words, and how many signs stand on either side of them.
struct Marked {
    words: Range<usize>,
    run: usize,
}

impl Marked {
    fn whole(&self) -> Range<usize> {
        self.words.start - self.run..self.words.end + self.run
    }
}

/// Marks the selected words of each line, or the word at the caret; where all have the mark it is taken away. Where there is no
/// word the caret stands between two marks then, and from the end of marked words it steps out of them.
pub(crate) fn toggle(written: &Written<'_>, mark: Mark) -> Change {
    if let Some(out) = step_out(written, mark) {
        return out;
    }
    let marked: Vec<Marked> = spans(written).into_iter().map(|span| marked(written, span, mark)).collect();
    let on = !marked.iter().all(|it| mark.is_on(it.run));
    let start = marked.first().map_or(written.selected.start, |first| first.whole().start);
    let (mut with, mut end) = (String::new(), start);
    let mut selected: Option<Range<usize>> = None;
    for it in &marked {
        let words = written.part(it.words.clone());
        let run = if mark.is_on(it.run) == on { it.run } else { mark.toggled(it.run, words, on) };
        let signs = mark.sign().to_string().repeat(run);
        with.push_str(written.part(end..it.whole().start));
        with.push_str(&signs);
        let first = selected.map_or(with.len(), |selected| selected.start);
        with.push_str(words);
        selected = Some(first..with.len());
        with.push_str(&signs);
        end = it.whole().end;
    }
    let mut selected = selected.unwrap_or_default();
    if let ([word], true) = (marked.as_slice(), written.selected.is_empty()) {
        let caret = selected.start + written.selected.start.clamp(word.words.start, word.words.end) - word.words.start;
        selected = caret..caret;
    }
    Change { replaced: start..end, with, selected }
}

/// From the end of marked words, in front of the marks that end them, the caret goes behind these: as in a word processor, the same
/// keys begin heavy letters and end them.
fn step_out(written: &Written<'_>, mark: Mark) -> Option<Change> {
    let caret = written.selected.start;
    let line = written.line_at(caret);
    let before = written.part(line.start + prefix::of(written.part(line.clone())).length..caret);
    let closing = run_at_start(written.after(), mark.sign());
    let is_behind_words = before.ends_with(|letter: char| !letter.is_whitespace() && letter != mark.sign());
    if !written.selected.is_empty() || !is_behind_words || !mark.is_on(closing) || !is_open(before, mark) {
        return None;
    }
    let length = if mark == Mark::Bold {
        2
    } else if mark == Mark::Code {
        closing
    } else {
        1
    };
    Some(Change { replaced: caret..caret, with: String::new(), selected: length..length })
}

/// Whether a mark was opened in `line` and not closed.
fn is_open(line: &str, mark: Mark) -> bool {
    let mut rest = line;
    let mut count = 0;
    while let Some(at) = rest.find(mark.sign()) {
        rest = rest.get(at..).unwrap_or_default();
        let run = run_at_start(rest, mark.sign());
        count += usize::from(mark.is_on(run));
        rest = rest.get(run..).unwrap_or_default();
    }
    count % 2 == 1
}

/// What is to be marked: of each line what is selected, without what makes it a list or a heading and without spaces at its ends.
fn spans(written: &Written<'_>) -> Vec<Range<usize>> {
    if written.selected.is_empty() {
        return vec![word_at_caret(written)];
    }
    let in_lines = written.lines().into_iter().filter_map(|line| {
        let start = (line.start + prefix::of(written.part(line.clone())).length).max(written.selected.start);
        let words = written.part(start..line.end.min(written.selected.end));
        let start = start + words.len() - words.trim_start().len();
        (!words.trim().is_empty()).then(|| start..start + words.trim().len())
    });
    let mut spans: Vec<_> = in_lines.collect();
    if spans.is_empty() {
        let end = written.selected.end;
        spans.push(end..end);
    }
    spans
}

fn word_at_caret(written: &Written<'_>) -> Range<usize> {
    let before = written.before();
    let start = before.trim_end_matches(char::is_alphanumeric).len();
    let after = written.after();
    let end = written.text.len() - after.trim_start_matches(char::is_alphanumeric).len();
    start..end
}

/// The signs around a span, whether they were selected along with it or not.
fn marked(written: &Written<'_>, span: Range<usize>, mark: Mark) -> Marked {
    let sign = mark.sign();
    let words = written.part(span.clone());
    let is_all_signs = words.chars().all(|letter| letter == sign);
    let (lead, trail) = if is_all_signs { (0, 0) } else { (run_at_start(words, sign), run_at_end(words, sign)) };
    let outside_before = run_at_end(written.part(0..span.start), sign);
    let outside_after = run_at_start(written.part(span.end..written.text.len()), sign);
    let run = (lead + outside_before).min(trail + outside_after);
    Marked { words: span.start + lead.min(run)..span.end - trail.min(run), run }
}

fn run_at_start(text: &str, sign: char) -> usize {
    text.len() - text.trim_start_matches(sign).len()
}

fn run_at_end(text: &str, sign: char) -> usize {
    text.len() - text.trim_end_matches(sign).len()
}

/// The most of these signs that stand in a row.
pub(crate) fn longest_run(text: &str, sign: char) -> usize {
    text.split(|letter| letter != sign).map(str::len).max().unwrap_or_default()
}
