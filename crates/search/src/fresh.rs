//! The documents that came since the bytes were written.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::bytes::length;
use crate::postings::Postings;
use crate::words::Words;

/// Documents in memory, numbered as they came.
#[derive(Clone, Debug, Default)]
pub struct Fresh {
    /// `None` where one was replaced or taken away. Its words go when the index settles.
    documents: Vec<Option<Document>>,
    numbers: BTreeMap<String, u32>,
    words: BTreeMap<String, Postings>,
}

/// What is kept of a document beside its words.
#[derive(Clone, Debug)]
pub struct Document {
    pub key: String,
    pub stamp: u64,
    pub note: String,
}

impl Fresh {
    /// Adds a document that is not here.
    pub fn put(&mut self, document: Document, words: Words) {
        let number = length(self.documents.len());
        for (word, weight) in words {
            self.words.entry(word).or_default().push(number, weight);
        }
        self.numbers.insert(document.key.clone(), number);
        self.documents.push(Some(document));
    }

    /// Takes a document away; whether it was here.
    pub fn remove(&mut self, key: &str) -> bool {
        let Some(number) = self.numbers.remove(key) else { return false };
        if let Some(document) = self.documents.get_mut(number as usize) {
            *document = None;
        }
        true
    }

    /// The stamp of a document.
    pub fn stamp(&self, key: &str) -> Option<u64> {
        self.document(*self.numbers.get(key)?).map(|document| document.stamp)
    }

    /// A document, unless it was taken away.
    pub fn document(&self, number: u32) -> Option<&Document> {
        self.documents.get(number as usize)?.as_ref()
    }

    /// The documents that are here, by their keys, with their numbers.
    pub fn by_key(&self) -> impl ExactSizeIterator<Item = (&str, u32)> {
        self.numbers.iter().map(|(key, number)| (key.as_str(), *number))
    }

    /// How many documents were ever put here.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Words in their order from the first that is not before `from`, with their postings. Those may speak of what was taken away.
    pub fn words_from(&self, from: &str) -> impl Iterator<Item = (&str, &[u8])> {
        self.words
            .range::<str, _>((Bound::Included(from), Bound::Unbounded))
            .map(|(word, postings)| (word.as_str(), postings.bytes()))
    }
}
