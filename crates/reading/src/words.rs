//! The words of a file, to find it by.

use crate::block::{Block, Reading};
use crate::limits;

impl Reading {
    /// The words of all blocks, a line a block or a row, at most [`limits::WORDS`] bytes of them. A text is as it was.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = Words(String::new());
        gather(&self.blocks, &mut words);
        words.0
    }
}

fn gather(blocks: &[Block], words: &mut Words) {
    for block in blocks {
        match block {
            Block::Text(text) => words.put(text),
            Block::Markdown(text) | Block::Output(text) => words.line(text),
            Block::Heading(_, text) | Block::Paragraph(text) | Block::Item(_, text) => words.line(text),
            Block::Table(table) => table.all_rows().for_each(|row| words.line(&row.join(" "))),
            Block::Picture(picture) => words.line(&picture.words),
            Block::Files(files) => files.iter().for_each(|file| words.line(&file.name)),
            Block::Part(_, blocks) => gather(blocks, words),
            Block::Hidden(_) => {}
        }
        if words.is_full() {
            return;
        }
    }
}

struct Words(String);

impl Words {
    fn line(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.put(text.trim_end());
            self.put("\n");
        }
    }

    /// Whole characters, as many as there is room for.
    fn put(&mut self, text: &str) {
        let left = limits::WORDS.saturating_sub(self.0.len());
        self.0.push_str(text.get(..text.floor_char_boundary(left)).unwrap_or_default());
    }

    fn is_full(&self) -> bool {
        // The longest character has four bytes.
        self.0.len() + 4 > limits::WORDS
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Reading, limits};

    #[test]
    fn a_text_is_its_own_words_and_long_ones_end_between_characters() {
        let of = |text: &str| Reading { blocks: vec![Block::Text(text.into())], ..Reading::default() }.words();
        assert_eq!(of("Übung\r\n\r\nzwei \n"), "Übung\r\n\r\nzwei \n");
        let long = "a".repeat(limits::WORDS - 1) + "é";
        assert_eq!(of(&long).len(), limits::WORDS - 1);
    }
}
