//! Letters of other hands, which are characters of their own.

/// Heavy letters and digits; what has none stays.
pub(super) fn bold(letter: char) -> char {
    shifted(letter, 0x1D400, 0x1D41A, 0x1D7CE)
}

/// The letters that sets of numbers are named with.
pub(super) fn double_struck(letter: char) -> char {
    match letter {
        'C' => 'ℂ',
        'H' => 'ℍ',
        'N' => 'ℕ',
        'P' => 'ℙ',
        'Q' => 'ℚ',
        'R' => 'ℝ',
        'Z' => 'ℤ',
        other => shifted(other, 0x1D538, 0x1D552, 0x1D7D8),
    }
}

fn shifted(letter: char, capitals: u32, small: u32, digits: u32) -> char {
    let place = |first: char| u32::from(letter) - u32::from(first);
    let code = match letter {
        'A'..='Z' => Some(capitals + place('A')),
        'a'..='z' => Some(small + place('a')),
        '0'..='9' => Some(digits + place('0')),
        _ => None,
    };
    code.and_then(char::from_u32).unwrap_or(letter)
}
