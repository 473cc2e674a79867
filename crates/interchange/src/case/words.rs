//! What is in the words besides words: HTML, which is taken out, and LaTeX, which is shown as text. The source stays as it is.

use super::deviation::{Kind, Notes};
use super::markup;

/// Reads a statement or notes, and notes the HTML and the formulas in them.
pub(super) fn read(words: String, notes: &Notes) -> String {
    if has_formula(&words) {
        notes.add(Kind::Formula, || words.clone());
    }
    if !has_markup(words.as_bytes()) {
        return words;
    }
    notes.add(Kind::Markup, || words.clone());
    markup::plain(&words)
}

/// A tag, a comment or a character reference: `<b>`, `</b>`, `<!--`, `&nbsp;`. A lone `<` of mathematics is none.
fn has_markup(words: &[u8]) -> bool {
    let last_closing = words.iter().rposition(|byte| *byte == b'>').unwrap_or_default();
    words.iter().enumerate().any(|(at, byte)| {
        let rest = words.get(at + 1..).unwrap_or_default();
        match byte {
            b'<' => at < last_closing && matches!(rest.first(), Some(b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!')),
            b'&' => {
                let name = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
                name > 1 && rest.get(name) == Some(&b';')
            }
            _ => false,
        }
    })
}

/// Something between two dollar signs that only mathematics would hold; prices are none.
fn has_formula(words: &str) -> bool {
    let mut between = words.split('$').skip(1).peekable();
    while let Some(inside) = between.next() {
        if between.peek().is_some() && inside.contains(['\\', '^', '_', '{', '=']) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_tags_from_mathematics() {
        for words in ["x<sup>2</sup>", "<!-- no -->", "a&nbsp;b", "&#8211;", "</p>"] {
            assert!(has_markup(words.as_bytes()), "{words}");
        }
        for words in ["3 < 4 and 5 > 4", "a <", "R&D; more", "salt & pepper;", "a <b", ""] {
            assert!(!has_markup(words.as_bytes()), "{words}");
        }
    }

    #[test]
    fn tells_formulas_from_prices() {
        assert!(has_formula(r"Solve $x = {-b \pm 2}$ for b"));
        assert!(has_formula("$x^2$"));
        for words in ["from $5 to $10", "$x = 3", "no dollars at all", ""] {
            assert!(!has_formula(words), "{words}");
        }
    }
}
