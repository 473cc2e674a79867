//! Pictures that move.

/// How many of a file's first bytes [`moves`] wants to see. More changes nothing, fewer may hide it.
pub const WANTED_BYTES: usize = 4096;

/// Whether a picture moves again and again: a GIF that repeats, an animated PNG, an animated WebP.
#[must_use]
pub fn moves(first_bytes: &[u8]) -> bool {
    let says = |mark: &[u8]| first_bytes.windows(mark.len()).any(|bytes| bytes == mark);
    match first_bytes {
        // Netscape's extension says how often.
        [b'G', b'I', b'F', b'8', ..] => says(b"NETSCAPE2.0"),
        [0x89, b'P', b'N', b'G', ..] => says(b"acTL"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => says(b"ANIM"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::moves;

    #[test]
    fn what_moves_says_so_in_its_first_bytes() {
        let gif = b"GIF89a\x02\0\x02\0\0\0\0\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
        let webp = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\0\0\0\0\0\0ANIM";
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0acTL";
        for picture in [gif.as_slice(), webp, png] {
            assert!(moves(picture));
        }
        for other in [b"GIF89a\x02\0\x02\0\0\0\0".as_slice(), b"NETSCAPE2.0", b"RIFF\0\0\0\0WAVEANIM", b""] {
            assert!(!moves(other));
        }
    }
}
