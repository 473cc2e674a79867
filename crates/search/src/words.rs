//! The words of a document, before it is put in.

use std::collections::BTreeMap;

use crate::fold;
use crate::query::each_word;
use crate::weight::Weight;

/// Words, each with the weightiest place where it stands. They can be read one text after the other, with rests between them.
#[derive(Clone, Debug, Default)]
pub struct Words(BTreeMap<String, Weight>);

impl Words {
    /// Reads a text.
    pub fn read(&mut self, weight: Weight, text: &str) {
        for word in each_word(&fold::words(text)) {
            match self.0.get_mut(word) {
                Some(most) => *most = weight.max(*most),
                None => drop(self.0.insert(word.to_owned(), weight)),
            }
        }
    }
}

impl IntoIterator for Words {
    type Item = (String, Weight);
    type IntoIter = std::collections::btree_map::IntoIter<String, Weight>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'t> FromIterator<(Weight, &'t str)> for Words {
    fn from_iter<T: IntoIterator<Item = (Weight, &'t str)>>(texts: T) -> Self {
        let mut words = Self::default();
        texts.into_iter().for_each(|(weight, text)| words.read(weight, text));
        words
    }
}
