//! Natural order: `L1.2` before `L1.10`.

use std::cmp::Ordering;

/// Compares two texts so that runs of digits stand in the order of their numbers; letters without regard to case. What
/// is still the same is compared letter by letter, so that only equal texts are equal.
pub fn compare(one: &str, other: &str) -> Ordering {
    Runs(one).cmp(Runs(other)).then_with(|| one.cmp(other))
}

/// A number (how many digits, and which) or one letter in lower case. Numbers stand before letters.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Run<'a> {
    Number(usize, &'a str),
    Letter(char),
}

/// What is left of a text.
struct Runs<'a>(&'a str);

impl<'a> Iterator for Runs<'a> {
    type Item = Run<'a>;

    fn next(&mut self) -> Option<Run<'a>> {
        let first = self.0.chars().next()?;
        let not_a_digit = |letter: char| !letter.is_ascii_digit();
        let length = match self.0.find(not_a_digit).unwrap_or(self.0.len()) {
            0 => first.len_utf8(),
            digits => digits,
        };
        let (run, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        let digits = run.trim_start_matches('0');
        let number = || Run::Number(digits.len(), digits);
        // Only one capital (İ) becomes two letters; the first is enough to order by.
        let letter = || Run::Letter(first.to_lowercase().next().unwrap_or(first));
        Some(if not_a_digit(first) { letter() } else { number() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_stand_in_the_order_of_their_values() {
        let sorted = ["", "2", "10", "10.a", "A.9", "a.10", "Item 1.9", "Item 1.10", "L1.2", "L1.10", "L01.11", "L2"];
        for (place, one) in sorted.iter().enumerate() {
            for other in &sorted[place + 1..] {
                assert_eq!(compare(one, other), Ordering::Less, "{one:?} before {other:?}");
                assert_eq!(compare(other, one), Ordering::Greater);
            }
        }
    }

    #[test]
    fn numbers_longer_than_any_integer_are_compared_too() {
        let long = "9".repeat(60);
        assert_eq!(compare(&long, &format!("1{long}")), Ordering::Less);
    }

    proptest! {
        #[test]
        fn it_is_an_order(texts in prop::collection::vec("[aAb0129. é]{0,6}", 3)) {
            let [a, b, c] = [&texts[0], &texts[1], &texts[2]];
            prop_assert_eq!(compare(a, b), compare(b, a).reverse());
            prop_assert_eq!(compare(a, b).is_eq(), a == b);
            if compare(a, b).is_le() && compare(b, c).is_le() {
                prop_assert!(compare(a, c).is_le());
            }
        }
    }
}
