//! As much of XML as a few facts need: a tag's attributes, the words in an element. Nothing is expanded or looked up.

/// What stands in the first start tag with this name, its prefix included.
pub(crate) fn tag<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let rest = text.split('<').skip(1).find_map(|part| {
        let rest = part.strip_prefix(name)?;
        rest.starts_with(|next: char| next.is_whitespace() || next == '>' || next == '/').then_some(rest)
    })?;
    rest.split_once('>').map(|(tag, _)| tag)
}

/// The value of an attribute of a tag.
pub(crate) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let quote = after.trim_start().chars().next().filter(|quote| ['"', '\''].contains(quote))?;
        let (value, next) = after.trim_start().strip_prefix(quote)?.split_once(quote)?;
        if before.split_whitespace().next_back() == Some(name) {
            return Some(value);
        }
        rest = next;
    }
    None
}

/// The words in each element with this name, its prefix included, without the tags among them.
pub(crate) fn words<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = String> + 't {
    let mut parts = text.split('<').skip(1);
    std::iter::from_fn(move || {
        loop {
            let Some(first) = opened(parts.next()?, name) else { continue };
            let inner = parts.by_ref().take_while(|part| !closes(part, name));
            let rest = inner.filter_map(|part| Some(part.split_once('>')?.1));
            let words = std::iter::once(first).chain(rest).collect::<String>();
            let words = plain(words.trim());
            if !words.is_empty() {
                return Some(words);
            }
        }
    })
}

/// What follows the start tag that a part begins with, if it has this name and something can be in it.
fn opened<'t>(part: &'t str, name: &str) -> Option<&'t str> {
    let (tag, first) = part.strip_prefix(name)?.split_once('>')?;
    let is_whole = tag.is_empty() || tag.starts_with(char::is_whitespace);
    (is_whole && !tag.ends_with('/')).then_some(first)
}

/// Whether a part begins with the end tag of this name.
fn closes(part: &str, name: &str) -> bool {
    part.strip_prefix('/').is_some_and(|end| end.starts_with(name))
}

/// Words without the five escapes that XML knows.
fn plain(words: &str) -> String {
    let known = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    known.into_iter().fold(words.to_owned(), |words, (escape, letter)| words.replace(escape, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_attributes_are_found() {
        let text = r#"<a:b x="1" name='Ada &amp; co'/><dc:creator>Ada &amp; <b>Bo</b></dc:creator><dc:creator/><dc:creators>no</dc:creators>"#;
        assert_eq!(words(text, "dc:creator").collect::<Vec<_>>(), ["Ada & Bo"]);
        let tag = tag(text, "a:b").unwrap();
        assert_eq!(
            (attribute(tag, "x"), attribute(tag, "name"), attribute(tag, "y")),
            (Some("1"), Some("Ada &amp; co"), None)
        );
    }
}
