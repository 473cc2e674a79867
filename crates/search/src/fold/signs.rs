//! What stands in a text beside its letters and means something.

/// Holds several symbols together in one; between letters it cannot be seen.
pub const JOINER: char = '\u{200d}';

/// Whether it is a symbol, as `🎸`, `→` and `€` are. Punctuation is none, nor are the lines and blocks that tables are drawn of.
pub fn is_symbol(sign: char) -> bool {
    const RANGES: [std::ops::RangeInclusive<char>; 8] = [
        // Money, then letters and numbers that are signs.
        '\u{a2}'..='\u{a5}',
        '\u{20a0}'..='\u{20cf}',
        '\u{2100}'..='\u{218f}',
        // Arrows, mathematics, technology.
        '\u{2190}'..='\u{24ff}',
        // Shapes, weather, chess, music and whatever else.
        '\u{25a0}'..='\u{2bff}',
        '\u{3200}'..='\u{33ff}',
        '\u{1d000}'..='\u{1d24f}',
        // Games, flags, emoji.
        '\u{1f000}'..='\u{1faff}',
    ];
    RANGES.iter().any(|range| range.contains(&sign))
}

/// Whether it says something of the symbol before it: the colour of a skin, or which part of a country a flag is of.
pub fn is_of_the_symbol_before(sign: char) -> bool {
    matches!(sign, '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
}

/// Whether it is one of the two letters that a flag is written with.
pub fn is_half_a_flag(sign: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&sign)
}

/// Whether it is a sign that makes another word of the one it stands right behind: `C`, `C#` and `C++` are three.
pub fn is_behind_words(sign: char) -> bool {
    matches!(sign, '+' | '#')
}

/// Whether it cannot be seen and changes nothing: where a word may be broken or not, where text begins, how a symbol is drawn.
pub fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..=JOINER | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}
