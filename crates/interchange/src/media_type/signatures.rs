//! Formats that start with bytes of their own.

use super::{Kind, Type, row};

/// Bytes at an offset, and the type they mean. The first row that fits counts.
static SIGNATURES: &[(usize, &[u8], Type)] = &[
    (0, b"\x89PNG\r\n\x1a\n", row("image/png", Kind::Image, &["png", "apng"])),
    (0, b"\xff\xd8\xff", row("image/jpeg", Kind::Image, &["jpg", "jpeg", "jpe", "jfif"])),
    (0, b"GIF87a", row("image/gif", Kind::Image, &["gif"])),
    (0, b"GIF89a", row("image/gif", Kind::Image, &["gif"])),
    (0, b"\0\0\x01\0", row("image/x-icon", Kind::Image, &["ico"])),
    (0, b"II*\0", row("image/tiff", Kind::Image, &["tif", "tiff", "dng"])),
    (0, b"MM\0*", row("image/tiff", Kind::Image, &["tif", "tiff", "dng"])),
    (0, b"8BPS", row("image/vnd.adobe.photoshop", Kind::Other, &["psd"])),
    (0, b"fLaC", row("audio/flac", Kind::Audio, &["flac"])),
    (0, b"ID3", row("audio/mpeg", Kind::Audio, &["mp3"])),
    (0, b"#!AMR", row("audio/amr", Kind::Audio, &["amr"])),
    (0, b"MThd", row("audio/midi", Kind::Other, &["mid", "midi"])),
    (0, b"%PDF-", row("application/pdf", Kind::Pdf, &["pdf"])),
    (0, b"{\\rtf", row("application/rtf", Kind::Office, &["rtf"])),
    (0, b"%!PS", row("application/postscript", Kind::Other, &["ps", "eps", "ai"])),
    (0, b"\x1f\x8b", row("application/gzip", Kind::Archive, &["gz", "tgz"])),
    (0, b"7z\xbc\xaf\x27\x1c", row("application/x-7z-compressed", Kind::Archive, &["7z"])),
    (0, b"Rar!\x1a\x07", row("application/vnd.rar", Kind::Archive, &["rar"])),
    (0, b"BZh", row("application/x-bzip2", Kind::Archive, &["bz2"])),
    (0, b"\xfd7zXZ\0", row("application/x-xz", Kind::Archive, &["xz"])),
    (257, b"ustar", row("application/x-tar", Kind::Archive, &["tar"])),
    (0, b"glTF", row("model/gltf-binary", Kind::Other, &["glb"])),
    (0, b"SQLite format 3\0", row("application/vnd.sqlite3", Kind::Other, &["sqlite", "sqlite3", "db"])),
    (0, b"\0asm", row("application/wasm", Kind::Other, &["wasm"])),
    (0, b"wOF2", row("font/woff2", Kind::Other, &["woff2"])),
    (0, b"OTTO", row("font/otf", Kind::Other, &["otf"])),
    (0, b"MZ", row("application/vnd.microsoft.portable-executable", Kind::Other, &["exe", "dll", "scr"])),
    (0, b"\x7fELF", row("application/x-elf", Kind::Other, &["elf", "so", "bin"])),
];

static MP3: Type = row("audio/mpeg", Kind::Audio, &["mp3"]);
static AAC: Type = row("audio/aac", Kind::Audio, &["aac"]);
static BMP: Type = row("image/bmp", Kind::Image, &["bmp", "dib"]);

pub(super) fn find(bytes: &[u8]) -> Option<&'static Type> {
    let starts =
        |(offset, magic, _): &&(usize, &[u8], Type)| bytes.get(*offset..).is_some_and(|from| from.starts_with(magic));
    let known = SIGNATURES.iter().find(starts).filter(|(_, _, found)| !is_text_in_disguise(bytes, found));
    known.map(|(_, _, found)| found).or_else(|| audio_frame(bytes)).or_else(|| is_bmp(bytes).then_some(&BMP))
}

/// `MZ`, `BZh` and the like are also how ordinary words start: bytes that are text all through are text.
fn is_text_in_disguise(bytes: &[u8], found: &Type) -> bool {
    let letters_only = matches!(
        found.mime,
        "application/vnd.microsoft.portable-executable"
            | "application/x-bzip2"
            | "audio/mpeg"
            | "font/otf"
            | "model/gltf-binary"
    );
    letters_only && crate::text::is_text(bytes)
}

/// An MPEG audio or ADTS frame header with no reserved value in it.
fn audio_frame(bytes: &[u8]) -> Option<&'static Type> {
    let [0xff, second, third, ..] = *bytes else { return None };
    let layer = (second >> 1) & 3;
    if second & 0xf6 == 0xf0 {
        return Some(&AAC);
    }
    let version = (second >> 3) & 3;
    let (bit_rate, sampling) = (third >> 4, (third >> 2) & 3);
    let valid = second & 0xe0 == 0xe0 && version != 1 && layer != 0 && bit_rate != 15 && sampling != 3;
    valid.then_some(&MP3)
}

/// `BM` alone is two letters; the four reserved bytes are zero and the pixels start where the shortest headers end or
/// soon after.
fn is_bmp(bytes: &[u8]) -> bool {
    match bytes {
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, low, high, 0, 0, ..] => u16::from_le_bytes([*low, *high]) >= 26,
        _ => false,
    }
}

/// Every row of these tables.
pub(super) fn rows() -> impl Iterator<Item = &'static Type> {
    SIGNATURES.iter().map(|(_, _, found)| found).chain([&MP3, &AAC, &BMP])
}
