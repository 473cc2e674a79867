//! HTML in words, taken out for the eye. It is never run; the package's own bytes keep it.

/// The words without tags and comments, with character references as the characters they stand for. A raised or lowered part
/// keeps a sign, for x2 is not x². Words that were nothing but markup stay as they are.
pub(super) fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, marked) = rest.split_at(at);
        text.push_str(before);
        let (put, length) = tag(marked).or_else(|| reference(marked)).unwrap_or_else(|| (sign(marked), 1));
        // What nothing stands before is not raised or lowered: 1/2 as HTML writes it is 1/2.
        let is_sign = matches!(put.as_str(), "^" | "_");
        if !(is_sign && text.chars().next_back().is_none_or(|before| before.is_whitespace() || before == '/')) {
            text.push_str(&put);
        }
        rest = marked.split_at(length).1;
    }
    text.push_str(rest);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() { words.to_owned() } else { text }
}

/// The sign at the beginning of `marked`, one byte, where it is no markup.
fn sign(marked: &str) -> String {
    marked.chars().take(1).collect()
}

/// What a tag or comment at the beginning of `rest` becomes, and its length in bytes.
fn tag(rest: &str) -> Option<(String, usize)> {
    if rest.starts_with("<!--") {
        return rest.find("-->").map(|end| (String::new(), end + 3));
    }
    let name = rest.strip_prefix('<')?.trim_start_matches('/');
    let name: String = name.chars().take_while(char::is_ascii_alphanumeric).collect();
    let length = rest.find('>')? + 1;
    if name.is_empty() {
        return None;
    }
    let is_opening = !rest.starts_with("</");
    let put = match name.to_ascii_lowercase().as_str() {
        "sup" if is_opening => "^",
        "sub" if is_opening => "_",
        "sup" | "sub" | "b" | "i" | "em" | "strong" | "u" | "span" | "a" | "font" => "",
        "li" if is_opening => " • ",
        _ => " ",
    };
    Some((put.to_owned(), length))
}

/// What a character reference at the beginning of `rest` stands for, and its length in bytes.
fn reference(rest: &str) -> Option<(String, usize)> {
    let (name, _) = rest.strip_prefix('&')?.split_once(';').filter(|(name, _)| name.len() <= 8)?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|character| !character.is_control())?
        }
        None => named(name)?,
    };
    Some((character.to_string(), name.len() + 2))
}

/// The characters that standards name most often.
fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "hellip" => '…',
        "bull" => '•',
        "deg" => '°',
        "times" => '×',
        "divide" => '÷',
        "minus" => '−',
        "plusmn" => '±',
        "le" => '≤',
        "ge" => '≥',
        "ne" => '≠',
        "pi" => 'π',
        "frac12" => '½',
        "frac14" => '¼',
        "frac34" => '¾',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn tags_go_and_words_stay() {
        assert_eq!(plain("Students can: <p>Argue about <i>tides</i>.</p>"), "Students can: Argue about tides.");
        assert_eq!(plain("one<br/>two<ul><li>three</li></ul>"), "one two • three");
        assert_eq!(plain("<!-- no -->yes"), "yes");
        assert_eq!(plain("x<sup>2</sup> and H<sub>2</sub>O"), "x^2 and H_2O");
        assert_eq!(plain("Uses <sup>1</sup>/<sub>2</sub>"), "Uses 1/2");
    }

    #[test]
    fn references_are_read_once() {
        assert_eq!(plain("R&amp;D&nbsp;&#8211; 3 &lt; 4, &amp;lt;"), "R&D – 3 < 4, &lt;");
        assert_eq!(plain("a & b; &unknown; &#1;"), "a & b; &unknown; &#1;");
    }

    #[test]
    fn mathematics_and_what_is_only_markup_stay() {
        assert_eq!(plain("3 < 4 and 5 > 4"), "3 < 4 and 5 > 4");
        assert_eq!(plain("<svg onload=\"x\">"), "<svg onload=\"x\">");
        assert_eq!(plain("a <"), "a <");
    }
}
