//! What the tags of a TIFF tell, by their numbers in CIPA DC-008 and Microsoft's additions (0x9c9b to 0x9c9f).

use crate::privacy::Private;

/// What a tag tells of the person who took the picture; `None` for what only says how to show it.
pub(super) fn tells(tag: u16) -> Option<Private> {
    Some(match tag {
        // Make, model; exposure and the rest of the settings; maker note; body and lens with their serial numbers.
        0x010f | 0x0110 | 0x829a | 0x829d | 0x8822 | 0x8827 | 0x8830..=0x8835 | 0x9201..=0x920a | 0x927c => {
            Private::Camera
        }
        0xa20b..=0xa217 | 0xa300..=0xa420 | 0xa431..=0xa435 => Private::Camera,
        // Artist, copyright, XPAuthor, owner of the camera, photographer, editor.
        0x013b | 0x8298 | 0x9c9d | 0xa430 | 0xa437 | 0xa438 => Private::Author,
        // Software, host computer, and what developed and edited the picture.
        0x0131 | 0x013c | 0xa439..=0xa43c => Private::Software,
        // Description, user's comment, XPTitle, XPComment, XPKeywords, XPSubject, title.
        0x010e | 0x9286 | 0x9c9b | 0x9c9c | 0x9c9e | 0x9c9f | 0xa436 => Private::Comment,
        // Dates and times, identifiers, temperature to water depth, XMP, IPTC, Photoshop and related sound.
        0x0132 | 0x9003..=0x9012 | 0x9290..=0x9292 | 0x9400..=0x9405 | 0x02bc | 0x83bb | 0x8649 | 0xa004 => {
            Private::Other
        }
        _ => return None,
    })
}

/// Whether its words are in UTF-16, little endian.
pub(super) fn is_utf16(tag: u16) -> bool {
    (0x9c9b..=0x9c9f).contains(&tag)
}
