//! What somebody asks for.

use crate::fold;

/// Words beyond these are not asked for: nobody types so many, and a text that was pasted is no question.
const MOST_WORDS: usize = 16;

/// The words of a search, each of which must be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
    is_blank: bool,
}

impl Query {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        let mut terms: Vec<String> = each_word(&fold::words(typed)).take(MOST_WORDS).map(str::to_owned).collect();
        terms.sort_unstable();
        terms.dedup();
        Self { terms, is_blank: typed.trim().is_empty() }
    }

    /// Whether it asks for nothing, because nothing but spaces was typed. Punctuation asks for what is nowhere.
    pub fn is_blank(&self) -> bool {
        self.is_blank
    }

    /// Its words, folded.
    pub(crate) fn terms(&self) -> &[String] {
        &self.terms
    }
}

/// Letters of a word that count. What is longer is no word but an address or a key, and is known by its beginning.
const LONGEST: usize = 64;

/// The words of a folded text.
pub(crate) fn each_word(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty()).map(beginning)
}

fn beginning(word: &str) -> &str {
    let end = word.char_indices().nth(LONGEST).map_or(word.len(), |(end, _)| end);
    word.get(..end).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_its_words_once_each() {
        assert_eq!(Query::new(" Río, rio & MAR! ").terms(), ["mar", "rio"]);
        assert!(Query::new(" ").is_blank() && Query::new("").is_blank());
        assert_eq!(Query::new("🎸!").terms(), ["🎸"]);
        let signs = Query::new(" – ");
        assert!(signs.terms().is_empty() && !signs.is_blank());
        assert_eq!(Query::new(&"a b c d e f g h i j k l m n o p q r s".repeat(9)).terms().len(), MOST_WORDS);
        assert_eq!(Query::new(&"é".repeat(99)).terms(), ["e".repeat(LONGEST)]);
    }
}
