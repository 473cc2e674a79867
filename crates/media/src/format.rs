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
    /// GIF.
    Gif,
    /// HEIF (ISO/IEC 23008-12): HEIC and AVIF.
    Heif,
    /// SVG.
    Svg,
    /// Films and sound in boxes: MP4 (ISO/IEC 14496-14), QuickTime, 3GPP.
    Movie,
    /// WebM and Matroska (RFC 9559).
    WebM,
    /// Plain sound in RIFF.
    Wav,
    /// PDF (ISO 32000).
    Pdf,
    /// A ZIP, which may be a document: Office Open XML (ISO/IEC 29500), OpenDocument (ISO/IEC 26300).
    Package,
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
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => Some(Self::Wav),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [_, _, _, _, b'f', b't', b'y', b'p', a, b, c, d, ..] if PICTURES.contains(&&[*a, *b, *c, *d]) => {
                Some(Self::Heif)
            }
            [_, _, _, _, b'f', b't', b'y', b'p', ..] | [0, _, _, _, b'm', b'o', b'o', b'v', ..] => Some(Self::Movie),
            [_, _, _, _, b'm', b'd', b'a', b't', ..]
            | [0, 0, 0, 8, b'w' | b'f', b'i' | b'r', b'd' | b'e', b'e', ..] => Some(Self::Movie),
            [0x1a, 0x45, 0xdf, 0xa3, ..] => Some(Self::WebM),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [b'P', b'K', 3, 4, ..] => Some(Self::Package),
            head if is_svg(head) => Some(Self::Svg),
            _ => None,
        })
    }

    /// Whether its private facts are taken out as soon as a learner adds it. From other files they are taken out when the
    /// learner asks for it.
    #[must_use]
    pub fn is_cleaned_at_once(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::WebP | Self::Heif)
    }
}

/// Whether text begins with an SVG, or with what may stand before one.
fn is_svg(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let has = |tag: &[u8]| head.windows(tag.len()).take(4096).any(|window| window == tag);
    head.starts_with(b"<") && (has(b"<svg") || has(b":svg"))
}
