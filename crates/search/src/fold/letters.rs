//! What becomes of a letter.
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

/// Appends a letter as it is compared.
pub fn push_folded(folded: &mut String, letter: char) {
    let letters = match letter {
        'a'..='z' | '0'..='9' => return folded.push(letter),
        'ß' | 'ẞ' => "ss",
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'Ĳ' | 'ĳ' => "ij",
        'Þ' | 'þ' => "th",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => "",
    };
    if !letters.is_empty() {
        folded.push_str(letters);
    } else if let Some(base) = base_letter(letter).or_else(|| digit(letter)) {
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

/// The digit that is written above or below the line.
fn digit(letter: char) -> Option<char> {
    let digit = match letter {
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '\u{2070}'..='\u{2079}' => u32::from(letter) - 0x2070,
        '\u{2080}'..='\u{2089}' => u32::from(letter) - 0x2080,
        _ => return None,
    };
    char::from_digit(digit, 10)
}

/// Whether it is a letter or a digit of a word. The signs of ordinal numbers are none, so that `3.º` and `3º` are `3`.
pub fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() && !matches!(letter, 'º' | 'ª')
}

/// Combining diacritical marks, which decomposed text writes after the letter.
pub fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// Thai, Lao, kana and Han: there a word is found in the middle of a run of letters.
pub fn is_written_without_spaces(letter: char) -> bool {
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

    #[test]
    fn tables_are_as_long_as_their_ranges() {
        assert_eq!((LATIN.len(), LATIN_ADDITIONAL.len()), (0x250 - 0xc0, 0x100));
    }
}
