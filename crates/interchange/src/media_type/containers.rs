//! Formats that are boxes for others: RIFF, ISO base media, Matroska, Ogg, ZIP, and the old Office's compound file.

use super::{Kind, Type, row};

static WEBP: Type = row("image/webp", Kind::Image, &["webp"]);
static WAV: Type = row("audio/wav", Kind::Audio, &["wav", "wave"]);
static AVI: Type = row("video/x-msvideo", Kind::Video, &["avi"]);
static AIFF: Type = row("audio/aiff", Kind::Audio, &["aif", "aiff", "aifc"]);
static AVIF: Type = row("image/avif", Kind::Image, &["avif"]);
static HEIC: Type = row("image/heic", Kind::Image, &["heic", "heif", "hif"]);
static M4A: Type = row("audio/mp4", Kind::Audio, &["m4a", "m4b", "mp4"]);
static MP4: Type = row("video/mp4", Kind::Video, &["mp4", "m4v"]);
static MOV: Type = row("video/quicktime", Kind::Video, &["mov", "qt"]);
static THREE_GP: Type = row("video/3gpp", Kind::Video, &["3gp", "3g2"]);
static WEBM: Type = row("video/webm", Kind::Video, &["webm"]);
static WEBM_AUDIO: Type = row("audio/webm", Kind::Audio, &["webm", "weba"]);
static MKV: Type = row("video/x-matroska", Kind::Video, &["mkv", "mka"]);
static OGG: Type = row("audio/ogg", Kind::Audio, &["ogg", "oga", "opus", "spx"]);
static OGV: Type = row("video/ogg", Kind::Video, &["ogv", "ogg"]);

/// What is a ZIP underneath. The part that tells them apart may lie beyond the first bytes; then the name decides.
static ZIPS: &[(&[u8], Type)] = &[
    (
        b"word/",
        row(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind::Office,
            &["docx", "docm", "dotx"],
        ),
    ),
    (
        b"xl/",
        row(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Kind::Office,
            &["xlsx", "xlsm", "xltx"],
        ),
    ),
    (
        b"ppt/",
        row(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Kind::Office,
            &["pptx", "pptm", "ppsx"],
        ),
    ),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.text",
        row("application/vnd.oasis.opendocument.text", Kind::Office, &["odt", "ott"]),
    ),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        row("application/vnd.oasis.opendocument.spreadsheet", Kind::Office, &["ods", "ots"]),
    ),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.presentation",
        row("application/vnd.oasis.opendocument.presentation", Kind::Office, &["odp", "otp"]),
    ),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.graphics",
        row("application/vnd.oasis.opendocument.graphics", Kind::Office, &["odg", "otg"]),
    ),
    (b"mimetypeapplication/epub+zip", row("application/epub+zip", Kind::Other, &["epub"])),
    (b"project.json", row("application/x.scratch.sb3", Kind::Other, &["sb3", "sprite3"])),
    (b"META-INF/MANIFEST.MF", row("application/java-archive", Kind::Archive, &["jar"])),
];

/// A ZIP that is no more than that, or whose kind only the name tells.
static ZIP: Type = row(
    "application/zip",
    Kind::Archive,
    &["zip", "cbz", "h5p", "mbz", "apk", "ggb", "kra", "3mf", "pages", "numbers", "key"],
);

/// Old Office documents share one container; the name says which of them it is.
static COMPOUND: &[Type] = &[
    row("application/msword", Kind::Office, &["doc", "dot"]),
    row("application/vnd.ms-excel", Kind::Office, &["xls", "xlt"]),
    row("application/vnd.ms-powerpoint", Kind::Office, &["ppt", "pps"]),
    row("application/x-ole-storage", Kind::Other, &["msg", "msi", "pub"]),
];

pub(super) fn find(bytes: &[u8], ending: &str) -> Option<&'static Type> {
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, form @ ..] => riff(form),
        [b'F', b'O', b'R', b'M', _, _, _, _, b'A', b'I', b'F', b'F' | b'C', ..] => Some(&AIFF),
        [_, _, _, _, b'f', b't', b'y', b'p', brands @ ..] => Some(base_media(brands, ending)),
        // Older QuickTime files go without `ftyp`.
        [0, _, _, _, b'm', b'o', b'o', b'v', ..]
        | [_, _, _, _, b'm', b'd', b'a', b't', ..]
        | [0, 0, 0, 8, b'w' | b'f', b'i' | b'r', b'd' | b'e', b'e', ..] => Some(&MOV),
        [0x1a, 0x45, 0xdf, 0xa3, rest @ ..] => Some(matroska(rest, ending)),
        [b'O', b'g', b'g', b'S', page @ ..] => Some(ogg(page)),
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(zip(bytes, ending)),
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => {
            COMPOUND.iter().find(|row| row.endings.contains(&ending)).or(COMPOUND.last())
        }
        _ => None,
    }
}

fn riff(form: &[u8]) -> Option<&'static Type> {
    match form.get(..4)? {
        b"WEBP" => Some(&WEBP),
        b"WAVE" => Some(&WAV),
        b"AVI " => Some(&AVI),
        _ => None,
    }
}

/// The major brand decides; `mif1` pictures say among their compatible brands which codec they are for.
fn base_media(brands: &[u8], ending: &str) -> &'static Type {
    let major = brands.get(..4).unwrap_or_default();
    match major {
        b"avif" | b"avis" => &AVIF,
        b"mif1" | b"msf1" if holds(brands.get(..64).unwrap_or(brands), b"avif") => &AVIF,
        b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" => &HEIC,
        b"M4A " | b"M4B " | b"M4P " => &M4A,
        b"qt  " => &MOV,
        [b'3', b'g', ..] => &THREE_GP,
        _ if ending == "m4a" || ending == "m4b" => &M4A,
        _ => &MP4,
    }
}

/// A track's codec id starts with `V_` if it has pictures.
fn matroska(rest: &[u8], ending: &str) -> &'static Type {
    let head = rest.get(..64).unwrap_or(rest);
    let pictures = holds(rest, b"V_VP") || holds(rest, b"V_AV1") || holds(rest, b"V_MPEG");
    let sound_only = !pictures && (holds(rest, b"A_OPUS") || holds(rest, b"A_VORBIS") || ending == "weba");
    match (holds(head, b"webm"), sound_only) {
        (true, true) => &WEBM_AUDIO,
        (true, false) => &WEBM,
        (false, _) => &MKV,
    }
}

fn ogg(page: &[u8]) -> &'static Type {
    let head = page.get(..256).unwrap_or(page);
    if holds(head, b"\x80theora") { &OGV } else { &OGG }
}

fn zip(bytes: &[u8], ending: &str) -> &'static Type {
    let by_part = ZIPS.iter().find(|(part, _)| holds(bytes, part));
    let by_name = || ZIPS.iter().find(|(_, found)| found.endings.contains(&ending));
    // Any archive may hold a `word/` or a `project.json`: a name that says ZIP is believed.
    if ZIP.endings.contains(&ending) {
        return &ZIP;
    }
    by_part.or_else(by_name).map_or(&ZIP, |(_, found)| found)
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Every row of these tables.
pub(super) fn rows() -> impl Iterator<Item = &'static Type> {
    let single = [
        &WEBP,
        &WAV,
        &AVI,
        &AIFF,
        &AVIF,
        &HEIC,
        &M4A,
        &MP4,
        &MOV,
        &THREE_GP,
        &WEBM,
        &WEBM_AUDIO,
        &MKV,
        &OGG,
        &OGV,
        &ZIP,
    ];
    single.into_iter().chain(ZIPS.iter().map(|(_, row)| row)).chain(COMPOUND)
}
