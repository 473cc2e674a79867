//! How well a word of a document fits one that was asked for.

use std::str::Chars;

/// How well a word fits, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It begins with what was asked for but for one typo.
    Nearly,
    /// It begins with what was asked for.
    Begins,
    /// It is what was asked for.
    Whole,
}

impl Fit {
    /// How a word that begins with `term` fits it.
    pub fn of_beginning(word: &str, term: &str) -> Self {
        if word.len() == term.len() { Self::Whole } else { Self::Begins }
    }

    /// What it counts, beside the place where the word stands.
    pub fn points(self) -> u8 {
        match self {
            Self::Nearly => 1,
            Self::Begins => 2,
            Self::Whole => 3,
        }
    }
}

/// Letters from which on a word may have a typo: with fewer, everything is one typo from everything.
const LONG_ENOUGH: usize = 4;

/// Whether a typo in it is forgiven. A number with another digit is another number, and a symbol is no slip.
pub fn forgives(term: &str) -> bool {
    let letters = term.chars().filter(|letter| letter.is_alphabetic());
    letters.count() >= LONG_ENOUGH && !term.chars().any(char::is_numeric)
}

/// Whether `word` begins with `term` but for one typo at most: a letter too many, too few, another one, or two that changed
/// places (optimal string alignment).
pub fn nearly_begins(word: &str, term: &str) -> bool {
    let (mut word, mut term) = (word.chars(), term.chars());
    loop {
        // Where both first differ the typo must be: one before it in a row of equal letters comes to the same.
        let (rest_of_word, rest_of_term) = (word.clone(), term.clone());
        match (word.next(), term.next()) {
            (_, None) => return true,
            (Some(letter), Some(asked)) if letter == asked => {}
            (Some(letter), Some(asked)) => {
                let is_another = begins(word.clone(), term.clone());
                let is_too_few = begins(word.clone(), rest_of_term);
                let is_too_many = begins(rest_of_word, term.clone());
                let changed_places = word.next() == Some(asked) && term.next() == Some(letter) && begins(word, term);
                return is_another || is_too_few || is_too_many || changed_places;
            }
            (None, Some(_)) => return term.next().is_none(),
        }
    }
}

fn begins(mut word: Chars<'_>, beginning: Chars<'_>) -> bool {
    beginning.into_iter().all(|letter| word.next() == Some(letter))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_typo_is_forgiven_and_not_two() {
        for (word, term) in [
            ("bridge", "bridge"),
            ("bridge", "brigde"),
            ("bridge", "brdge"),
            ("bridge", "briidge"),
            ("bridge", "bribge"),
            ("bridge", "pridge"),
            ("bridges", "rbidge"),
            ("photosynthesis", "photosint"),
            ("rio", "riox"),
        ] {
            assert!(nearly_begins(word, term), "{word} {term}");
        }
        for (word, term) in [("bridge", "bgxd"), ("bridge", "bbrriidge"), ("ridge", "bxr"), ("rio", "rioxx")] {
            assert!(!nearly_begins(word, term), "{word} {term}");
        }
    }

    #[test]
    fn short_words_and_numbers_are_taken_at_their_word() {
        assert!(forgives("tree") && forgives("baum"));
        assert!(!forgives("rio") && !forgives("c++#") && !forgives("2041") && !forgives("img2041"));
        assert!(!forgives("👩\u{200d}👩\u{200d}👧\u{200d}👦"));
    }

    /// The distance by its definition: letters changed, put in, taken out, or swapped with their neighbour.
    fn distance(one: &[char], other: &[char]) -> usize {
        let Some((last, before)) = one.split_last() else { return other.len() };
        let Some((other_last, other_before)) = other.split_last() else { return one.len() };
        let changed = distance(before, other_before) + usize::from(last != other_last);
        let least = changed.min(distance(before, other) + 1).min(distance(one, other_before) + 1);
        match (before.split_last(), other_before.split_last()) {
            (Some((a, rest)), Some((b, other_rest))) if a == other_last && b == last => {
                least.min(distance(rest, other_rest) + 1)
            }
            _ => least,
        }
    }

    proptest! {
        #[test]
        fn it_is_a_distance_of_at_most_one(word in "[abé]{0,6}", term in "[abé]{1,6}") {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            let (letters_of_word, letters_of_term) = (letters(&word), letters(&term));
            let beginnings = 0..=letters_of_word.len();
            let near = beginnings.into_iter().any(|end| distance(&letters_of_word[..end], &letters_of_term) <= 1);
            prop_assert_eq!(nearly_begins(&word, &term), near);
        }
    }
}
