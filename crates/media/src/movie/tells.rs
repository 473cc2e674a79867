//! What the notes of a film tell, by their names: QuickTime's user data, 3GPP's, iTunes' list, and Apple's keys.

use crate::privacy::Private;

/// A note by the four letters of its box.
pub(super) fn by_letters(kind: &[u8; 4]) -> Option<Private> {
    Some(match kind {
        b"\xa9xyz" | b"loci" | b"\xa9loc" | b"GPS " | b"gps0" => Private::Location,
        b"\xa9mak" | b"\xa9mod" | b"\xa9src" | b"\xa9fmt" | b"GPMF" | b"CAME" | b"FIRM" | b"LENS" | b"MUID"
        | b"SDLN" => Private::Camera,
        b"\xa9ART" | b"\xa9art" | b"\xa9aut" | b"\xa9wrt" | b"\xa9cpy" | b"\xa9dir" | b"\xa9prd" | b"\xa9prf"
        | b"auth" | b"cprt" | b"perf" | b"aART" | b"ownr" | b"apID" => Private::Author,
        b"\xa9too" | b"\xa9swr" | b"\xa9enc" | b"\xa9req" => Private::Software,
        b"\xa9nam" | b"\xa9cmt" | b"\xa9des" | b"\xa9inf" | b"\xa9key" | b"\xa9lyr" | b"\xa9alb" | b"titl"
        | b"dscp" | b"desc" | b"ldes" | b"kywd" | b"albm" => Private::Comment,
        b"thmb" | b"covr" | b"SMTA" | b"CNTH" => Private::Thumbnail,
        b"\xa9day" | b"\xa9gen" | b"yrrc" | b"gnre" | b"date" | b"uuid" | b"XMP_" | b"meta" => Private::Other,
        _ => return None,
    })
}

/// A note by Apple's name for it.
pub(super) fn by_key(key: &str) -> Private {
    let key = key.strip_prefix("com.apple.quicktime.").unwrap_or(key);
    match key.split(['.', '-']).next().unwrap_or_default() {
        "location" => Private::Location,
        "make" | "model" | "camera" | "com" => Private::Camera,
        "author" | "artist" | "copyright" | "director" | "producer" | "publisher" => Private::Author,
        "software" | "encoder" => Private::Software,
        "title" | "description" | "comment" | "keywords" | "displayname" | "information" | "album" => Private::Comment,
        "artwork" => Private::Thumbnail,
        _ => Private::Other,
    }
}

/// `+48.8583+002.2944+35.0/` (ISO 6709) as degrees north and east; anything else as it is.
pub(super) fn place(words: &str) -> String {
    let mut numbers = Vec::new();
    let mut rest = words.trim();
    while let Some(sign) = rest.chars().next().filter(|sign| ['+', '-'].contains(sign)) {
        let digits: String =
            rest.chars().skip(1).take_while(|letter| letter.is_ascii_digit() || *letter == '.').collect();
        rest = rest.get(1 + digits.len()..).unwrap_or_default();
        numbers.extend(format!("{sign}{digits}").parse::<f64>());
    }
    match numbers.as_slice() {
        [north, east, ..] => format!("{north:.5}, {east:.5}"),
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_degrees() {
        assert_eq!(place("+48.8583+002.2944+35.000/"), "48.85830, 2.29440");
        assert_eq!(place("-33.9-18.4/"), "-33.90000, -18.40000");
        assert_eq!(place("behind the school"), "behind the school");
    }

    #[test]
    fn keys_are_told_by_their_first_word() {
        assert_eq!(by_key("com.apple.quicktime.location.ISO6709"), Private::Location);
        assert_eq!(by_key("com.apple.quicktime.creationdate"), Private::Other);
        assert_eq!(by_key("com.android.manufacturer"), Private::Camera);
    }
}
