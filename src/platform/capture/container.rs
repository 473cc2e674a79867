//! Which container this browser records into. Browsers differ, and say so only when they are asked.

use web_sys::MediaRecorder;

use super::Kind;
use crate::globals;

/// WebM first: it can be cut and mended here. VP8 before VP9, which a school's computer encodes too slowly.
const SEEN: [&str; 5] = [
    "video/webm;codecs=vp8,opus",
    "video/webm;codecs=vp9,opus",
    "video/webm",
    "video/mp4;codecs=avc1.42E01E,mp4a.40.2",
    "video/mp4",
];
const HEARD: [&str; 5] =
    ["audio/webm;codecs=opus", "audio/webm", "audio/ogg;codecs=opus", "audio/mp4;codecs=mp4a.40.2", "audio/mp4"];

/// The media type to record `kind` as; nothing where this browser records nothing of the kind.
pub fn container(kind: Kind) -> Option<&'static str> {
    globals::property::<js_sys::Function>("MediaRecorder").ok()?;
    let known = if kind.is_seen() { SEEN } else { HEARD };
    known.into_iter().find(|media_type| MediaRecorder::is_type_supported(media_type))
}

/// How the name of a file of this media type ends.
pub fn ending(media_type: &str) -> &'static str {
    match media_type.split(';').next().unwrap_or_default() {
        "video/webm" | "audio/webm" => "webm",
        "video/mp4" => "mp4",
        "audio/mp4" => "m4a",
        "audio/ogg" => "ogg",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        _ => "bin",
    }
}
