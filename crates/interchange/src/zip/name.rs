//! What the bytes of an entry's name say.

/// The name that stands in these bytes. `is_marked` says that they are marked as UTF-8 (bit 11); what is none then is U+FFFD.
///
/// Without the mark they are UTF-8 all the same if they can be, as macOS writes them: a name in a code page hardly ever is by chance.
/// The rest is taken for a name in the code page of DOS, which is what Windows packs with. APPNOTE (D.1) knows only 437, that of the
/// United States. It is 850 here, that of Western Europe and Latin America: both have the small letters of Spanish, but only 850 has
/// Á, Í, Ó and Ú, and what 437 has in their places are lines of boxes and Greek for mathematics, which stand in hardly any name.
pub(super) fn read(raw: &[u8], is_marked: bool) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) if is_marked => String::from_utf8_lossy(raw).into_owned(),
        Err(_) => raw.iter().map(|byte| code_page_850(*byte)).collect(),
    }
}

/// One byte of code page 850 (Unicode Consortium, VENDORS/MICSFT/PC/CP850.TXT).
fn code_page_850(byte: u8) -> char {
    const HIGH: [char; 128] = [
        'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å', 'É', 'æ', 'Æ', 'ô', 'ö', 'ò',
        'û', 'ù', 'ÿ', 'Ö', 'Ü', 'ø', '£', 'Ø', '×', 'ƒ', 'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º', '¿', '®', '¬', '½',
        '¼', '¡', '«', '»', '░', '▒', '▓', '│', '┤', 'Á', 'Â', 'À', '©', '╣', '║', '╗', '╝', '¢', '¥', '┐', '└', '┴',
        '┬', '├', '─', '┼', 'ã', 'Ã', '╚', '╔', '╩', '╦', '╠', '═', '╬', '¤', 'ð', 'Ð', 'Ê', 'Ë', 'È', 'ı', 'Í', 'Î',
        'Ï', '┘', '┌', '█', '▄', '¦', 'Ì', '▀', 'Ó', 'ß', 'Ô', 'Ò', 'õ', 'Õ', 'µ', 'þ', 'Þ', 'Ú', 'Û', 'Ù', 'ý', 'Ý',
        '¯', '´', '\u{ad}', '±', '‗', '¾', '¶', '§', '÷', '¸', '°', '¨', '·', '¹', '³', '²', '■', '\u{a0}',
    ];
    match byte {
        0x80.. => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn names_are_utf_8_where_they_can_be_and_of_a_code_page_where_not() {
        assert_eq!(read("Canción 数.txt".as_bytes(), true), "Canción 数.txt");
        assert_eq!(read("Canción 数.txt".as_bytes(), false), "Canción 数.txt");
        assert_eq!(read(b"Canci\xa2n.txt", false), "Canción.txt");
        assert_eq!(
            read(b"\xb5\x90\xd6\xe0\xe9\xa5\x9a \xa0\x82\xa1\xa2\xa3\xa4\x81 \xa8\xad \xa6\xa7", false),
            "ÁÉÍÓÚÑÜ áéíóúñü ¿¡ ªº"
        );
        assert_eq!(read(b"\xff~\x7f", false), "\u{a0}~\u{7f}");
        assert_eq!(read(b"Canci\xa2n.txt", true), "Canci\u{fffd}n.txt");
    }
}
