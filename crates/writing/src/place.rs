//! Places in a text. A text field of the browser counts in code units of UTF-16, Rust in bytes of UTF-8.

/// How long a text is to a text field.
pub(crate) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The byte at which the unit `at` begins. Between the two units of one character it is that character's beginning, and behind the
/// end of the text the end.
pub(crate) fn byte_at(text: &str, at: usize) -> usize {
    let mut behind = 0;
    let holds = |(_, letter): &(usize, char)| {
        behind += letter.len_utf16();
        behind > at
    };
    text.char_indices().find(holds).map_or(text.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::{byte_at, units};
    use proptest::prelude::*;

    #[test]
    fn an_emoji_is_two_units_and_is_never_cut() {
        let text = "a🙂é";
        assert_eq!(units(text), 4);
        assert_eq!([0, 1, 2, 3, 4, 99].map(|at| byte_at(text, at)), [0, 1, 1, 5, 7, 7]);
    }

    proptest! {
        #[test]
        fn every_boundary_of_characters_comes_back(text in any::<String>()) {
            for (byte, _) in text.char_indices() {
                prop_assert_eq!(byte_at(&text, units(text.get(..byte).unwrap())), byte);
            }
            prop_assert_eq!(byte_at(&text, units(&text)), text.len());
            prop_assert_eq!(units(&text), text.encode_utf16().count());
        }
    }
}
