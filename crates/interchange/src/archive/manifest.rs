//! The list of hashes, in the form that `sha256sum -c` and BagIt (RFC 8493) read: hash, two spaces, path.

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// 64 lower-case hexadecimal digits.
    pub(super) hash: String,
    pub(super) path: String,
}

pub(super) fn written(lines: &[Line]) -> String {
    lines.iter().map(|Line { hash, path }| format!("{hash}  {path}\n")).collect()
}

/// Reads a manifest; `None` if any line is of another form. Capitals in hashes, and the `*` by which `sha256sum`
/// marks binary mode, are fine.
pub(super) fn parse(text: &str) -> Option<Vec<Line>> {
    text.lines().filter(|line| !line.trim().is_empty()).map(line).collect()
}

fn line(line: &str) -> Option<Line> {
    let (hash, path) = line.trim_end_matches('\r').split_once(' ')?;
    let path = path.trim_start().trim_start_matches('*');
    let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_hash && !path.is_empty()).then(|| Line { hash: hash.to_lowercase(), path: path.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_documented_form_is_read() {
        let hash = "a".repeat(64);
        let both = format!("{hash}  a b.txt\r\n{}  *x/é.png\n\n", hash.to_uppercase());
        let read = parse(&both).unwrap();
        assert_eq!(read.iter().map(|line| line.path.as_str()).collect::<Vec<_>>(), ["a b.txt", "x/é.png"]);
        assert!(read.iter().all(|line| line.hash == hash));
        for text in ["words", "abc  a.txt", hash.as_str(), &format!("{hash}  ")] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(paths in prop::collection::vec("[a-z0-9é ./()-]{0,20}[a-z]", 0..5)) {
            let hash = "0123456789abcdef".repeat(4);
            let lines: Vec<Line> = paths.iter().map(|path| Line { hash: hash.clone(), path: path.trim().to_owned() }).collect();
            prop_assert_eq!(parse(&written(&lines)), Some(lines));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
            for line in parse(&text).unwrap_or_default() {
                prop_assert!(text.contains(&line.path));
            }
        }
    }
}
