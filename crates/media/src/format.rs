//! What kind of file it is, as far as its inside is read here.

use std::io::{Read, Seek};

use crate::fault::Fault;
use crate::input::Input;

/// A file whose inside is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// JPEG (ITU-T T.81), with JFIF or Exif.
    Jpeg,
    /// PNG, third edition, animated ones included.
    Png,
    /// WebP (RFC 9649).
    WebP,
    /// HEIF (ISO/IEC 23008-12): HEIC and AVIF.
    Heif,
}

/// Brands of a picture among the files made of boxes.
const PICTURES: [&[u8; 4]; 11] =
    [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1", b"avif", b"avis"];

impl Format {
    /// Tells it by the first bytes.
    pub(crate) fn of<R: Read + Seek>(input: &mut Input<R>) -> Result<Option<Self>, Fault> {
        Ok(match input.some(0)? {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            [_, _, _, _, b'f', b't', b'y', b'p', a, b, c, d, ..] if PICTURES.contains(&&[*a, *b, *c, *d]) => {
                Some(Self::Heif)
            }
            _ => None,
        })
    }
}
