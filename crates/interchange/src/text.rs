//! A learner's text file as text, whatever it was saved as.

use std::borrow::Cow;

/// How the characters of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// One byte a character: Windows-1252, of which Latin-1 is the printable part.
    Windows1252,
}

/// Text and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text without its byte-order mark. What no encoding explains is U+FFFD.
    pub text: Cow<'a, str>,
    /// How it was written.
    pub encoding: Encoding,
}

/// Reads a whole file as text. Never fails: ask [`is_text`] first whether it is any.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    match bytes {
        [0xef, 0xbb, 0xbf, text @ ..] => utf8(text),
        [0xff, 0xfe, text @ ..] => utf16(text, Encoding::Utf16Le),
        [0xfe, 0xff, text @ ..] => utf16(text, Encoding::Utf16Be),
        _ => match unmarked_utf16(bytes) {
            Some(encoding) => utf16(bytes, encoding),
            None => utf8(bytes),
        },
    }
}

/// Reads the first bytes of a file as text. A character that is cut off at the end is left out, and is no reason to think of another
/// encoding: of a whole file it would be one, for that may end with `é` in Latin-1.
#[must_use]
pub fn decode_start(bytes: &[u8]) -> Decoded<'_> {
    let whole = match std::str::from_utf8(bytes) {
        Err(fault) if fault.error_len().is_none() => bytes.get(..fault.valid_up_to()).unwrap_or_default(),
        _ => bytes,
    };
    decode(whole)
}

/// Whether bytes, of which there may be more, are text: no control characters but white space and escape, in the encoding that fits.
#[must_use]
pub fn is_text(bytes: &[u8]) -> bool {
    let control =
        |letter: char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}' | '\u{1b}' | '\u{85}');
    let decoded = decode_start(bytes);
    let unexplained = |letter: char| letter == char::REPLACEMENT_CHARACTER && decoded.encoding != Encoding::Utf8;
    !bytes.is_empty() && !decoded.text.chars().any(|letter| control(letter) || unexplained(letter))
}

fn utf8(bytes: &[u8]) -> Decoded<'_> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8 },
        Err(_) => {
            let text = bytes.iter().map(|byte| windows_1252(*byte)).collect::<String>();
            Decoded { text: Cow::Owned(text), encoding: Encoding::Windows1252 }
        }
    }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    let unit = |pair: &[u8]| match (encoding, pair) {
        (Encoding::Utf16Be, [high, low]) => u16::from_be_bytes([*high, *low]),
        (_, [low, high]) => u16::from_le_bytes([*low, *high]),
        _ => 0xfffd,
    };
    let units = bytes.chunks_exact(2).map(unit);
    let text =
        char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>();
    Decoded { text: Cow::Owned(text), encoding }
}

/// Without a mark, UTF-16 shows by a zero in every other byte, as text of mostly Latin letters has.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let pairs = bytes.chunks_exact(2).take(128);
    let count = pairs.len();
    let zeros =
        |at: usize| pairs.clone().filter(|pair| pair.get(at) == Some(&0) && pair.get(1 - at) != Some(&0)).count();
    match (count, zeros(0), zeros(1)) {
        (4.., 0, high) if high * 10 >= count * 9 => Some(Encoding::Utf16Le),
        (4.., low, 0) if low * 10 >= count * 9 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// One byte of Windows-1252 (WHATWG Encoding Standard, index windows-1252).
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> (String, Encoding) {
        let decoded = decode(bytes);
        (decoded.text.into_owned(), decoded.encoding)
    }

    #[test]
    fn encodings_are_told_apart() {
        assert_eq!(read("naïve 数".as_bytes()), ("naïve 数".into(), Encoding::Utf8));
        assert_eq!(read(b"\xef\xbb\xbfok"), ("ok".into(), Encoding::Utf8));
        assert_eq!(read(b"\xff\xfeh\0i\0"), ("hi".into(), Encoding::Utf16Le));
        assert_eq!(read(b"\xfe\xff\0h\0i"), ("hi".into(), Encoding::Utf16Be));
        assert_eq!(read(b"n\0o\0 \0m\0a\0r\0k\0"), ("no mark".into(), Encoding::Utf16Le));
        assert_eq!(read(b"caf\xe9 \x93x\x94"), ("café “x”".into(), Encoding::Windows1252));
    }

    #[test]
    fn a_cut_character_at_the_end_is_left_out_where_there_is_more() {
        let start = |bytes| {
            let decoded = decode_start(bytes);
            (decoded.text.into_owned(), decoded.encoding)
        };
        for cut in ["naïve 数", "\u{feff}naïve 数"] {
            assert_eq!(start(&cut.as_bytes()[..cut.len() - 1]), ("naïve ".into(), Encoding::Utf8));
        }
        assert_eq!(start("naïve 数".as_bytes()), ("naïve 数".into(), Encoding::Utf8));
        assert_eq!(start(b"caf\xe9 ol\xe9"), ("café olé".into(), Encoding::Windows1252));
        assert!(is_text(&"naïve 数".as_bytes()[..9]));
    }

    #[test]
    fn a_whole_text_may_end_with_a_letter_of_latin_1() {
        assert_eq!(read(b"caf\xe9"), ("café".into(), Encoding::Windows1252));
        assert_eq!(read(b"\xe9"), ("é".into(), Encoding::Windows1252));
        assert!(is_text(b"caf\xe9"));
    }

    #[test]
    fn bytes_with_control_characters_are_no_text() {
        assert!(is_text(b"a\tb\r\nc\x1b[1m"));
        assert!(!is_text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"));
        assert!(!is_text(b"a\0b"));
        assert!(!is_text(b""));
    }

    proptest! {
        #[test]
        fn utf16_comes_back(text in "[a-zA-Z0-9é数🎈 ]{0,40}") {
            let le: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
            prop_assert_eq!(decode(&le).text, text.as_str());
            let be: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
            prop_assert_eq!(decode(&be).text, text.as_str());
        }

        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(decode(&bytes).text.chars().count() <= bytes.len());
            prop_assert!(!is_text(&bytes) || !decode_start(&bytes).text.contains('\0'));
        }
    }
}
