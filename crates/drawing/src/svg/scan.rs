//! The tags of a text, one after the other: as much of XML as is ever written here.

/// A tag. It borrows from the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag<'a> {
    /// `<name …>`, or `<name …/>`, which is closed at once.
    Opens { name: &'a str, attributes: Vec<(&'a str, &'a str)>, is_closed: bool },
    /// `</name>`
    Closes(&'a str),
}

/// The tags of `text`. `Err` stands for anything that is neither a tag nor the end of a line: words, comments, instructions,
/// declarations, references and what is cut off.
pub(super) fn tags(text: &str) -> impl Iterator<Item = Result<Tag<'_>, ()>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches('\n');
        if rest.is_empty() {
            return None;
        }
        let found = tag(rest);
        rest = found.as_ref().map_or("", |(_, after)| after);
        Some(found.map(|(tag, _)| tag).ok_or(()))
    })
}

/// The most attributes of a tag that is written here are nine.
const MOST_ATTRIBUTES: usize = 12;

fn tag(text: &str) -> Option<(Tag<'_>, &str)> {
    let (inside, after) = text.strip_prefix('<')?.split_once('>')?;
    if let Some(name) = inside.strip_prefix('/') {
        return is_name(name).then_some((Tag::Closes(name), after));
    }
    let (inside, is_closed) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes: Vec<(&str, &str)> = Vec::new();
    while !rest.is_empty() {
        let (attribute, after) = rest.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        let is_new = attributes.iter().all(|(known, _)| *known != attribute);
        if !is_name(attribute) || value.contains(['<', '&', '\n']) || !is_new || attributes.len() == MOST_ATTRIBUTES {
            return None;
        }
        attributes.push((attribute, value));
        rest = match after.strip_prefix(' ') {
            Some(next) if !next.is_empty() => next,
            Some(_) => return None,
            None if after.is_empty() => after,
            None => return None,
        };
    }
    is_name(name).then_some((Tag::Opens { name, attributes, is_closed }, after))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::{Tag, tags};

    #[test]
    fn tags_and_their_attributes_are_told_apart() {
        let found: Vec<_> = tags("<g mask=\"url(#a)\" id=\"\">\n<path d=\"M0 0z\"/>\n</g>\n").collect();
        let opens = |name, attributes, is_closed| Ok(Tag::Opens { name, attributes, is_closed });
        assert_eq!(
            found,
            [
                opens("g", vec![("mask", "url(#a)"), ("id", "")], false),
                opens("path", vec![("d", "M0 0z")], true),
                Ok(Tag::Closes("g")),
            ]
        );
    }

    #[test]
    fn anything_else_ends_the_reading() {
        for wrong in [
            "words",
            "<g>words</g>",
            "<!-- a -->",
            "<!DOCTYPE svg>",
            "<?xml version=\"1.0\"?>",
            "<g",
            "<g a>",
            "<g a=b>",
            "<g a=\"b>",
            "<g a=\"b\"c=\"d\">",
            "<g a=\"b\" >",
            "<g a=\"b\" a=\"c\">",
            "<g a=\"&lt;\">",
            "<>",
            "</>",
            "<x:g>",
        ] {
            assert!(tags(wrong).any(|tag| tag.is_err()), "{wrong:?}");
        }
    }
}
