//! What the words of a share mean.

use platform::shared::Shared;
use portfolio::intent::artifacts::is_safe_link;

/// The words of a share, sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What it is called.
    pub title: String,
    /// Words without the address.
    pub text: String,
    /// The address of a page; empty if there is none that may be kept.
    pub link: String,
}

/// Sorts what an app says of what it shares.
pub fn of(shared: &Shared) -> Said {
    let Some(words) = &shared.words else { return Said::default() };
    sorted(&words.what.title, &words.what.text, &words.what.url)
}

/// Many apps say the address of a page at the end of the text and nowhere else.
fn sorted(title: &str, text: &str, url: &str) -> Said {
    let title = title.trim().to_owned();
    if is_safe_link(url.trim()) {
        return Said { title, text: text.trim().to_owned(), link: url.trim().to_owned() };
    }
    let found = text.split_whitespace().last().filter(|last| last.contains("://") && is_safe_link(last));
    let link = found.unwrap_or_default();
    let text = text.trim().strip_suffix(link).unwrap_or(text).trim().to_owned();
    Said { title, text, link: link.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Said, sorted};

    fn said(title: &str, text: &str, link: &str) -> Said {
        Said { title: title.into(), text: text.into(), link: link.into() }
    }

    #[test]
    fn an_address_is_found_where_apps_put_it_and_only_a_safe_one_is_a_link() {
        let page = "https://beans.example/";
        assert_eq!(sorted("Beans", "Look", page), said("Beans", "Look", page));
        assert_eq!(sorted("", &format!("How beans grow {page}"), ""), said("", "How beans grow", page));
        assert_eq!(sorted("", page, ""), said("", "", page));
        assert_eq!(sorted("", "a javascript:alert(1)", "javascript:alert(1)"), said("", "a javascript:alert(1)", ""));
        assert_eq!(sorted("", "just words", ""), said("", "just words", ""));
    }
}
