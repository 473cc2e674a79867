//! Counting words where the browser cannot.

/// How many words there are between spaces; signs alone are none.
pub fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn words_are_counted_and_signs_are_not() {
        assert_eq!(count("Ana measured 3 beans – every\nmorning! 🙂"), 6);
        assert_eq!(count(" \n"), 0);
    }
}
