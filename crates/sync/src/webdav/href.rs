//! Addresses in a listing: which of them is the folder itself and which are its children.
//!
//! Servers write them as whole URLs, as paths or relative to the folder, encoded in their own way, and a server behind a proxy names
//! a path that nobody asked for. So the folder itself is found by its place above the others, not only by its name.

/// An address from a listing, as decoded parts of its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Path(Vec<Vec<u8>>);

impl Path {
    /// Reads an address of a listing of the folder at path `folder` (from the server's root, as it was asked for).
    pub(super) fn read(href: &str, folder: &str) -> Self {
        let href = href.trim().split(['?', '#']).next().unwrap_or_default();
        let absolute = match href.split_once("://") {
            Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path).to_owned(),
            None if href.starts_with('/') => href.to_owned(),
            None => format!("{folder}/{href}"),
        };
        let parts = absolute.split('/').filter(|part| !part.is_empty() && *part != ".");
        Self(parts.map(decode).collect())
    }

    fn depth(&self) -> usize {
        self.0.len()
    }

    /// The last part, when this lies directly in `folder` and is text.
    pub(super) fn name_in(&self, folder: &Self) -> Option<&str> {
        let (last, head) = self.0.split_last()?;
        (head == folder.0).then_some(last).and_then(|last| std::str::from_utf8(last).ok())
    }
}

/// Which of the listed paths is the folder asked for: the one with its name, or else the only one that lies above all others. None
/// when the server left the folder itself out; then the folder asked for is meant.
pub(super) fn itself(asked: &Path, listed: &[Path]) -> Path {
    let highest = listed.iter().min_by_key(|path| path.depth());
    let alone = |top: &Path| listed.iter().filter(|path| path.depth() == top.depth()).count() == 1;
    match highest {
        Some(top) if !listed.contains(asked) && top.name_in(asked).is_none() && alone(top) => top.clone(),
        _ => asked.clone(),
    }
}

/// Percent-decodes; what is no valid escape stays as it is.
fn decode(part: &str) -> Vec<u8> {
    let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut bytes = part.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    while let Some((&byte, rest)) = bytes.split_first() {
        bytes = rest;
        if byte == b'%'
            && let (Some(high), Some(low)) = (hex(rest.first()), hex(rest.get(1)))
            && let Ok(value) = u8::try_from(high * 16 + low)
        {
            decoded.push(value);
            bytes = rest.get(2..).unwrap_or_default();
        } else {
            decoded.push(byte);
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(href: &str) -> Path {
        Path::read(href, "/dav/cairn1")
    }

    #[test]
    fn all_ways_of_writing_an_address_are_one() {
        for href in [
            "https://a.example/dav/cairn1/log/",
            "/dav/cairn1/log",
            "log/",
            "./log",
            "/d%61v/cairn%31/log/",
            " /dav//cairn1/log\n",
        ] {
            assert_eq!(path(href), path("/dav/cairn1/log/"), "{href}");
        }
        assert_eq!(path("https://a.example"), Path(vec![]));
        assert_eq!(decode("100%"), b"100%");
        assert_eq!(decode("%zz%4"), b"%zz%4");
        assert_eq!(decode("%C3%B1"), "ñ".as_bytes());
    }

    #[test]
    fn the_folder_itself_is_found() {
        let asked = path("/dav/cairn1/");
        let named = [path("/dav/cairn1/log/"), path("/dav/cairn1/")];
        assert_eq!(itself(&asked, &named), asked);
        // A proxy serves /storage/ana as /dav.
        let moved = [path("/storage/ana/cairn1/"), path("/storage/ana/cairn1/log/")];
        assert_eq!(itself(&asked, &moved), path("/storage/ana/cairn1"));
        assert_eq!(moved[1].name_in(&itself(&asked, &moved)), Some("log"));
        // An empty folder behind a proxy.
        assert_eq!(itself(&asked, &moved[..1]), path("/storage/ana/cairn1"));
        // The folder itself is left out.
        assert_eq!(itself(&asked, &[path("/dav/cairn1/log/")]), asked);
        assert_eq!(itself(&asked, &[]), asked);
    }

    #[test]
    fn only_children_have_a_name_in_a_folder() {
        let folder = path("/dav/cairn1/");
        assert_eq!(path("/dav/cairn1/log/").name_in(&folder), Some("log"));
        assert_eq!(path("/dav/cairn1/log/deep/").name_in(&folder), None);
        assert_eq!(path("/dav/other/log/").name_in(&folder), None);
        assert_eq!(folder.name_in(&folder), None);
        assert_eq!(path("/dav/cairn1/%ff").name_in(&folder), None);
    }
}
