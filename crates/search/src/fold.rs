//! Words as a search compares them: without case, accents and punctuation.

mod letters;
mod signs;

/// The words of a text, each after one space: ` words like this`. What is between them is gone, so that a phrase is
/// found whatever stands between its words. Letters of scripts that write without spaces are words of their own, and so are
/// symbols such as `🎸`. `+` and `#` right behind a word are part of it, as in `C++`.
pub fn words(text: &str) -> String {
    let mut folding = Folding { words: String::with_capacity(text.len() + 1), behind: Behind::Nothing };
    text.chars().for_each(|letter| folding.take(letter));
    folding.words
}

/// Whether two tags are the same: their words are. Those that have none are the same where they are equal.
pub fn same_words(one: &str, other: &str) -> bool {
    one == other || tag(one) == tag(other)
}

/// What tags that are the [same](same_words) have in common, and no others.
pub fn tag(text: &str) -> String {
    let words = words(text);
    // No tag that has words begins otherwise than with a space.
    if words.is_empty() { text.trim().to_owned() } else { words }
}

/// The words so far, and what was met last.
struct Folding {
    words: String,
    behind: Behind,
}

/// What the next letter stands behind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// Nothing that it could be a part of.
    Nothing,
    /// A letter of a word.
    Letter,
    /// So many signs that are part of a word if no letter follows: `C++` is one, `3+4` is two.
    Signs(usize),
    /// A symbol.
    Symbol,
    /// A symbol, and what will hold it together with the next.
    Joiner,
    /// The first half of a flag.
    HalfFlag,
}

impl Folding {
    fn take(&mut self, letter: char) {
        if letters::is_of_a_word(letter) {
            self.take_letter(letter);
        } else if signs::is_behind_words(letter) {
            self.take_sign(letter);
        } else if signs::is_symbol(letter) || signs::is_of_the_symbol_before(letter) {
            self.take_symbol(letter);
        } else if letter == signs::JOINER && self.behind == Behind::Symbol {
            self.behind = Behind::Joiner;
        } else if !letters::is_mark(letter) && !signs::is_invisible(letter) {
            self.behind = Behind::Nothing;
        }
    }

    fn take_letter(&mut self, letter: char) {
        if let Behind::Signs(count) = self.behind {
            self.words.truncate(self.words.len() - count);
        }
        let is_word = letters::is_written_without_spaces(letter);
        if is_word || self.behind != Behind::Letter {
            self.words.push(' ');
        }
        self.behind = if is_word { Behind::Nothing } else { Behind::Letter };
        letters::push_folded(&mut self.words, letter);
    }

    fn take_sign(&mut self, sign: char) {
        let before = match self.behind {
            Behind::Letter => 0,
            Behind::Signs(count) => count,
            _ => {
                self.behind = Behind::Nothing;
                return;
            }
        };
        self.words.push(sign);
        self.behind = Behind::Signs(before + sign.len_utf8());
    }

    fn take_symbol(&mut self, symbol: char) {
        let is_half_a_flag = signs::is_half_a_flag(symbol);
        let is_joined = match self.behind {
            Behind::Joiner => {
                self.words.push(signs::JOINER);
                true
            }
            Behind::HalfFlag => is_half_a_flag,
            Behind::Symbol => signs::is_of_the_symbol_before(symbol),
            Behind::Nothing | Behind::Letter | Behind::Signs(_) => false,
        };
        if !is_joined {
            self.words.push(' ');
        }
        self.words.push(symbol);
        self.behind = if is_half_a_flag && !is_joined { Behind::HalfFlag } else { Behind::Symbol };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_accents_and_punctuation_are_gone() {
        assert_eq!(words("  Énergie: Über—NAÏVE, co-operate! "), " energie uber naive co operate");
        assert_eq!(words("Straße Œuvre Ægir Þór Łódź İstanbul ǅ"), " strasse oeuvre aegir thor lodz istanbul ǆ");
        assert_eq!(words("Tiếng Việt ñandú"), " tieng viet nandu");
        assert_eq!(words("e\u{301}tude"), " etude");
        assert_eq!(words("H.A.MATH.L1.10"), " h a math l1 10");
        assert_eq!(words("ПРИВЕТ"), " привет");
        assert_eq!(words("数学の力"), " 数 学 の 力");
        assert_eq!(words("3D数学a"), " 3d 数 学 a");
        assert_eq!(words("–"), "");
    }

    #[test]
    fn what_is_written_in_two_ways_is_one_word() {
        assert_eq!(words("Ciencias 3.º ESO"), words("ciencias 3º eso"));
        assert_eq!(words("1.ª evaluación"), words("1ª evaluación"));
        assert_eq!(words("20 m², 10⁻³, H₂O"), " 20 m2 10 3 h2o");
        assert_eq!(words("ﬁn, eﬃcient, ﬆ"), " fin efficient st");
        assert_eq!(words("foto\u{ad}grafía photo\u{200b}graph \u{feff}word\u{2060}s"), " fotografia photograph words");
        assert_eq!(words("می\u{200c}خواهم"), " میخواهم");
    }

    #[test]
    fn symbols_are_words() {
        assert_eq!(words("Rock🎸 → 5 €, ¿qué? !! | ── * `x`"), " rock 🎸 → 5 € que x");
        assert_eq!(words("❤\u{fe0f} ❤ ❤\u{fe0f}\u{200d}🔥"), " ❤ ❤ ❤\u{200d}🔥");
        assert_eq!(words("👩\u{200d}🚀👍🏽👍"), " 👩\u{200d}🚀 👍🏽 👍");
        assert_eq!(words("🇪🇸🇸🇪🇪 🏴\u{e0067}\u{e0062}\u{e007f}x"), " 🇪🇸 🇸🇪 🇪 🏴\u{e0067}\u{e0062}\u{e007f} x");
        assert_eq!(words("🎸\u{200d} \u{200d}🎸 a\u{200d}b"), " 🎸 🎸 ab");
    }

    #[test]
    fn signs_behind_a_word_are_part_of_it() {
        assert_eq!(words("C, C++, C# & F#m; LGBTQ+"), " c c++ c# f m lgbtq+");
        assert_eq!(words("3+4 a + b # c ## #art ++ e\u{301}+"), " 3 4 a b c art e+");
    }

    #[test]
    fn tags_are_the_same_by_their_words() {
        assert!(same_words("Música", "musica"));
        assert!(same_words("outer-space", "Outer space"));
        assert!(!same_words("space", "spaces"));
        assert!(same_words("#art", "Art") && same_words("c++", " C++ ") && same_words("Rock 🎸", "rock🎸"));
        assert!(same_words("❤", "❤\u{fe0f}"), "drawn in two ways");
        assert!(same_words("!!", "!!") && same_words("!!", " !!"));
        let different = ["", "🎸", "🎨", "!!", "?", "C", "C++", "C#", "C 🎸", "🇪🇸", "🇸🇪", "👍", "👍🏽", "€", "£"];
        for (place, one) in different.iter().enumerate() {
            for other in &different[..place] {
                assert!(!same_words(one, other), "{one} {other}");
            }
        }
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing(text in "[a-zA-ZÀ-ɏḀ-ỿ数の ,.+#º²ﬁ🎸👩🇪🏽→\u{ad}\u{200d}\u{fe0f}-]{0,30}") {
            let once = words(&text);
            prop_assert_eq!(words(&once), once);
        }

        #[test]
        fn every_word_stands_after_one_space(text: String) {
            let folded = words(&text);
            prop_assert!(folded.is_empty() || folded.starts_with(' '));
            prop_assert!(!folded.contains("  ") && !folded.ends_with(' '));
        }
    }
}
