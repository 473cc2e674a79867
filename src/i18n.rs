//! Every word a person reads, in each language, as typed functions made from `locales/` by `build.rs`.
//!
//! The functions are plain: they read the language of now. Changing it draws the app again (see `app`), so no view subscribes
//! to it word by word.

use std::cell::Cell;

use platform::intl;

/// The words, a module a place: `t::today::title()`.
pub mod t {
    include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
}

/// A language that Cairn speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// All of them, in the order in which Settings offers them.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// The language's own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
        }
    }

    /// The first language of the person's list that Cairn speaks: "es-MX" is Spanish; English if none is.
    pub fn best_of<'tags>(tags: impl IntoIterator<Item = &'tags str>) -> Self {
        tags.into_iter().find_map(Self::from_tag).unwrap_or_default()
    }

    fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == primary)
    }
}

thread_local! {
    static CURRENT: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language of now.
pub fn language() -> Language {
    CURRENT.get()
}

/// Speaks `language` from now on. The caller draws the app again.
pub fn speak(language: Language) {
    CURRENT.set(language);
}

/// The variant of the language of now; `variants` stand in the order of [`Language::ALL`].
pub(crate) fn pick<T>([english, spanish]: [T; 2]) -> T {
    match language() {
        Language::English => english,
        Language::Spanish => spanish,
    }
}

/// `words` with each `{name}` replaced.
pub(crate) fn fill(words: &str, values: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(words.len() + 16);
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        filled.push_str(value.map_or("", |(_, value)| value.as_str()));
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

/// The form of `forms` for the number `n` by the language's own plural rule, filled.
pub(crate) fn count(n: usize, forms: &[(&str, &str)], values: &[(&str, String)]) -> String {
    let category = intl::plural_category(language().tag(), n);
    let form = |wanted: &str| forms.iter().find(|(name, _)| *name == wanted).map(|(_, words)| *words);
    let words = form(category).or_else(|| form("other")).unwrap_or("");
    let mut all = vec![("n", intl::number(language().tag(), n))];
    all.extend_from_slice(values);
    fill(words, &all)
}

/// Names as one list in the reader's language: "a, b and c".
pub fn list(names: &[String]) -> String {
    intl::list(language().tag(), names)
}

/// How many words of the reader's language a text has; `None` where the browser does not tell.
pub fn words(text: &str) -> Option<usize> {
    intl::words(language().tag(), text)
}

#[cfg(test)]
mod tests {
    use super::{Language, fill};

    #[test]
    fn the_first_spoken_language_of_the_list_wins() {
        assert_eq!(Language::best_of(["fr-CA", "es-MX", "en"]), Language::Spanish);
        assert_eq!(Language::best_of(["C", ""]), Language::English);
    }

    #[test]
    fn placeholders_are_replaced_and_their_values_are_not_read_again() {
        let values = [("name", "{other}".to_owned()), ("other", "no".to_owned())];
        assert_eq!(fill("Hello {name}, {other}!", &values), "Hello {other}, no!");
    }
}
