//! A framework in the words of a translation.

use std::collections::BTreeMap;

use super::source::{FrameworkSource, ItemSource};
use crate::item_id::ItemId;

impl FrameworkSource {
    /// Whether it is written in this language, given by its BCP 47 tag: `es` is spoken by `es-MX` too.
    pub fn speaks(&self, language: &str) -> bool {
        speaks(self.language.as_deref(), language)
    }

    /// This framework in the words of a package that holds the same items in another language. What it is made of stays:
    /// items, order, codes, tags, sizes, levels and what comes before what. What the translation does not hold keeps its words.
    pub fn in_words_of(mut self, translation: Self) -> Self {
        let mut words: BTreeMap<ItemId, ItemSource> =
            translation.items.into_iter().rev().map(|item| (item.id.clone(), item)).collect();
        for item in &mut self.items {
            if let Some(words) = words.remove(&item.id) {
                item.say(words);
            }
        }
        Self {
            title: translation.title,
            creator: translation.creator.or(self.creator),
            publisher: translation.publisher.or(self.publisher),
            description: translation.description.or(self.description),
            licence: translation.licence.or(self.licence),
            language: translation.language,
            prompts: translation.prompts,
            ..self
        }
    }
}

impl ItemSource {
    fn say(&mut self, words: Self) {
        self.statement = words.statement;
        self.short = words.short;
        self.notes = words.notes;
        self.subjects = words.subjects;
        self.item_type = words.item_type;
        self.ways = words.ways;
        self.learn_as_adopted = std::mem::replace(&mut self.learn, words.learn);
        self.prompts = words.prompts;
        let mut levels: BTreeMap<_, _> = words.levels.into_iter().collect();
        for (level, shows) in &mut self.levels {
            if let Some(translated) = levels.remove(level) {
                *shows = translated;
            }
        }
    }
}

/// Whether what is tagged `tag` is in `language`; what is not tagged is in none.
pub(super) fn speaks(tag: Option<&str>, language: &str) -> bool {
    let primary = tag.and_then(|tag| tag.split('-').next());
    primary.is_some_and(|primary| primary.eq_ignore_ascii_case(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::tests::source;
    use crate::level::Level;
    use crate::{Framework, Frameworks};

    fn spanish(items: &[&str]) -> FrameworkSource {
        let mut source = source(items, &[]);
        (source.id, source.title, source.language) = ("g".into(), "Marco".into(), Some("es-MX".into()));
        source.prompts = vec!["¿Cómo?".into()];
        for item in &mut source.items {
            item.statement = format!("Puedo {}", item.id);
            item.keywords = vec!["música".into()];
            item.learn = vec!["Pregunta".into(), "Prueba".into()];
            item.levels = vec![(Level::PROFICIENT, "Se hace.".into()), (Level::ZERO, "Nada.".into())];
        }
        source
    }

    #[test]
    fn the_words_are_the_translations_and_all_else_stays() {
        let mut english = source(&["m", "m/a", "m/b"], &["a b"]);
        english.items[1].levels = vec![(Level::PROFICIENT, "It is done.".into())];
        english.items[1].keywords = vec!["music".into()];
        english.items[1].learn = vec!["Ask".into()];
        let framework = Framework::build(english.clone().in_words_of(spanish(&["b", "m", "m/a"])), None);
        let original = Framework::build(english, None);
        assert_eq!(framework.about().title, "Marco");
        assert!(speaks(framework.about().language.as_deref(), "es"));
        assert_eq!(framework.about().prompts, ["¿Cómo?"]);
        assert_eq!(framework.id(), original.id(), "it is the package that was adopted");
        for (item, first) in framework.items().iter().zip(original.items()) {
            assert_eq!((&item.id, &item.parent, &item.keywords), (&first.id, &first.parent, &first.keywords));
            assert_eq!(item.statement, format!("Puedo {}", item.id));
            assert_eq!(framework.requirement(&item.id), original.requirement(&item.id));
        }
        assert_eq!(framework.items()[1].levels, [(Level::PROFICIENT, "Se hace.".to_owned())]);
        let lessons: Vec<_> = framework.items()[1].lessons().collect();
        assert_eq!(lessons, [("Ask", "Pregunta"), ("Prueba", "Prueba")], "a mark finds its idea again");
        assert_eq!(original.items()[1].lessons().collect::<Vec<_>>(), [("Ask", "Ask")]);
    }

    #[test]
    fn what_has_no_translation_keeps_its_words() {
        let translated = source(&["a", "b"], &[]).in_words_of(spanish(&["a", "c"]));
        let said: Vec<&str> = translated.items.iter().map(|item| item.statement.as_str()).collect();
        assert_eq!(said, ["Puedo a", "b"]);
    }

    #[test]
    fn of_two_with_the_same_items_one_is_heard() {
        let english = Framework::build(source(&["a", "b"], &[]), None);
        let spanish = Framework::build(spanish(&["b", "a"]), None);
        let heard = |frameworks: &[&Framework]| {
            let all = Frameworks::new(frameworks.iter().map(|&one| one.clone().into()).collect());
            all.iter().map(|framework| framework.id().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(heard(&[&spanish, &english]), ["g"]);
        assert_eq!(heard(&[&english, &spanish]), ["f"]);
        let larger = Framework::build(source(&["a", "b", "c"], &[]), None);
        assert_eq!(heard(&[&spanish, &larger]), ["g", "f"], "c is in the second alone");
        let empty = Framework::build(FrameworkSource::default(), None);
        assert_eq!(heard(&[&spanish, &empty]), ["g", ""], "there is nothing that it says twice");
    }

    #[test]
    fn a_language_is_spoken_in_all_its_countries() {
        assert!(speaks(Some("es-MX"), "es") && speaks(Some("ES"), "es"));
        assert!(!speaks(Some("est"), "es") && !speaks(None, "es"));
    }
}
