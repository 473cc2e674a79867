//! Answering a query.

use crate::fit::{Fit, forgives, nearly_begins};
use crate::index::Index;
use crate::postings;
use crate::query::Query;

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'i> {
    /// Its key.
    pub key: &'i str,
    /// Its note.
    pub note: &'i str,
    /// How well it fits: more is better. For each word of the query what its best place counts, times how well it fits there.
    pub points: u32,
}

/// Points by document: those that were written first, then those that came since.
struct Score(Vec<u8>);

impl Index {
    /// The documents that hold every word of the query, in no order that means anything. A query without words finds nothing.
    pub fn find(&self, query: &Query) -> Vec<Hit<'_>> {
        self.find_among(query, &|_, _| true)
    }

    /// The same among those that are wanted, by their keys and notes, as if there were no others.
    pub fn find_among(&self, query: &Query, is_wanted: &dyn Fn(&str, &str) -> bool) -> Vec<Hit<'_>> {
        let mut terms = query.terms().iter().map(|term| self.score(term, is_wanted));
        let Some(first) = terms.next() else { return Vec::new() };
        let mut points: Vec<u32> = first.into_iter().map(u32::from).collect();
        for score in terms {
            for (sum, more) in points.iter_mut().zip(score) {
                *sum = if *sum == 0 || more == 0 { 0 } else { *sum + u32::from(more) };
            }
        }
        let found = points.into_iter().enumerate().filter(|(_, points)| *points != 0);
        let hits = found.filter_map(|(document, points)| self.hit(document, points));
        hits.filter(|hit| is_wanted(hit.key, hit.note)).collect()
    }

    /// What each document counts for one word; those that are not wanted may count, too. A typo is forgiven where no other one
    /// holds the word.
    fn score(&self, term: &str, is_wanted: &dyn Fn(&str, &str) -> bool) -> Vec<u8> {
        let mut score = Score(vec![0; self.stored.len() + self.fresh.len()]);
        self.score_from(&mut score, term, |word| word.starts_with(term).then(|| Fit::of_beginning(word, term)));
        if forgives(term) && !self.is_any(&score, is_wanted) {
            self.score_all(&mut score, |word| nearly_begins(word, term).then_some(Fit::Nearly));
        }
        score.0
    }

    /// Whether any document that counts is wanted. As a rule the first is.
    fn is_any(&self, Score(points): &Score, is_wanted: &dyn Fn(&str, &str) -> bool) -> bool {
        let counting = points.iter().enumerate().filter(|(_, points)| **points != 0);
        let mut named = counting.filter_map(|(document, _)| self.named(document));
        named.any(|(key, note)| is_wanted(key, note))
    }

    /// Counts the words from `from` on for as long as they fit.
    fn score_from(&self, score: &mut Score, from: &str, fit: impl Fn(&str) -> Option<Fit>) {
        let mut cursor = self.stored.words_from(from);
        while let Some((word, postings)) = cursor.entry() {
            let Some(fit) = fit(word) else { break };
            self.count_stored(score, fit, postings);
            cursor.advance();
        }
        for (word, postings) in self.fresh.words_from(from) {
            let Some(fit) = fit(word) else { break };
            self.count_fresh(score, fit, postings);
        }
    }

    /// Counts the words that fit, wherever they stand.
    fn score_all(&self, score: &mut Score, fit: impl Fn(&str) -> Option<Fit>) {
        let mut cursor = self.stored.words_from("");
        while let Some((word, postings)) = cursor.entry() {
            if let Some(fit) = fit(word) {
                self.count_stored(score, fit, postings);
            }
            cursor.advance();
        }
        for (word, postings) in self.fresh.words_from("") {
            if let Some(fit) = fit(word) {
                self.count_fresh(score, fit, postings);
            }
        }
    }

    fn count_stored(&self, score: &mut Score, fit: Fit, bytes: &[u8]) {
        for (document, weight) in postings::read(bytes) {
            let document = document as usize;
            if self.gone.is_empty() || !self.gone.contains(&document) {
                score.count(document, fit.points() * weight.points());
            }
        }
    }

    fn count_fresh(&self, score: &mut Score, fit: Fit, bytes: &[u8]) {
        for (document, weight) in postings::read(bytes) {
            if self.fresh.document(document).is_some() {
                score.count(self.stored.len() + document as usize, fit.points() * weight.points());
            }
        }
    }

    fn hit(&self, document: usize, points: u32) -> Option<Hit<'_>> {
        self.named(document).map(|(key, note)| Hit { key, note, points })
    }

    /// The key and the note of a document.
    fn named(&self, document: usize) -> Option<(&str, &str)> {
        match document.checked_sub(self.stored.len()) {
            None => Some((self.stored.key(document)?, self.stored.note(document)?)),
            Some(fresh) => {
                let document = self.fresh.document(u32::try_from(fresh).ok()?)?;
                Some((&document.key, &document.note))
            }
        }
    }
}

impl Score {
    fn count(&mut self, document: usize, points: u8) {
        if let Some(most) = self.0.get_mut(document) {
            *most = points.max(*most);
        }
    }
}
