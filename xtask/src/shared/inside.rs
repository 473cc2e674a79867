//! What is inside of files: private facts go, what is shown stays, and sizes are what the files say.

use std::io::Cursor;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use media::privacy::{Cleaning, Private, clean};
use media::webm::Recording;
use media::{Facts, facts};

use super::{Shared, files_of};

/// Files with facts in them, and what of that is taken out.
const TELLS: [(&str, &str); 8] = [
    ("images/photo-gps.jpg", "location camera software comment thumbnail other"),
    ("images/lab-sheet-gps-orientation-6.jpg", "location camera author comment thumbnail other"),
    ("images/photo-orientation-6.jpg", ""),
    ("images/photo.heic", ""),
    ("video/phone-rotated.mov", "location camera software other"),
    ("documents/essay.docx", "author software comment other"),
    ("documents/essay.odt", "author software comment other"),
    ("documents/lab-report.pdf", ""),
];

/// Width, height, milliseconds and pages, as far as the READMEs tell; 0 is none.
const MEASURES: [(&str, [u64; 4]); 11] = [
    ("images/photo-orientation-6.jpg", [1800, 1200, 0, 0]),
    ("images/photo-11-megapixel.jpg", [4032, 2688, 0, 0]),
    ("images/photo.heic", [1280, 854, 0, 0]),
    ("images/fox.avif", [1204, 800, 0, 0]),
    ("images/photo.webp", [1200, 800, 0, 0]),
    ("audio/reflection.wav", [0, 0, 8000, 0]),
    ("video/demonstration.mp4", [640, 360, 6038, 0]),
    ("video/recorder-no-duration.webm", [640, 360, 0, 0]),
    ("documents/lab-report.pdf", [0, 0, 0, 5]),
    ("documents/talk.pptx", [0, 0, 0, 3]),
    ("documents/essay.odt", [0, 0, 0, 1]),
];

fn cleaned(bytes: &[u8]) -> Result<(Cleaning, Vec<u8>)> {
    let cleaning = clean(Cursor::new(bytes))?;
    let mut new = Vec::new();
    cleaning.plan.write(Cursor::new(bytes), &mut new)?;
    Ok((cleaning, new))
}

/// Every file is cleaned once and for all, hostile ones included, and every picture keeps its pixels.
pub fn private(shared: &Shared) -> Result<()> {
    for folder in
        ["evidence/images", "evidence/audio", "evidence/video", "evidence/documents", "evidence/names", "hostile"]
    {
        for (name, path) in files_of(&shared.folder.join(folder))? {
            let bytes = std::fs::read(&path)?;
            let (_, new) = cleaned(&bytes)?;
            let (again, _) = cleaned(&new)?;
            ensure!(again.plan.is_whole(), "{folder}/{name}: cleaning it again finds {:?}", again.found);
            facts(Cursor::new(&bytes))?;
            let is_jpeg =
                Path::new(&name).extension().is_some_and(|ending| ending == "jpg") && bytes.starts_with(b"\xff\xd8");
            if is_jpeg {
                ensure!(scans(&bytes)? == scans(&new)?, "{folder}/{name} lost pixels");
                if let Some(trace) = trace(&new) {
                    anyhow::bail!("{folder}/{name} still has {trace}");
                }
            }
        }
    }
    for (name, wanted) in TELLS {
        let (cleaning, _) = cleaned(&shared.read(&format!("evidence/{name}"))?)?;
        let removed: Vec<&str> = cleaning.removed().into_iter().map(Private::word).collect();
        ensure!(removed.join(" ") == wanted, "{name}: {removed:?}, of {:?}", cleaning.found);
    }
    Ok(())
}

/// The coded picture of a JPEG, from its first scan on, found without the code that is checked.
fn scans(jpeg: &[u8]) -> Result<&[u8]> {
    let mut at = 2;
    loop {
        let head = jpeg.get(at..at + 4).context("the picture has no scan")?;
        if head[1] == 0xda {
            return Ok(&jpeg[at..]);
        }
        at += 2 + usize::from(u16::from_be_bytes([head[2], head[3]]));
    }
}

/// A trace of facts before the coded picture: more of Exif than its one entry for the way up, or anything of the others.
fn trace(jpeg: &[u8]) -> Option<&'static str> {
    let scans = scans(jpeg).ok()?;
    let before = &jpeg[..jpeg.len() - scans.len()];
    let at = |words: &[u8]| before.windows(words.len()).position(|window| window == words);
    for (words, name) in [
        (&b"ns.adobe.com/x"[..], "XMP"),
        (b"Photoshop 3.0", "IPTC"),
        (b"\xff\xfe", "a comment"),
        (b"MPF\0", "more pictures"),
    ] {
        if at(words).is_some() {
            return Some(name);
        }
    }
    let exif = before.get(at(b"Exif\0\0")? + 6..)?;
    let makers = [&b"NIKON"[..], b"Examplecam", b"Classroom"];
    let tells = makers.iter().any(|maker| exif.windows(maker.len()).any(|window| window == *maker));
    tells.then_some("a camera")
}

/// What files say of themselves is what the lists say of them; a recording is longer than nothing once it is finished.
pub fn measured(shared: &Shared) -> Result<()> {
    for (name, wanted) in MEASURES {
        let [width, height, ms, pages] = wanted.map(|number| Some(number).filter(|number| *number > 0));
        let is = facts(Cursor::new(shared.read(&format!("evidence/{name}"))?))?;
        ensure!(is == Facts { width, height, ms, pages, is_heavy: false }, "{name}: {is:?}");
    }
    let bytes = shared.read("evidence/video/recorder-no-duration.webm")?;
    let recording = Recording::read(Cursor::new(&bytes))?;
    let mut finished = Vec::new();
    recording.finish().write(Cursor::new(&bytes), &mut finished)?;
    let ms = facts(Cursor::new(&finished))?.ms;
    ensure!(ms == Some(recording.duration_ms()) && ms > Some(6000), "a finished recording of {ms:?} ms");
    Ok(())
}
