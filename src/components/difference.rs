//! Two texts and what tells them apart, for eyes by strokes and colour, for ears in words.

use leptos::prelude::*;
use portfolio::difference::{self, Stretch};

use crate::i18n::t;

/// So many words of what is the same stand beside a change; of more the rest is left out.
const BESIDE: usize = 14;

/// The text after, with what is new and what is gone marked in it.
#[component]
pub fn TextDifference(#[prop(into)] before: String, #[prop(into)] after: String) -> impl IntoView {
    let stretches = difference::between(&before, &after);
    let last = stretches.len().saturating_sub(1);
    let shown = stretches.into_iter().enumerate().map(|(at, stretch)| match stretch {
        Stretch::Same(words) => same(&words, at > 0, at < last),
        Stretch::Other { gone, new } => other(gone, new),
    });
    view! { <p class="difference">{shown.collect_view()}</p> }
}

fn other(gone: String, new: String) -> AnyView {
    // A mark that ended with a line would reach into the next one.
    let (gone, end) = match gone.strip_suffix('\n').filter(|_| new.is_empty() || new.ends_with('\n')) {
        Some(whole) => (whole.to_owned(), "\n"),
        None => (gone, ""),
    };
    let (new, end) = match new.strip_suffix('\n') {
        Some(whole) => (whole.to_owned(), "\n"),
        None => (new, end),
    };
    let gone = (!gone.is_empty()).then(|| {
        view! {
            <del>
                <span class="visually-hidden">{t::life::gone_from()}</span>
                {gone}
                <span class="visually-hidden">{t::life::gone_to()}</span>
            </del>
        }
    });
    let new = (!new.is_empty()).then(|| {
        view! {
            <ins>
                <span class="visually-hidden">{t::life::new_from()}</span>
                {new}
                <span class="visually-hidden">{t::life::new_to()}</span>
            </ins>
        }
    });
    view! { {gone}{new}{end} }.into_any()
}

/// What is the same, as far as it helps to find the place of the changes before and after it.
fn same(words: &str, follows: bool, precedes: bool) -> AnyView {
    let (start, end) = match (follows, precedes) {
        (true, true) => (BESIDE, BESIDE),
        (true, false) => (BESIDE, 0),
        (false, true) => (0, BESIDE),
        // Nothing is different.
        (false, false) => (usize::MAX, 0),
    };
    let Some((first, left_out, rest)) = abridged(words, start, end) else { return words.to_owned().into_any() };
    let about = t::life::left_out(left_out);
    view! {
        {first}
        <span class="difference-left-out" role="img" aria-label=about.clone() title=about>
            "…"
        </span>
        {rest}
    }
    .into_any()
}

/// The first and the last words of a text, and how many lie between them; nothing when that would save no line.
fn abridged(text: &str, start: usize, end: usize) -> Option<(String, usize, String)> {
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let until = words.len().checked_sub(end)?;
    let left_out = words.get(start..until)?;
    let (first, rest) = (words.get(..start)?.concat(), words.get(until..)?.concat());
    (left_out.len() >= BESIDE).then_some((first, left_out.len(), rest))
}

#[cfg(test)]
mod tests {
    use super::abridged;

    #[test]
    fn only_what_saves_a_line_is_left_out() {
        let text: String = (0..20).map(|at| format!("w{at} ")).collect();
        assert_eq!(abridged(&text, 2, 1), Some(("w0 w1 ".to_owned(), 17, "w19 ".to_owned())));
        assert_eq!(abridged(&text, 0, 2), Some((String::new(), 18, "w18 w19 ".to_owned())));
        assert_eq!(abridged(&text, 4, 4), None, "twelve words are a line");
        assert_eq!(abridged(&text, usize::MAX, 0), None);
    }
}
