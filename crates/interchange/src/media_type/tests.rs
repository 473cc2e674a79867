use proptest::prelude::*;

use super::*;

fn told(bytes: &[u8], name: &str) -> (&'static str, Kind, bool) {
    let MediaType { mime, kind } = sniff(bytes, name);
    (mime, kind, contradiction(name, mime).is_some())
}

#[test]
fn each_signature_is_known() {
    let cases: &[(&[u8], &str, &str, Kind)] = &[
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.png", "image/png", Kind::Image),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a.JPG", "image/jpeg", Kind::Image),
        (b"GIF89a/*\x01\0", "a.gif", "image/gif", Kind::Image),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a.webp", "image/webp", Kind::Image),
        (b"\0\0\0\x1cftypavif\0\0\0\0mif1", "a.avif", "image/avif", Kind::Image),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif", "a.avif", "image/avif", Kind::Image),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a.heic", "image/heic", Kind::Image),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", "a.bmp", "image/bmp", Kind::Image),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "image/svg+xml", Kind::Image),
        (b"ID3\x04\0\0\0\0\0\0", "a.mp3", "audio/mpeg", Kind::Audio),
        (b"\xff\xfb\x90\x64\0\0", "a.mp3", "audio/mpeg", Kind::Audio),
        (b"\xff\xf1\x50\x80\0\x1f", "a.aac", "audio/aac", Kind::Audio),
        (b"\0\0\0\x20ftypM4A \0\0\0\0", "a.m4a", "audio/mp4", Kind::Audio),
        (b"\0\0\0\x20ftypisom\0\0\0\0", "a.m4a", "audio/mp4", Kind::Audio),
        (b"OggS\0\x02\0\0\0\0\0\0\0\0OpusHead", "a.opus", "audio/ogg", Kind::Audio),
        (b"RIFF\x10\0\0\0WAVEfmt ", "a.wav", "audio/wav", Kind::Audio),
        (b"fLaC\0\0\0\x22", "a.flac", "audio/flac", Kind::Audio),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm..A_OPUS", "voice.webm", "audio/webm", Kind::Audio),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm..V_VP8..A_OPUS", "a.webm", "video/webm", Kind::Video),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska", "a.mkv", "video/x-matroska", Kind::Video),
        (b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2", "a.mp4", "video/mp4", Kind::Video),
        (b"\0\0\0\x14ftypqt  \0\0\0\0", "a.mov", "video/quicktime", Kind::Video),
        (b"\0\0\x10\0moov\0\0\0\x6cmvhd", "a.mov", "video/quicktime", Kind::Video),
        (b"OggS\0\x02\0\0\0\0\0\0\0\0\x80theora", "a.ogv", "video/ogg", Kind::Video),
        (b"%PDF-1.7\n", "a.pdf", "application/pdf", Kind::Pdf),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.ppt", "application/vnd.ms-powerpoint", Kind::Office),
        (b"{\\rtf1\\ansi}", "a.rtf", "application/rtf", Kind::Office),
        (b"\x1f\x8b\x08\0", "a.tgz", "application/gzip", Kind::Archive),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "a.7z", "application/x-7z-compressed", Kind::Archive),
        (b"MZ\x90\0\x03\0\0\0", "a.exe", "application/vnd.microsoft.portable-executable", Kind::Other),
    ];
    for (bytes, name, mime, kind) in cases {
        assert_eq!(told(bytes, name), (*mime, *kind, false), "{name}");
    }
}

#[test]
fn what_is_a_zip_underneath_is_told_by_its_parts_then_by_its_name() {
    let zip = |part: &str| [b"PK\x03\x04\x14\0\0\0", part.as_bytes()].concat();
    let cases = [
        (
            zip("[Content_Types].xml … word/document.xml"),
            "essay.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            zip("[Content_Types].xml … nothing yet"),
            "sums.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (
            zip("mimetypeapplication/vnd.oasis.opendocument.text"),
            "essay.odt",
            "application/vnd.oasis.opendocument.text",
        ),
        (zip("project.json"), "game.sb3", "application/x.scratch.sb3"),
    ];
    for (bytes, name, mime) in cases {
        let (told, _, contradicts) = told(&bytes, name);
        assert_eq!((told, contradicts), (mime, false), "{name}");
    }
    assert_eq!(told(&zip("word/notes.txt"), "all.zip"), ("application/zip", Kind::Archive, false));
    assert_eq!(told(&zip("photo.png"), "essay"), ("application/zip", Kind::Archive, false));
}

#[test]
fn text_is_told_by_its_words_where_it_could_run_and_by_its_name_elsewhere() {
    let cases: &[(&[u8], &str, &str, Kind)] = &[
        (b"I read a book.", "diary.txt", "text/plain", Kind::Text),
        (b"I read a book.", "diary", "text/plain", Kind::Text),
        (b"# A book\n", "review.md", "text/markdown", Kind::Text),
        (b"<div>a README</div>", "README.md", "text/markdown", Kind::Text),
        (b"a,b\n1,2", "t.csv", "text/csv", Kind::Text),
        (b"{\"cells\": []}", "n.ipynb", "application/x-ipynb+json", Kind::Code),
        (b"print('hi')", "p.py", "text/x-python", Kind::Code),
        (b"solid cube\n facet", "cube.stl", "model/stl", Kind::Other),
        (b" \n<!-- hi --><!DOCTYPE HTML><p>", "page.html", "text/html", Kind::Code),
        (b"just words", "page.html", "text/html", Kind::Code),
        (b"<?xml version='1.0'?><!-- c --><score/>", "s.xml", "application/xml", Kind::Code),
        (b"\xff\xfe<\0h\0t\0m\0l\0>\0", "page.htm", "text/html", Kind::Code),
        (b"caf\xe9 au lait", "menu.txt", "text/plain", Kind::Text),
    ];
    for (bytes, name, mime, kind) in cases {
        assert_eq!(told(bytes, name), (*mime, *kind, false), "{name}");
    }
}

#[test]
fn a_name_that_promises_something_else_is_noticed() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    assert_eq!(told(png, "photo.jpg"), ("image/png", Kind::Image, true));
    assert_eq!(told(b"<!doctype html><script>", "photo.png"), ("text/html", Kind::Code, true));
    assert_eq!(told(b"plain text, not a program.\n", "photo\u{202e}gpj.exe"), ("text/plain", Kind::Text, true));
    assert_eq!(told(b"<?xml version='1.0'?><svg><script/></svg>", "photo.png"), ("image/svg+xml", Kind::Image, true));
    assert_eq!(told(b"", "empty.pdf"), ("application/octet-stream", Kind::Other, true));
    assert_eq!(told(&[7; 200], "part.stl"), ("model/stl", Kind::Other, false));
    assert_eq!(told(&[0, 1, 2, 3], "data.xyz"), ("application/octet-stream", Kind::Other, false));
    assert_eq!(told(png, "photo"), ("image/png", Kind::Image, false));
}

#[test]
fn a_contradiction_says_what_was_promised_and_what_is_held() {
    let of = |name, mime| contradiction(name, mime).map(|told| (told.promised, told.held));
    assert_eq!(of("holiday.JPG", "image/png"), Some(("jpg".to_owned(), Some("png"))));
    assert_eq!(of("empty.pdf", "application/octet-stream"), Some(("pdf".to_owned(), None)));
    assert_eq!(of("holiday.jpeg", "image/jpeg"), None);
    assert_eq!(of("data.xyz", "application/octet-stream"), None);
    assert_eq!(of("photo.png", "image/of-tomorrow"), None, "a newer version of the app knew better");
}

#[test]
fn words_that_start_like_a_program_are_words() {
    for words in ["MZ is a motorcycle", "BZh…", "ID3 tags are", "OTTO", "BM is short for"] {
        assert_eq!(sniff(words.as_bytes(), "a.txt").mime, "text/plain", "{words}");
    }
}

proptest! {
    #[test]
    fn any_bytes_and_name_are_told(bytes in prop::collection::vec(any::<u8>(), 0..100), name in ".{0,30}") {
        let found = sniff(&bytes, &name);
        prop_assert!(found.mime.contains('/'));
    }

    #[test]
    fn markup_is_never_a_picture_to_navigate_to(before in "[ \n\t]{0,5}(<!--[a-z ]{0,9}-->)?", name in "[a-z]{1,5}\\.(png|jpg|gif|mp4|pdf|html)") {
        let page = format!("{before}<html><script>alert(1)</script>");
        prop_assert_eq!(sniff(page.as_bytes(), &name).mime, "text/html");
    }
}
