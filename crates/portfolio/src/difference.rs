//! What tells two texts apart, word by word, as a person would mark it.

use similar::DiffOp;
use similar::algorithms::{Capture, Replace, myers};

/// A stretch of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// It stands in both.
    Same(String),
    /// It is another in each; either may be empty.
    Other {
        /// What stood there before.
        gone: String,
        /// What stands there now.
        new: String,
    },
}

/// The search takes time that grows with the product of the lengths. Beyond this many pairs a stretch counts as another as a whole.
const PAIRS: usize = 1_000_000;

/// The stretches of two texts in order. All that is same and gone is the text before, all that is same and new the text after.
pub fn between(before: &str, after: &str) -> Vec<Stretch> {
    let mut found = Found::default();
    // Lines first: of a long text most stand in both, and only what is between them is looked at word by word.
    let (old, new) = (lines(before), lines(after));
    for (is_same, gone, came) in compare(&old, &new) {
        if is_same {
            found.same(&gone);
            continue;
        }
        let (old, new) = (words(&gone), words(&came));
        for (is_same, gone, came) in compare(&old, &new) {
            if is_same { found.same(&gone) } else { found.other(&gone, &came) }
        }
    }
    found.0
}

/// Stretches under construction, neighbours joined.
#[derive(Default)]
struct Found(Vec<Stretch>);

impl Found {
    fn same(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Stretch::Same(same)) => same.push_str(text),
            _ => self.0.push(Stretch::Same(text.to_owned())),
        }
    }

    fn other(&mut self, was: &str, is: &str) {
        // A blank between two changed words would cut a changed sentence to pieces.
        let len = self.0.len();
        if let Some([Stretch::Other { .. }, Stretch::Same(blank)]) = self.0.get(len.saturating_sub(2)..)
            && blank.chars().all(|letter| !letter.is_alphanumeric() && letter != '\n')
        {
            let blank = blank.clone();
            self.0.pop();
            self.other(&blank, &blank);
        }
        match self.0.last_mut() {
            Some(Stretch::Other { gone, new }) => {
                gone.push_str(was);
                new.push_str(is);
            }
            _ => self.0.push(Stretch::Other { gone: was.to_owned(), new: is.to_owned() }),
        }
    }
}

/// What stands in both, and what does not: whether it is the same, the old text, the new text.
fn compare(old: &[&str], new: &[&str]) -> Vec<(bool, String, String)> {
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
    let pairs = (old_rest.len() - end) * (new_rest.len() - end);
    let text = |tokens: &[&str], range: std::ops::Range<usize>| tokens.get(range).unwrap_or_default().concat();
    if pairs > PAIRS {
        let (old_end, new_end) = (old.len() - end, new.len() - end);
        let whole = [
            (true, text(old, 0..start), String::new()),
            (false, text(old, start..old_end), text(new, start..new_end)),
            (true, text(old, old_end..old.len()), String::new()),
        ];
        return whole.into_iter().filter(|(is_same, same, _)| !is_same || !same.is_empty()).collect();
    }
    let mut capture = Replace::new(Capture::new());
    // A capture never refuses.
    let Ok(()) = myers::diff(&mut capture, old, 0..old.len(), new, 0..new.len());
    let ops = capture.into_inner().into_ops();
    let stretch =
        |op: &DiffOp| (matches!(op, DiffOp::Equal { .. }), text(old, op.old_range()), text(new, op.new_range()));
    ops.iter().map(stretch).collect()
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Words, blanks, and every other character by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, letter) in text.char_indices() {
        let kind = Sort::of(letter);
        let goes_on = last == Some(kind) && kind != Sort::Single;
        if at > 0 && !goes_on {
            words.extend(text.get(start..at));
            start = at;
        }
        last = Some(kind);
    }
    words.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    words
}

/// What a character is to its neighbours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Word,
    Blank,
    /// Punctuation, and letters of scripts that write without blanks.
    Single,
}

impl Sort {
    fn of(letter: char) -> Self {
        let is_mark = ('\u{300}'..='\u{36f}').contains(&letter);
        match letter {
            '\u{2e80}'.. => Self::Single,
            '\'' | '’' => Self::Word,
            _ if letter.is_alphanumeric() || is_mark => Self::Word,
            _ if letter.is_whitespace() => Self::Blank,
            _ => Self::Single,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `[-gone-]` and `{+new+}` among what is the same.
    fn marked(before: &str, after: &str) -> String {
        let mark = |stretch| match stretch {
            Stretch::Same(same) => same,
            Stretch::Other { gone, new } => {
                let gone = if gone.is_empty() { gone } else { format!("[-{gone}-]") };
                if new.is_empty() { gone } else { format!("{gone}{{+{new}+}}") }
            }
        };
        between(before, after).into_iter().map(mark).collect()
    }

    #[test]
    fn words_are_marked_whole() {
        assert_eq!(marked("The bean grew 4 cm.", "The bean grew 14 cm."), "The bean grew [-4-]{+14+} cm.");
        assert_eq!(marked("I can’t swim", "I can swim"), "I [-can’t-]{+can+} swim");
        assert_eq!(marked("", "All new"), "{+All new+}");
        assert_eq!(marked("All gone", ""), "[-All gone-]");
        assert_eq!(marked("the same", "the same"), "the same");
        assert_eq!(marked("数学の力", "数学は力"), "数学[-の-]{+は+}力");
    }

    #[test]
    fn changed_words_in_a_row_stay_together() {
        assert_eq!(
            marked("It was very cold there.", "It was quite warm there."),
            "It was [-very cold-]{+quite warm+} there."
        );
    }

    #[test]
    fn a_line_that_came_between_two_others_is_one_change() {
        assert_eq!(marked("one\ntwo\n", "one\nand a half\ntwo\n"), "one\n{+and a half\n+}two\n");
    }

    #[test]
    fn long_texts_that_share_nothing_are_another_as_a_whole() {
        let before: String = (0..3000).map(|at| format!("a{at} ")).collect();
        let after: String = (0..3000).map(|at| format!("b{at} ")).collect();
        assert_eq!(
            between(&before, &after),
            [
                Stretch::Other { gone: before.trim_end().to_owned(), new: after.trim_end().to_owned() },
                Stretch::Same(" ".to_owned())
            ]
        );
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_stretches(before in "[ab .\n]{0,40}", after in "[ab .\n]{0,40}") {
            let (mut was, mut is) = (String::new(), String::new());
            for stretch in between(&before, &after) {
                match stretch {
                    Stretch::Same(same) => {
                        was.push_str(&same);
                        is.push_str(&same);
                    }
                    Stretch::Other { gone, new } => {
                        was.push_str(&gone);
                        is.push_str(&new);
                        prop_assert!(!(gone.is_empty() && new.is_empty()));
                    }
                }
            }
            prop_assert_eq!((was, is), (before, after));
        }
    }
}
