//! Words as a search compares them: without case, accents and punctuation.
//!
//! A small table of Latin letters instead of Unicode's whole decomposition, which would cost the browser more bytes
//! than all of this crate. Letters of other scripts only lose their case.

/// The letters U+00C0 to U+024F without their accents; `.` where there is none to lose.
const LATIN: &[u8] = b"\
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg\
    gggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    b................ff....i........oo.............uu............................aaiioouuuuuuuuuu.aa\
    aa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    ...b............";

/// The letters U+1E00 to U+1EFF (Vietnamese among them) in the same way.
const LATIN_ADDITIONAL: &[u8] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr\
    ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// The words of a text, each after one space: ` words like this`. What is between them is gone, so that a phrase is
/// found whatever stands between its words; letters of scripts that write without spaces are words of their own.
pub fn words(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 1);
    let mut in_word = false;
    for letter in text.chars() {
        if !letter.is_alphanumeric() {
            in_word &= is_mark(letter);
            continue;
        }
        let is_word = is_written_without_spaces(letter);
        if !in_word || is_word {
            folded.push(' ');
        }
        in_word = !is_word;
        match letter {
            'a'..='z' | '0'..='9' => folded.push(letter),
            _ => push_folded(&mut folded, letter),
        }
    }
    folded
}

/// Whether two tags are the same words.
pub fn same_words(one: &str, other: &str) -> bool {
    one == other || words(one) == words(other)
}

fn push_folded(folded: &mut String, letter: char) {
    let two_letters = match letter {
        'ß' | 'ẞ' => "ss",
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'Ĳ' | 'ĳ' => "ij",
        'Þ' | 'þ' => "th",
        _ => "",
    };
    if !two_letters.is_empty() {
        folded.push_str(two_letters);
    } else if let Some(base) = base_letter(letter) {
        folded.push(base);
    } else {
        // A capital may become a letter and a mark (İ).
        folded.extend(letter.to_lowercase().filter(|letter| !is_mark(*letter)));
    }
}

fn base_letter(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let (table, first) = if code < 0x1e00 { (LATIN, 0xc0) } else { (LATIN_ADDITIONAL, 0x1e00) };
    let place = usize::try_from(code.checked_sub(first)?).ok()?;
    table.get(place).filter(|base| **base != b'.').map(|base| char::from(*base))
}

/// Combining diacritical marks, which decomposed text writes after the letter.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// Thai, Lao, kana and Han: there a word is found in the middle of a run of letters.
fn is_written_without_spaces(letter: char) -> bool {
    const RANGES: [std::ops::RangeInclusive<char>; 5] = [
        '\u{e00}'..='\u{eff}',
        '\u{3040}'..='\u{30ff}',
        '\u{3400}'..='\u{4dbf}',
        '\u{4e00}'..='\u{9fff}',
        '\u{20000}'..='\u{323af}',
    ];
    RANGES.iter().any(|range| range.contains(&letter))
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
    fn tags_are_the_same_by_their_words() {
        assert!(same_words("Música", "musica"));
        assert!(same_words("outer-space", "Outer space"));
        assert!(!same_words("space", "spaces"));
    }

    #[test]
    fn tables_are_as_long_as_their_ranges() {
        assert_eq!((LATIN.len(), LATIN_ADDITIONAL.len()), (0x250 - 0xc0, 0x100));
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing(text in "[a-zA-ZÀ-ɏḀ-ỿ数の ,.-]{0,30}") {
            let once = words(&text);
            prop_assert_eq!(words(&once), once);
        }
    }
}
