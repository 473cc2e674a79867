//! Names of files that are safe to write, show and unpack on any system.

use std::collections::HashMap;

/// The longest name in bytes of UTF-8. File systems allow 255; this leaves room for a number.
const LONGEST: usize = 240;

/// The longest name of a folder in bytes, since names of files stand below it.
const LONGEST_FOLDER: usize = 60;

/// The longest ending that is kept when a name is shortened, in bytes, its dot included.
const LONGEST_ENDING: usize = 16;

/// Names that mean a device on Windows, with or without an ending.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];

/// Whether a character shows nothing or turns the direction of what follows: with it a name can look like another.
/// The joiners U+200C and U+200D are none: several scripts and many emoji need them.
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Words on one line, whatever somebody typed.
pub(crate) fn one_line(words: &str) -> String {
    words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// The name made safe: one path component that every common system can write. Controls, invisible characters and what
/// Windows forbids are left out or become `_`; leading dots, closing dots and spaces go; device names get a `_`; too
/// long a name keeps its ending. What is left of nothing is `file`.
#[must_use]
pub fn safe_name(name: &str) -> String {
    shortened(safe(name).as_deref().unwrap_or("file"))
}

/// The words made safe as [`safe_name`] does, for a folder: cut at the end where they are long, empty where nothing is left.
#[must_use]
pub fn safe_folder(words: &str) -> String {
    let safe = safe(words).unwrap_or_default();
    cut(&safe, LONGEST_FOLDER).trim_end_matches(['.', ' ']).to_owned()
}

/// `None` where nothing is left.
fn safe(name: &str) -> Option<String> {
    let written: String =
        name.chars().filter(|letter| !letter.is_control() && !is_invisible(*letter)).map(writable).collect();
    let trimmed = written.trim_start_matches(['.', ' ']).trim_end_matches(['.', ' ']);
    let stem = trimmed.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered_device = |stem: &str| {
        let number = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
        number.is_some_and(|number| {
            matches!(number, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        })
    };
    let device = RESERVED.contains(&stem.as_str()) || numbered_device(&stem);
    let named = if device { format!("_{trimmed}") } else { trimmed.to_owned() };
    (!named.is_empty()).then_some(named)
}

/// Separators and what Windows forbids in a name.
fn writable(letter: char) -> char {
    match letter {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
        // They look like separators.
        '\u{2044}' | '\u{2215}' | '\u{29f8}' | '\u{ff0f}' | '\u{ff3c}' | '\u{2024}' | '\u{ff0e}' => '_',
        // Where a character was lost already; an archive reader takes it for a name that it could not read.
        char::REPLACEMENT_CHARACTER => '_',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    }
}

fn shortened(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let (stem, ending) = split(name);
    let ending = if ending.len() <= LONGEST_ENDING { ending } else { "" };
    let stem = cut(stem, LONGEST - ending.len()).trim_end_matches(['.', ' ']);
    format!("{stem}{ending}")
}

/// A name before and from its last dot; a name without a dot, or with only a leading one, has no ending.
fn split(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 => name.split_at(at),
        _ => (name, ""),
    }
}

/// At most `limit` bytes of a text, cut between characters.
fn cut(text: &str, limit: usize) -> &str {
    let end = text
        .char_indices()
        .map(|(at, letter)| at + letter.len_utf8())
        .take_while(|end| *end <= limit)
        .last()
        .unwrap_or(0);
    text.split_at(end).0
}

/// Hands out names that differ, also where capital letters make no difference.
#[derive(Debug, Default)]
pub struct Taken {
    /// Each name in lower case, with the last number that was added to it.
    names: HashMap<String, u32>,
}

impl Taken {
    /// `name`, or `name (2)` and so on before its ending if it is taken.
    pub fn unique(&mut self, name: &str) -> String {
        let (stem, ending) = split(name);
        let mut free = name.to_owned();
        while self.names.contains_key(&free.to_lowercase()) {
            let number = self.names.entry(name.to_lowercase()).or_insert(1);
            *number += 1;
            free = format!("{stem} ({number}){ending}");
        }
        self.names.insert(free.to_lowercase(), 1);
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_that_deceive_or_harm_become_plain() {
        let cases = [
            ("holiday-photo\u{202e}gpj.exe", "holiday-photogpj.exe"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("..\\evil.txt", "_evil.txt"),
            ("C:\\x|y?.txt", "C__x_y_.txt"),
            ("con", "_con"),
            ("Aux.txt", "_Aux.txt"),
            ("COM1.log", "_COM1.log"),
            ("com10.log", "com10.log"),
            (".htaccess", "htaccess"),
            ("name. . ", "name"),
            ("\u{0}\n\t", "file"),
            ("", "file"),
            ("a\u{200b}b\r\nc", "abc"),
            ("mi  foto (2).png ", "mi  foto (2).png"),
            ("👩🏽\u{200d}🔬.png", "👩🏽\u{200d}🔬.png"),
            ("写真.png", "写真.png"),
        ];
        for (name, safe) in cases {
            assert_eq!(safe_name(name), safe, "{name:?}");
        }
    }

    #[test]
    fn long_names_keep_their_ending() {
        let long = safe_name(&format!("{}.jpeg", "é".repeat(300)));
        assert!(long.len() <= LONGEST && long.ends_with("é.jpeg"), "{long}");
        assert!(safe_name(&format!("a.{}", "b".repeat(300))).len() <= LONGEST);
    }

    #[test]
    fn folders_are_short_and_may_be_nothing() {
        assert_eq!(safe_folder("My volcano: a film"), "My volcano_ a film");
        assert_eq!(safe_folder(" \u{202e}. "), "");
        assert!(safe_folder(&"数".repeat(100)).len() <= LONGEST_FOLDER);
    }

    #[test]
    fn taken_names_are_numbered_whatever_their_case() {
        let mut taken = Taken::default();
        let given = ["a.png", "A.png", "a (2).png", "a.png", "noending", "noending"].map(|name| taken.unique(name));
        assert_eq!(given, ["a.png", "A (2).png", "a (2) (2).png", "a (3).png", "noending", "noending (2)"]);
    }

    proptest! {
        #[test]
        fn any_name_becomes_one_safe_component(name in "\\PC{0,200}|[./\\\\ conCON:.\u{202e}]{0,30}") {
            let safe = safe_name(&name);
            prop_assert!(!safe.is_empty() && safe.len() <= LONGEST);
            prop_assert!(!safe.contains(['/', '\\', ':', '\0', char::REPLACEMENT_CHARACTER]) && safe != "." && safe != "..");
            prop_assert!(!safe.ends_with(['.', ' ']) && !safe.starts_with('.'));
            prop_assert_eq!(safe_name(&safe), safe.clone(), "not settled");
            let path = format!("evidence/2026-01-15 {}/{safe}", safe_folder(&name));
            prop_assert!(crate::zip::is_safe(&path.replace(" /", "/")), "{path:?}");
        }
    }
}
