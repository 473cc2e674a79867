//! Finding items by words.

use search::fold;
use serde::{Deserialize, Serialize};

use super::item::Item;

/// The words of every item, as a search compares them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Index(Vec<Words>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Words {
    code: String,
    name: String,
    /// The statement where it is not the name, and the tags.
    more: String,
}

/// How well an item fits, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Code,
    BeginningOfCode,
    BeginningOfName,
    InName,
    Anywhere,
}

impl Index {
    pub(super) fn of(items: &[Item]) -> Self {
        Self(items.iter().map(Words::of).collect())
    }

    /// The places of the items that fit, best first, equally good ones in framework order.
    pub(super) fn find(&self, query: &str) -> Vec<usize> {
        let whole = fold::words(query);
        let phrases: Vec<String> =
            query.split_whitespace().map(fold::words).filter(|words| !words.is_empty()).collect();
        if phrases.is_empty() {
            return Vec::new();
        }
        let fits = self.0.iter().enumerate().filter_map(|(place, words)| Some((words.fit(&whole, &phrases)?, place)));
        let mut found: Vec<_> = fits.collect();
        found.sort_unstable();
        found.into_iter().map(|(_, place)| place).collect()
    }
}

impl Words {
    fn of(item: &Item) -> Self {
        let mut more = if item.short.is_some() { fold::words(&item.statement) } else { String::new() };
        for tag in &item.keywords {
            // A line of its own, so that no phrase runs from one tag into the next.
            more.push('\n');
            more.push_str(&fold::words(tag));
        }
        let code = item.code.as_deref().map(fold::words).unwrap_or_default();
        Self { code, name: fold::words(item.name()), more }
    }

    /// Every phrase begins with the space before its first word, so that it is found at the beginning of a word only.
    fn fit(&self, whole: &str, phrases: &[String]) -> Option<Fit> {
        if self.code == whole {
            return Some(Fit::Code);
        }
        if self.code.starts_with(whole) {
            return Some(Fit::BeginningOfCode);
        }
        if self.name.starts_with(whole) {
            return Some(Fit::BeginningOfName);
        }
        let in_name = |phrase: &String| self.name.contains(phrase.as_str()) || self.code.contains(phrase.as_str());
        if phrases.iter().all(in_name) {
            return Some(Fit::InName);
        }
        let anywhere = |phrase: &String| in_name(phrase) || self.more.contains(phrase.as_str());
        phrases.iter().all(anywhere).then_some(Fit::Anywhere)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::framework::tests::{id, source};
    use crate::framework::{Framework, ItemSource};

    fn described(name: &str, describe: impl FnOnce(&mut ItemSource)) -> ItemSource {
        let mut item = ItemSource::new(id(name), "");
        describe(&mut item);
        item
    }

    fn sample() -> Framework {
        let mut told = source(&[], &[]);
        told.items = vec![
            described("tagged", |item| {
                item.statement = "Something else".into();
                item.keywords = vec!["fish".into(), "Energía solar".into()];
            }),
            described("stated", |item| {
                item.short = Some("Heat".into());
                item.statement = "I can follow energy through a food web".into();
            }),
            described("named", |item| item.statement = "Stored energy in springs".into()),
            described("first", |item| item.statement = "Energy, and where it goes".into()),
            described("coded", |item| {
                item.statement = "Waves".into();
                item.code = Some("ENERGY.10".into());
            }),
            described("exact", |item| {
                item.statement = "Light".into();
                item.code = Some("energy".into());
            }),
            described("other", |item| item.statement = "Synergy".into()),
        ];
        Framework::build(told, None)
    }

    fn found<'f>(framework: &'f Framework, query: &str) -> Vec<&'f str> {
        framework.search(query).into_iter().map(|item| item.id.as_str()).collect()
    }

    #[test]
    fn the_best_fit_stands_first() {
        assert_eq!(found(&sample(), "Energy"), ["exact", "coded", "first", "named", "stated"]);
        assert_eq!(found(&sample(), "energ"), ["exact", "coded", "first", "named", "tagged", "stated"]);
    }

    #[test]
    fn every_word_counts_and_its_beginning_is_enough() {
        let framework = sample();
        assert_eq!(found(&framework, "spr stor"), ["named"]);
        assert_eq!(found(&framework, "energia"), ["tagged"]);
        assert_eq!(found(&framework, "energy.10"), ["coded"]);
        assert_eq!(found(&framework, "energy.1"), ["coded"]);
        assert_eq!(found(&framework, "solar energia"), ["tagged"]);
        assert!(found(&framework, "nergy").is_empty(), "not from the middle of a word");
        assert!(found(&framework, "energy nowhere").is_empty());
        assert!(found(&framework, "fish-energia").is_empty(), "no phrase runs from tag to tag");
        assert!(found(&framework, "").is_empty() && found(&framework, " – ").is_empty());
    }

    proptest! {
        #[test]
        fn what_it_finds_holds_every_word(
            query in "[a-eA-E .-]{0,6}",
            statements in prop::collection::vec("[a-eÀ ,]{0,12}", 1..6),
        ) {
            let mut told = source(&[], &[]);
            for (number, statement) in statements.iter().enumerate() {
                told.items.push(ItemSource::new(id(&format!("i{number}")), statement.as_str()));
            }
            let framework = Framework::build(told, None);
            let found = framework.search(&query);
            let words = query.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
            let asked: Vec<String> = words.map(str::to_lowercase).collect();
            let plain = |text: &str| text.replace('À', "a");
            let begins = |statement: &str, asked: &str| {
                plain(statement).split([' ', ',']).any(|word| word.starts_with(asked))
            };
            let holds = |statement: &str| asked.iter().all(|asked| begins(statement, asked));
            for item in &found {
                prop_assert!(!asked.is_empty() && holds(&item.statement));
            }
            // Without punctuation inside a word of the query, everything that holds the words is found.
            if !query.contains(['.', '-']) && !asked.is_empty() {
                prop_assert_eq!(found.len(), statements.iter().filter(|statement| holds(statement)).count());
            }
        }
    }
}
