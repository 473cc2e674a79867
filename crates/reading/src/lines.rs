//! A text by its lines.

/// The most letters of a line that stand in one piece: a browser takes long over a line of a million.
const LONGEST: usize = 4_000;

/// A line, or a piece of one that is very long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    /// Its number, from 1; a piece that is not the first of its line has none.
    pub number: Option<usize>,
    /// What stands in it.
    pub words: &'t str,
}

/// The lines of a text. A line that ends the text is none if nothing stands in it.
pub fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    text.lines().enumerate().flat_map(|(index, line)| {
        let mut rest = Some(line);
        let mut number = Some(index + 1);
        std::iter::from_fn(move || {
            let line = rest.take()?;
            let end = line.char_indices().nth(LONGEST).map_or(line.len(), |(end, _)| end);
            let (words, after) = line.split_at_checked(end)?;
            rest = (!after.is_empty()).then_some(after);
            Some(Line { number: number.take(), words })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, lines};

    #[test]
    fn lines_have_numbers_and_long_ones_pieces() {
        let long = "é".repeat(LONGEST + 1);
        let text = format!("one\r\n\r\n{long}\n");
        let seen: Vec<_> = lines(&text).map(|line| (line.number, line.words.chars().count())).collect();
        assert_eq!(seen, [(Some(1), 3), (Some(2), 0), (Some(3), LONGEST), (None, 1)]);
        assert_eq!(lines("").count(), 0);
    }
}
